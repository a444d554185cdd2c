import { type Counted, type StatusGroup, heatMap, statusGrid } from '../../src/charts';
import { type Case, LONG } from './samples';

const DUTIES = [
  ['月调度', 12],
  ['季主题', 4],
  ['半年考核', 2],
] as const;

const groupsOf = (rows: number, cell: (row: number, column: number) => Counted | null): StatusGroup[] =>
  DUTIES.map(([label, count]) => ({
    key: label,
    label,
    columns: Array.from({ length: count }, (_, i) => ({ key: `${label}${i}`, label: String(i + 1) })),
    cells: Array.from({ length: rows }, (_, row) => Array.from({ length: count }, (__, column) => cell(row, column))),
  }));

const grid = (
  name: string,
  rows: readonly string[],
  cell: (row: number, column: number) => Counted | null,
  texts: readonly string[] = [],
): Case => ({
  name: `status-grid: ${name}`,
  draw: (setting) =>
    statusGrid({
      ...setting,
      rows: rows.map((label) => ({ key: label, label })),
      groups: groupsOf(rows.length, cell),
      periodName: (key) => key,
    }),
  texts: [...rows, ...DUTIES.map(([label]) => label), ...texts],
});

const NAMES = ['甲街道党工委', '乙街道党工委', '经开区机关党委', '经开区两新组织党委'];

/** Duties kept, not kept and not due. */
export const STATUS_CASES: readonly Case[] = [
  grid('committees', NAMES, (row, column) =>
    row === 3 && column < 5 ? null : { numerator: (row * 5 + column) % 7 === 3 ? 0 : 1, denominator: 1 },
  ),
  grid(
    'zones, x of n',
    ['徐州经开区', '星槎经开区'],
    (row, column) => ({ numerator: 10 - ((row + column) % 3), denominator: 10 }),
    ['9/10', '10/10'],
  ),
  grid('a long name, nothing due', [LONG], () => null),
  grid('no rows', [], () => null),
  {
    name: 'heat-map: gaps',
    draw: (setting) =>
      heatMap({
        ...setting,
        rows: NAMES.map((label) => ({ key: label, label })),
        columns: ['1 月', '2 月', '3 月'].map((label) => ({ key: label, label })),
        cells: NAMES.map((_, row) =>
          [0, 1, 2].map((column) => ({ numerator: 30 - row * 2 - column, denominator: 30 })),
        ),
      }),
    texts: NAMES,
  },
];
