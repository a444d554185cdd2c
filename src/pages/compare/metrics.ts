import { type Cube, hasCells } from '../../cube';
import type { MetricSpec } from '../../domain';
import { METRICS } from '../../model';
import { type Page, pageOfMetric } from '../../state';

/**
 * Metrics a reader may compare: rates, one category at a time where they have several, and counts whose categories may be
 * added up. Distributions, scores, and counts by body or by kind have pages of their own.
 */
export function comparable(cube: Cube): MetricSpec[] {
  return METRICS.filter(
    (metric) =>
      (metric.kind === 'rate' || (metric.kind === 'count' && (metric.categoryParts?.length ?? 0) < 2)) &&
      hasCells(cube, metric.id),
  );
}

/** Metrics by the page they are shown on, in the order of the dictionary. */
export function byPage(metrics: readonly MetricSpec[]): { page: Page; metrics: MetricSpec[] }[] {
  const groups = new Map<Page, MetricSpec[]>();
  for (const metric of metrics) groups.set(pageOfMetric(metric), [...(groups.get(pageOfMetric(metric)) ?? []), metric]);
  return [...groups].map(([page, own]) => ({ page, metrics: own }));
}

/** Rates that need no category to be chosen, for the table of everything. */
export function plainRates(cube: Cube): MetricSpec[] {
  return comparable(cube).filter((metric) => metric.kind === 'rate' && metric.categoryParts === undefined);
}
