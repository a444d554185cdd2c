import type { Base, MetricSpec } from '../../domain';
import { BASES } from './bases';

const baseById = new Map(BASES.map((base) => [base.id, base]));

/** The base query of a metric. */
export function baseOf(metric: MetricSpec): Base {
  const base = baseById.get(metric.population.base);
  if (!base) throw new RangeError(`no such base: ${metric.population.base}`);
  return base;
}
