import { type Ask, type NameOf, dimensionsOf, factsOf, memberId, memberKey, selectionOf } from '../../brief';
import { type Cube, type Group, type Selection, rateOf, rollUp } from '../../cube';
import type { CompareBy, Period } from '../../domain';
import type { DrillTarget, Language } from '../../state';
import type { TableData } from '../../share';
import { ofMember } from './drilling';

interface Head {
  readonly key: string;
  readonly label: string;
}

/** A metric over two dimensions: rows are members, columns domains or stars; null where nothing is in scope. */
export interface Cross {
  readonly rows: readonly (Head & { readonly member: ReturnType<typeof memberKey> })[];
  readonly columns: readonly Head[];
  readonly cells: readonly (readonly (Group | null)[])[];
  /** What the columns are. */
  readonly across: Across;
  /** What the cells answer: their rows are drilled into by the same question. */
  readonly question: Selection & { readonly metric: string; readonly periods: readonly Period[] };
}

/** What the columns of a cross may be. */
type Across = 'domain' | 'category' | 'period';

const weighs = (group: Group): boolean => (group.denominator ?? group.numerator) !== 0;

/**
 * Asks the cube for members × another dimension, the highest member first; columns in the order given, or as met; those that
 * weigh nothing anywhere are left out.
 */
export function crossOf(
  cube: Cube,
  ask: Ask,
  periods: readonly Period[],
  across: Across,
  columnName: (value: string) => string,
  nameOf: NameOf,
  columnOrder: (value: string) => number = () => 0,
): Cross {
  const by: CompareBy = ask.by === 'domain' && across !== 'period' ? 'zone' : ask.by;
  const question = { metric: ask.metric, periods, ...selectionOf(ask) };
  const groups = rollUp(cube, { ...question, by: [...dimensionsOf(by), across] }).filter(weighs);
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
  return { rows, columns, cells, across, question };
}

/**
 * The rows behind a cross, one of its rows or one of its cells: the question of the cells, narrowed. Categories are figures of their
 * own and stay apart; domains and periods are added up.
 */
export function crossTarget(cross: Cross, title: string, rowKey?: string, columnKey?: string): DrillTarget | null {
  const row = cross.rows.find(({ key }) => key === rowKey);
  const column = cross.columns.find(({ key }) => key === columnKey);
  if ((rowKey !== undefined && !row) || (columnKey !== undefined && !column)) return null;
  const { metric, periods, ...selection } = cross.question;
  const columns = column ? [column] : cross.columns;
  const keys = columns.map(({ key }) => key);
  const opened = cross.across === 'period' ? keys : periods;
  const [last] = opened.slice(-1);
  if (last === undefined) return null;
  const own = row ? { ...selection, ...ofMember(row.member) } : selection;
  const named = [row?.label, title, column?.label].filter((part) => part !== undefined && part !== '');
  return {
    title: named.join(' · '),
    metric,
    period: last,
    ...(opened.length > 1 && { periods: opened }),
    selection: {
      ...own,
      ...(cross.across === 'category' && { categories: keys }),
      ...(cross.across === 'domain' && { domains: keys }),
    },
    ...(cross.across === 'category' &&
      columns.length > 1 && {
        apart: columns.map(({ key, label }) => ({ label, selection: { ...own, categories: [key] } })),
      }),
  };
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
