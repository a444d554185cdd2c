import type { Encoding } from './encode';

/** Separators, line ends and encoding of a file. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: ',' | ';' | '\t';
  readonly eol: '\r\n' | '\n';
}

/** One column: its header (one tier, or a group and a name below it) and the cell of a row. */
export interface Column<Row> {
  readonly header: string | readonly [group: string, name: string];
  readonly cell: (row: Row, index: number) => string;
  /** The row's share of a totals row; absent: the column is not totalled. */
  readonly amount?: (row: Row) => number;
}

/** What stands around the rows. */
export interface Frame {
  readonly above?: readonly string[];
  readonly hint?: readonly string[];
  readonly below?: readonly string[];
  readonly totals?: boolean;
  /** Added to every totals cell: a totals row that does not match. */
  readonly totalsOff?: number;
  /** Exact copies of rows, by index, written again at the end. */
  readonly repeated?: readonly number[];
  /** Rows after which the header is printed again, as page breaks do. */
  readonly headerEvery?: number;
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

function headerTiers<Row>(columns: readonly Column<Row>[]): string[][] {
  if (columns.every((c) => typeof c.header === 'string')) return [columns.map((c) => c.header as string)];
  let group = '';
  const upper = columns.map((c) => {
    if (typeof c.header === 'string') {
      group = '';
      return c.header;
    }
    // A merged cell keeps its text in the leftmost column only.
    const shown = c.header[0] === group ? '' : c.header[0];
    group = c.header[0];
    return shown;
  });
  return [upper, columns.map((c) => (typeof c.header === 'string' ? '' : c.header[1]))];
}

function totalled<Row>(label: string, columns: readonly Column<Row>[], rows: readonly Row[], off: number): string[] {
  return columns.map((column, i) => {
    if (i === 0) return label;
    const { amount } = column;
    return amount ? String(rows.reduce((sum, row) => sum + amount(row), 0) + off) : '';
  });
}

/** The text of a file: lines above, header, rows (in groups, with a subtotal each, when there are several), totals, notes. */
export function writeSheet<Row>(
  columns: readonly Column<Row>[],
  groups: readonly (readonly Row[])[],
  frame: Frame,
  dialect: Dialect,
): string {
  const alone = (text: string): string[] => [text, ...columns.slice(1).map(() => '')];
  const head = headerTiers(columns);
  const records: string[][] = [...(frame.above ?? []).map(alone), ...head];
  if (frame.hint) records.push([...frame.hint]);
  const rows = groups.flat();
  let index = 0;
  for (const group of groups) {
    for (const row of group) {
      if (frame.headerEvery !== undefined && index > 0 && index % frame.headerEvery === 0) records.push(...head);
      records.push(columns.map((c) => c.cell(row, index)));
      index += 1;
    }
    if (groups.length > 1) records.push(totalled('小计', columns, group, 0));
  }
  for (const at of frame.repeated ?? []) {
    const row = rows[at];
    if (row !== undefined) records.push(columns.map((c) => c.cell(row, at)));
  }
  if (frame.totals) records.push(totalled('合计', columns, rows, frame.totalsOff ?? 0));
  records.push(...(frame.below ?? []).map(alone));
  const { delimiter, eol } = dialect;
  return records.map((r) => r.map((cell) => quoted(cell, delimiter)).join(delimiter) + eol).join('');
}
