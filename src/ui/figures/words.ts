import { cycleText, periodText } from '../../brief';
import type { Locale, MetricSpec, Period } from '../../domain';
import type { Language } from '../../state';

/** The period a metric answers for, in words: star metrics answer for a rating cycle. */
export function answeredText(metric: MetricSpec, period: Period, locale: Locale): string {
  return metric.grain === 'year' && metric.family === 'stars' ? cycleText(period, locale) : periodText(period, locale);
}

/** What a metric divides by what, in words. */
export function definitionText(metric: MetricSpec, { t, of }: Pick<Language, 't' | 'of'>): string {
  if (metric.kind === 'count') return t('figure.counted', { numerator: of(metric.numerator) });
  return t(metric.kind === 'score' ? 'figure.scored' : 'figure.definition', {
    numerator: of(metric.numerator),
    denominator: of(metric.denominator),
  });
}
