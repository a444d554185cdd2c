import { type Ask, type NameOf, countText, factsOf, selectionOf } from '../../brief';
import { type Cube, total } from '../../cube';
import type { Language } from '../../state';
import { OVERDUE, bandsOf, dayOf } from './bands';
import { survivalsOf } from './survival';

type Question = Omit<Ask, 'metric'>;

function overdueSentence(cube: Cube, ask: Question, { t }: Language): string {
  const { whole, period } = factsOf(cube, { ...ask, metric: OVERDUE });
  if (whole === null) return '';
  const when = t('rectification.ledeAt', { day: dayOf(cube, period) });
  if (whole.numerator === 0) return t('rectification.ledeNone', { when });
  const count = countText(whole.numerator);
  const oldest = bandsOf(cube).find((band) => band.endsWith('-'));
  if (oldest === undefined) return t('rectification.ledeOverdue', { when, count });
  const old = total(cube, { metric: OVERDUE, periods: [period], ...selectionOf(ask), categories: [oldest] });
  const days = Number.parseInt(oldest) - 1;
  return t('rectification.ledeOld', { when, count, days, old: countText(old?.numerator ?? 0) });
}

function medianSentence(cube: Cube, ask: Question, nameOf: NameOf, { t }: Language): string {
  const { whole, year } = survivalsOf(cube, ask, nameOf);
  if (whole.count === 0) return '';
  return whole.median === null
    ? t('rectification.ledeNoMedian', { year })
    : t('rectification.ledeMedian', { year, median: whole.median });
}

/** What stands under the headline of the page: how much is overdue and how long, and how long closing takes. */
export function ledeOf(cube: Cube, ask: Question, nameOf: NameOf, language: Language): string {
  return language.joined('sentences', [
    overdueSentence(cube, ask, language),
    medianSentence(cube, ask, nameOf, language),
  ]);
}
