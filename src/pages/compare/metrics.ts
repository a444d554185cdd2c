import { type Cube, cellsOf } from '../../cube';
import type { MetricSpec } from '../../domain';
import { METRICS } from '../../model';

/** Metrics a reader may compare: rates and counts that have cells. Distributions and the five named stars have pages of their own. */
export function comparable(cube: Cube): MetricSpec[] {
  return METRICS.filter(
    (metric) =>
      (metric.kind === 'rate' || metric.kind === 'count') &&
      metric.id !== 'star_dim_rate' &&
      metric.id !== 'star_new_count' &&
      metric.id !== 'star_cap_use' &&
      cellsOf(cube, metric.id).length > 0,
  );
}

/** Rates that need no scheme to be chosen, for the table of everything. */
export function plainRates(cube: Cube): MetricSpec[] {
  return comparable(cube).filter((metric) => metric.kind === 'rate' && metric.categoryParts === undefined);
}

/** Whether a metric is counted scheme by scheme, so that one must be chosen. */
export function isPartitioned(metric: MetricSpec): boolean {
  return metric.categoryParts?.[0] === 'scheme';
}
