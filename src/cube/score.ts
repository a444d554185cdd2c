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
