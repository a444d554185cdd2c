import { type Cube, hasCells, nameColumns } from '../cube';
import { type Period, contains } from '../domain';
import { metricById } from '../model';
import { periodsKnown } from './choices';
import type { DrillTarget } from './drill-target';
import { KEY_RATES } from './pages';

/** The metrics whose rows are each of one organisation or unit: the registers before what is known of those in them. */
const TELLING = ['party_org_count', ...KEY_RATES].filter((id) => nameColumns(metricById(id)).length > 0);

/** What has rows by the name of an organisation, or of a unit, in a cube. */
export const metricsNaming = (cube: Cube, column?: 'org_name' | 'unit_name'): string[] =>
  TELLING.filter((id) => hasCells(cube, id) && (column === undefined || nameColumns(metricById(id)).includes(column)));

type Of = Pick<DrillTarget, 'title' | 'selection'> & { readonly named: string };

/** The rows of a period in which a metric is known, else of the latest, whose organisation or unit is named so; null where there is none. */
export function rowsNamed(cube: Cube, metric: string, of: Of, stored?: Period): DrillTarget | null {
  const known = periodsKnown(cube, metric);
  const period = stored === undefined ? known.at(-1) : known.findLast((one) => contains(one, stored));
  return period === undefined ? null : { ...of, metric, period };
}

/** The rows named so of all periods before the latest: of those that are no more, too; null where there are none. */
export function rowsNamedBefore(cube: Cube, metric: string, of: Of): DrillTarget | null {
  const periods = periodsKnown(cube, metric).slice(0, -1);
  const period = periods.at(-1);
  return period === undefined ? null : { ...of, metric, period, periods };
}
