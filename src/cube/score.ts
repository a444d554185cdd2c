import { type MetricSpec, splitCategory } from '../domain';
import type { Group } from './cell';

/**
 * The histogram of a score: how many have each value, the groups of a question added up, the lowest value first.
 * The caller keeps to one partition (scheme and standard version). Throws RangeError for a metric that is not a score.
 */
export function binsOf(metric: MetricSpec, groups: readonly Group[]): { value: number; count: number }[] {
  if (metric.kind !== 'score') throw new RangeError(`not a score: ${metric.id}`);
  const bins = new Map<number, number>();
  for (const { category, numerator } of groups) {
    const last = splitCategory(category ?? '').at(-1) ?? '';
    if (last !== '' && numerator > 0) bins.set(Number(last), (bins.get(Number(last)) ?? 0) + numerator);
  }
  return [...bins].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/** How long items took, as the groups of a question hold it: `closed|46` ended after 46 days, `open|46` was watched that long. */
export function observedIn(groups: readonly Group[]): { time: number; ended: number; censored: number }[] {
  return groups
    .filter(({ category = '' }) => category !== '')
    .map(({ category = '', numerator }) => {
      const [event, days] = splitCategory(category);
      const ended = event === 'closed' ? numerator : 0;
      return { time: Number(days), ended, censored: numerator - ended };
    });
}
