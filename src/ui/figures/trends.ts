import {
  type Ask,
  type MemberKey,
  type NameOf,
  changeBetween,
  dimensionsOf,
  memberId,
  memberKey,
  selectionOf,
} from '../../brief';
import type { TrendLine } from '../../charts';
import { type Cube, type Group, rateOf, rollUp } from '../../cube';
import { type CompareBy, type Period, shift } from '../../domain';
import type { Language } from '../../state';
import { changeCell } from '../../share';
import type { TableData } from '../../share';

/** A metric over time: the whole, and each member of a comparison. Points are null where nothing was reported. */
export interface Trends {
  readonly periods: readonly Period[];
  readonly whole: readonly (Group | null)[];
  /** The whole before, where it is of the same zones, meetings and bases: only then is there a change. */
  readonly before: readonly (Group | null)[];
  readonly members: readonly {
    readonly id: string;
    readonly key: MemberKey;
    readonly name: string;
    readonly points: readonly (Group | null)[];
  }[];
}

const alongPeriods = (groups: readonly Group[], periods: readonly Period[]): (Group | null)[] =>
  periods.map((period) => groups.find((group) => group.period === period) ?? null);

/** Asks the cube for a metric over periods, the whole only. */
export function wholeOver(cube: Cube, ask: Ask, periods: readonly Period[]): (Group | null)[] {
  return alongPeriods(rollUp(cube, { metric: ask.metric, periods, ...selectionOf(ask), by: ['period'] }), periods);
}

/** Asks the cube for a metric over periods, whole and by member. */
export function trendsOf(cube: Cube, ask: Ask, periods: readonly Period[], nameOf: NameOf): Trends {
  const question = { metric: ask.metric, periods, ...selectionOf(ask) };
  const whole = wholeOver(cube, ask, periods);
  const byMember = new Map<string, { key: MemberKey; name: string; groups: Group[] }>();
  for (const group of rollUp(cube, { ...question, by: [...dimensionsOf(ask.by), 'period'] })) {
    const key = memberKey(group, ask.by);
    const known = byMember.get(memberId(key));
    if (known) known.groups.push(group);
    else byMember.set(memberId(key), { key, name: nameOf(key), groups: [group] });
  }
  const members = [...byMember]
    .map(([id, { key, name, groups }]) => ({ id, key, name, points: alongPeriods(groups, periods) }))
    .filter(({ points }) => points.some((point) => point !== null && rateOf(point) !== null));
  const before = periods.map((period, at) => {
    const change =
      at === 0 ? null : changeBetween(cube, { metric: ask.metric, ...selectionOf(ask) }, period, shift(period, -1));
    const alike =
      change !== null && change.left.length + change.items.length + change.scope.length + change.ruled.length === 0;
    return alike ? change.before : null;
  });
  return { periods, whole, before, members };
}

/** The members as chart lines, the given ones highlighted. */
export function trendLines(trends: Trends, highlighted: readonly string[]): TrendLine[] {
  return trends.members.map(({ id, name, points }) => ({
    key: id,
    label: name,
    points,
    highlighted: highlighted.includes(id),
  }));
}

/** The trend as a table: a row a period with rate, x, n and change, then each member's rate. */
export function trendTable(trends: Trends, by: CompareBy, label: string, { t }: Language): TableData {
  return {
    columns: [
      { label: t('column.period'), kind: 'text' },
      { label, kind: 'rate' },
      { label: t('column.numerator'), kind: 'count' },
      { label: t('column.denominator'), kind: 'count' },
      { label: t('column.change'), kind: 'points' },
      ...trends.members.map(({ name }) => ({ label: name, kind: 'rate' as const })),
    ],
    rows: trends.periods.map((period, at) => {
      const now = trends.whole[at] ?? null;
      return [
        period,
        now ? rateOf(now) : null,
        now?.numerator ?? null,
        now?.denominator ?? null,
        at === 0 ? null : changeCell(now, trends.before[at] ?? null),
        ...trends.members.map(({ points }) => {
          const point = points[at] ?? null;
          return point ? rateOf(point) : null;
        }),
      ];
    }),
  };
}
