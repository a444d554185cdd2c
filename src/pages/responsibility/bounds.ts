import { type Ask, lastPart, memberId, memberKey, dimensionsOf, selectionOf } from '../../brief';
import type { CountRow } from '../../charts';
import { type Cube, type Group, rollUp } from '../../cube';
import type { Period } from '../../domain';

/** How a count of several parts is written: exact only where every part is. */
export function boundOf(metric: string, parts: readonly Group[]): NonNullable<CountRow['bound']> {
  const bounds = new Set(parts.filter(({ numerator }) => numerator > 0).map((part) => lastPart(metric, part)));
  return bounds.has('approx') ? '≈' : bounds.has('ge') ? '≥' : '=';
}

/** A member's count with its bound. */
export interface BoundedCount {
  readonly id: string;
  readonly key: ReturnType<typeof memberKey>;
  readonly value: number;
  readonly bound: NonNullable<CountRow['bound']>;
}

/** A count by member in one period, in the order of the register, not by size; members without any are left out: unknown is not zero. */
export function boundedCounts(cube: Cube, ask: Ask, period: Period): BoundedCount[] {
  const question = { metric: ask.metric, periods: [period], ...selectionOf(ask) };
  const order = new Map(cube.zones.map(({ id }, at) => [id, at]));
  const place = ({ key }: BoundedCount): number => order.get(key.zone ?? '') ?? order.size;
  const parts = rollUp(cube, { ...question, by: [...dimensionsOf(ask.by), 'category'] });
  return rollUp(cube, { ...question, by: dimensionsOf(ask.by) })
    .filter(({ numerator }) => numerator > 0)
    .map((group) => {
      const key = memberKey(group, ask.by);
      const own = parts.filter((part) => memberId(memberKey(part, ask.by)) === memberId(key));
      return { id: memberId(key), key, value: group.numerator, bound: boundOf(ask.metric, own) };
    })
    .sort((a, b) => place(a) - place(b) || a.id.localeCompare(b.id, 'zh'));
}
