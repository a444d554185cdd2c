import { type Ask, type NameOf, dimensionsOf, factsOf, memberId, memberKey, selectionOf } from '../../brief';
import { type Cube, type Group, rateOf, rollUp } from '../../cube';
import type { CompareBy, Period } from '../../domain';
import type { Language } from '../../state';
import type { TableData } from '../csv';

interface Head {
  readonly key: string;
  readonly label: string;
}

/** A metric over two dimensions: rows are members, columns domains or stars; null where nothing is in scope. */
export interface Cross {
  readonly rows: readonly (Head & { readonly member: ReturnType<typeof memberKey> })[];
  readonly columns: readonly Head[];
  readonly cells: readonly (readonly (Group | null)[])[];
}

const weighs = (group: Group): boolean => (group.denominator ?? group.numerator) !== 0;

/**
 * Asks the cube for members × another dimension in one period, the highest member first; columns in the order given, or as
 * met; those that weigh nothing anywhere are left out.
 */
export function crossOf(
  cube: Cube,
  ask: Ask,
  period: Period,
  across: 'domain' | 'category',
  columnName: (value: string) => string,
  nameOf: NameOf,
  columnOrder: (value: string) => number = () => 0,
): Cross {
  const by: CompareBy = ask.by === 'domain' ? 'zone' : ask.by;
  const groups = rollUp(cube, {
    metric: ask.metric,
    periods: [period],
    ...selectionOf(ask),
    by: [...dimensionsOf(by), across],
  }).filter(weighs);
  const columns = [...new Set(groups.map((group) => group[across] ?? ''))]
    .sort((a, b) => columnOrder(a) - columnOrder(b) || a.localeCompare(b, 'zh'))
    .map((value) => ({ key: value, label: columnName(value) }));
  const order = new Map(factsOf(cube, { ...ask, by }).members.map((member, at) => [member.id, at]));
  const place = (id: string): number => order.get(id) ?? order.size;
  const members = new Map(groups.map((group) => [memberId(memberKey(group, by)), memberKey(group, by)]));
  const rows = [...members]
    .map(([key, member]) => ({ key, label: nameOf(member), member }))
    .sort((a, b) => place(a.key) - place(b.key));
  const cells = rows.map((row) =>
    columns.map(
      (column) =>
        groups.find((group) => memberId(memberKey(group, by)) === row.key && (group[across] ?? '') === column.key) ??
        null,
    ),
  );
  return { rows, columns, cells };
}

/** A cross as a table: rate, x and n of every column. */
export function crossTable(cross: Cross, noun: string, { t }: Language): TableData {
  return {
    columns: [
      { label: noun, kind: 'text' },
      ...cross.columns.flatMap(({ label }) => [
        { label, kind: 'rate' as const },
        { label: `${label} ${t('column.numerator')}`, kind: 'count' as const },
        { label: `${label} ${t('column.denominator')}`, kind: 'count' as const },
      ]),
    ],
    rows: cross.rows.map((row, at) => [
      row.label,
      ...(cross.cells[at] ?? []).flatMap((cell) =>
        cell ? [rateOf(cell), cell.numerator, cell.denominator] : [null, null, null],
      ),
    ]),
  };
}
