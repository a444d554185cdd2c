import { type Cube, hasCells, nameColumns } from '../cube';
import { metricById } from '../model';
import { latestPeriod } from './choices';
import type { DrillTarget } from './drill-target';
import { KEY_RATES } from './pages';

/** The metrics whose rows are each of one organisation or unit: the registers before what is known of those in them. */
const TELLING = ['party_org_count', ...KEY_RATES].filter((id) => nameColumns(metricById(id)).length > 0);

/** What has rows by the name of an organisation, or of a unit, in a cube. */
export const metricsNaming = (cube: Cube, column?: 'org_name' | 'unit_name'): string[] =>
  TELLING.filter((id) => hasCells(cube, id) && (column === undefined || nameColumns(metricById(id)).includes(column)));

/** The rows of the latest period in which a metric is known whose organisation or unit is named so; null where there is none. */
export function rowsNamed(
  cube: Cube,
  metric: string,
  of: Pick<DrillTarget, 'title' | 'selection'> & { readonly named: string },
): DrillTarget | null {
  const period = latestPeriod(cube, metric);
  return period === null ? null : { ...of, metric, period };
}
