import {
  type Grain,
  type MetricSpec,
  type Period,
  grainOf,
  isFinerOrEqual,
  shift,
  splitCategory,
  toGrain,
  yearBefore,
} from '../domain';
import { type Group, rateOf } from './cell';

/** What a period is compared with: 环比 the period before, 同比 the same period a year earlier, or nothing. */
export type Comparison = 'previous' | 'year' | 'none';

/** The period to compare with; null for `none`. */
export function comparedPeriod(period: Period, comparison: Comparison): Period | null {
  if (comparison === 'none') return null;
  return comparison === 'previous' ? shift(period, -1) : yearBefore(period);
}

/** The period a metric answers for when the reader has chosen `period`: never finer than the metric's own grain. */
export function alignPeriod(metric: MetricSpec, period: Period): Period {
  const wanted = grainOf(period);
  const cyclic = metric.grain === 'year' || metric.grain === 'half';
  const grain: Grain = cyclic && isFinerOrEqual(wanted, metric.grain) ? metric.grain : wanted;
  return toGrain(period, grain);
}

/** Difference of two rates in percentage points (0.81 and 0.79 → 2); null when either is unknown. */
export function pointsBetween(now: Group | null, before: Group | null): number | null {
  const a = now ? rateOf(now) : null;
  const b = before ? rateOf(before) : null;
  return a === null || b === null ? null : (a - b) * 100;
}

/** One category of a distribution with its share of the whole it belongs to. */
export interface Share {
  readonly category: string;
  readonly numerator: number;
  readonly whole: number;
  /** Null when the whole is 0. */
  readonly share: number | null;
}

/** Shares of the groups of a distribution (all of one partition). Groups of weight 0 without a category are left out. */
export function sharesOf(groups: readonly Group[]): Share[] {
  const whole = groups.reduce((sum, group) => sum + group.numerator, 0);
  return groups
    .filter((group) => group.category !== undefined && group.category !== '')
    .map((group) => ({
      category: group.category ?? '',
      numerator: group.numerator,
      whole,
      share: whole === 0 ? null : group.numerator / whole,
    }));
}

/** The parts of a category by name, as the metric declares them. */
export function categoryParts(metric: MetricSpec, category: string): Record<string, string> {
  const values = splitCategory(category);
  return Object.fromEntries((metric.categoryParts ?? []).map((name, at) => [name, values[at] ?? '']));
}
