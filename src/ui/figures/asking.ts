import { memberNoun, periodAnswered, selectionOf } from '../../brief';
import type { MetricSpec, Period } from '../../domain';
import { metricById } from '../../model';
import type { MessageKey } from '../../state';
import type { Asked, PlainReader, Question } from './figure';
import { answeredText } from './words';

/** A metric as it is asked: the question, and what every text about its answer may name. */
export interface Asking {
  readonly spec: MetricSpec;
  readonly question: Question;
  /** `{metric}`, `{period}` and `{member}`, what is compared. */
  readonly named: Readonly<Record<'metric' | 'period' | 'member', string>>;
}

/** Asks for a metric in the period it answers for, or in the one given. */
export function asking(
  { cube, language }: PlainReader,
  ask: Asked,
  metric: string,
  period: Period = periodAnswered(cube, metric, ask.period, ask.categories),
): Asking {
  const spec = metricById(metric);
  return {
    spec,
    question: { metric, period, selection: selectionOf(ask) },
    named: {
      metric: language.of(spec.label),
      period: answeredText(spec, period, language.locale),
      member: memberNoun(ask.by, language.locale),
    },
  };
}

/** The texts of a figure, as messages that name what {@link Asking} and its shape give. */
export interface Words {
  readonly title: MessageKey;
  readonly subtitle: MessageKey;
}
