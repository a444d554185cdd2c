import { type Cube, hasCells, isEmpty } from '../../cube';
import type { MetricSpec } from '../../domain';
import { baseOf } from '../../model';

/** Whether a metric has figures now; the tables that are missing, when those are why it has none. */
export interface Availability {
  readonly loaded: boolean;
  readonly lacking: readonly string[];
}

/** Whether a cube holds figures of a metric, and for want of which tables not. */
export function availabilityOf(cube: Cube, metric: MetricSpec): Availability {
  if (hasCells(cube, metric.id)) return { loaded: true, lacking: [] };
  if (isEmpty(cube) && cube.missing.length === 0) return { loaded: false, lacking: baseOf(metric).needs };
  return { loaded: false, lacking: cube.missing.find((one) => one.metric === metric.id)?.tables ?? [] };
}

/** Whether a metric matches what a reader types: every word of it in its names, definition, source or id, in either language. */
export function matches(metric: MetricSpec, typed: string): boolean {
  const { id, label, numerator, denominator, source, caveats } = metric;
  const texts = [label, numerator, denominator, source, caveats].flatMap((one) => (one ? [one.zh, one.en] : []));
  const all = [id, ...texts].join('\n').normalize('NFKC').toLowerCase();
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => all.includes(word));
}
