import { type Cube, type Cell, cellsOf } from '../../cube';
import { type Grain, type Period, GRAINS, grainOf } from '../../domain';

/** One kind of activity with the metric that answers for it; `category` is empty where the metric has one kind only. */
export interface Activity {
  readonly id: string;
  readonly metric: string;
  readonly category: string;
}

const one = (metric: string, ids: readonly string[], alone = false): Activity[] =>
  ids.map((id) => ({ id, metric, category: alone ? '' : id }));

/** Meetings and theme days, due by month or quarter. */
export const RECURRING: readonly Activity[] = [
  ...one('meeting_compliance_rate', ['党员大会', '支委会', '党小组会', '党课']),
  ...one('theme_day_rate', ['主题党日'], true),
];

/** Due once or twice a year. */
export const YEARLY: readonly Activity[] = [
  ...one('org_life_review_rate', ['组织生活会', '民主评议']),
  ...one('talks_rate', ['谈心谈话'], true),
];

/** The cells of an activity in some zones. */
export function cellsOfActivity(cube: Cube, activity: Activity, zones: readonly string[]): Cell[] {
  return cellsOf(cube, activity.metric).filter(
    (cell) => cell.category === activity.category && zones.includes(cell.zone),
  );
}

/** The finest length of time an activity is reported by; null where it is not. */
export function finestGrain(cells: readonly { readonly period: Period }[]): Grain | null {
  return GRAINS.find((grain) => cells.some((cell) => grainOf(cell.period) === grain)) ?? null;
}

/** The categories to select an activity by: none where its metric has one kind only. */
export const categoriesOf = (activity: Activity): { categories?: readonly string[] } =>
  activity.category === '' ? {} : { categories: [activity.category] };
