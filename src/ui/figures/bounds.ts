import { lastPart } from '../../brief';
import type { CountRow } from '../../charts';
import { type Cube, type Group, rollUp, total } from '../../cube';
import { metricById } from '../../model';
import { type DrillTarget, periodsOf } from '../../state';

/** How a count is written: exact, at least, about. */
export type Bound = NonNullable<CountRow['bound']>;

/** Counts that are at least so many, by what counts those who do not say how many they have. */
const AT_LEAST: Readonly<Record<string, string>> = { member_count: 'member_unknown_count' };

/** How a count of several parts is written: exact only where every part is. */
export function boundOf(metric: string, parts: readonly Group[]): Bound {
  const bounds = new Set(parts.filter(({ numerator }) => numerator > 0).map((part) => lastPart(metric, part)));
  return bounds.has('approx') ? '≈' : bounds.has('ge') ? '≥' : '=';
}

/** What is written before the count of a target: nothing where it is exact, or is no count. */
export function signOf(cube: Cube, target: DrillTarget): string {
  const { metric, selection } = target;
  const question = { ...selection, periods: periodsOf(target) };
  const unknown = AT_LEAST[metric];
  if (unknown !== undefined) return (total(cube, { ...question, metric: unknown })?.numerator ?? 0) > 0 ? '≥' : '';
  if (metricById(metric).categoryParts?.includes('bound') !== true) return '';
  const bound = boundOf(metric, rollUp(cube, { ...question, metric, by: ['category'] }));
  return bound === '=' ? '' : bound;
}
