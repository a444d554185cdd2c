import { type Ask, type NameOf, dimensionsOf, lastPart, memberId, memberKey, selectionOf } from '../../brief';
import { type Cube, type Group, rollUp, sharesOf } from '../../cube';
import type { Period } from '../../domain';
import type { Language } from '../../state';
import type { TableData } from '../../share';

/** One bar of a composition: how many of a member are at each level, and of how many. */
export interface Composition {
  readonly id: string;
  readonly key: ReturnType<typeof memberKey>;
  readonly name: string;
  /** In the order of the levels. */
  readonly counts: readonly number[];
  /** In 0…1; null when the member has none at all. */
  readonly shares: readonly (number | null)[];
  readonly whole: number;
}

/** A distribution by member in one period, its levels in the order given. */
export function compositionsOf(
  cube: Cube,
  ask: Ask,
  period: Period,
  levels: readonly string[],
  nameOf: NameOf,
): Composition[] {
  const groups = rollUp(cube, {
    metric: ask.metric,
    periods: [period],
    ...selectionOf(ask),
    by: [...dimensionsOf(ask.by), 'category'],
  });
  const members = new Map<string, Group[]>();
  for (const group of groups) {
    const id = memberId(memberKey(group, ask.by));
    const known = members.get(id);
    if (known) known.push(group);
    else members.set(id, [group]);
  }
  return [...members].flatMap(([id, own]): Composition[] => {
    const shares = sharesOf(own);
    const [first] = own;
    const whole = shares[0]?.whole ?? 0;
    if (first === undefined || whole === 0) return [];
    const at = levels.map((level) => shares.find((share) => lastPart(ask.metric, share) === level));
    return [
      {
        id,
        key: memberKey(first, ask.by),
        name: nameOf(memberKey(first, ask.by)),
        counts: at.map((share) => share?.numerator ?? 0),
        shares: at.map((share) => share?.share ?? 0),
        whole,
      },
    ];
  });
}

/** Levels (or modes) of a metric that occur in a selection, each once. */
export function levelsOf(cube: Cube, ask: Ask, period: Period): string[] {
  const groups = rollUp(cube, { metric: ask.metric, periods: [period], ...selectionOf(ask), by: ['category'] });
  return [...new Set(groups.filter((group) => group.category !== '').map((group) => lastPart(ask.metric, group)))];
}

/** A composition as a table: counts and shares by level, and of how many. */
export function compositionTable(
  rows: readonly Composition[],
  labels: readonly string[],
  noun: string,
  { t }: Pick<Language, 't'>,
): TableData {
  return {
    columns: [
      { label: noun, kind: 'text' },
      { label: t('column.denominator'), kind: 'count' },
      ...labels.map((label) => ({ label, kind: 'count' as const })),
      ...labels.map((label) => ({ label: t('column.shareOf', { label }), kind: 'rate' as const })),
    ],
    rows: rows.map((row) => [row.name, row.whole, ...row.counts, ...row.shares]),
  };
}
