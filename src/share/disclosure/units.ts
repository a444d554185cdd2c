import type { Cell } from '../../cube';
import type { MetricSpec } from '../../domain';
import { countsOrganisations, countsPersons, metricById } from '../../model';
import { sumsOf } from './tell';

/** The dimension a level tells inside a zone; the other stands together. */
export type Told = 'committee' | 'domain';

/** Cells by metric. */
export type ByMetric = ReadonlyMap<string, readonly Cell[]>;

const most = (cells: readonly Cell[]): number =>
  Math.max(0, ...sumsOf(cells).map(({ numerator, denominator }) => denominator ?? numerator));

const largest = (metrics: ByMetric, counts: (spec: MetricSpec) => boolean): number | null => {
  const sizes = [...metrics].filter(([id]) => counts(metricById(id))).map(([, cells]) => most(cells));
  return sizes.length === 0 ? null : Math.max(...sizes);
};

const isCount = ({ kind }: MetricSpec): boolean => kind === 'rate' || kind === 'count';

/**
 * How many things a zone, committee or domain has, as a metric looks at it: units for what counts units, else organisations, as
 * many as any metric knows. Where none says, the most the metric itself counted.
 */
export function sizesOf(metrics: ByMetric): (spec: MetricSpec) => number {
  const units = largest(metrics, (spec) => spec.family === 'coverage' && spec.kind === 'rate');
  const organisations = largest(metrics, (spec) => countsOrganisations(spec) && isCount(spec));
  return (spec) => {
    const known = spec.family === 'coverage' ? units : organisations;
    return known ?? most(metrics.get(spec.id) ?? []);
  };
}

/** Whether a metric counts zones, or cells of tables: nothing of what it tells is about an organisation or a person. */
export const isAboutZones = (spec: MetricSpec): boolean =>
  spec.family === 'quality' || spec.population.base === 'zone-scores';

/** Whether it is one of those its base has one figure of: not split by category. */
export const isWhole = (spec: MetricSpec): boolean =>
  spec.population.category === undefined && spec.kind !== 'score' && !countsPersons(spec);
