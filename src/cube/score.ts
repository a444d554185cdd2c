import { type MetricSpec, splitCategory } from '../domain';
import type { Group } from './cell';

/**
 * The histogram of a score: the groups of a question by category, added up by the lower edge of their bin, lowest first.
 * The caller keeps to one partition (scheme and standard version). Throws RangeError for a metric that is not a score.
 */
export function binsOf(metric: MetricSpec, groups: readonly Group[]): { lower: number; count: number }[] {
  if (metric.kind !== 'score') throw new RangeError(`not a score: ${metric.id}`);
  const bins = new Map<number, number>();
  for (const { category, numerator } of groups) {
    const edge = splitCategory(category ?? '').at(-1) ?? '';
    if (edge !== '' && numerator > 0) bins.set(Number(edge), (bins.get(Number(edge)) ?? 0) + numerator);
  }
  return [...bins].map(([lower, count]) => ({ lower, count })).sort((a, b) => a.lower - b.lower);
}
