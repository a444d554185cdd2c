import type { ColumnSpec, TableSpec } from '../../domain';
import { blankReason, parseBoolean, parseCell } from '../cells';
import type { Assignment } from './assign';
import { tally } from './tally';

/** So many of the filled cells must be values of the column, and so many different ones must be there. */
const READABLE = 0.95;
const LEAST_DIFFERENT = 2;
/** A column found by its cells is trusted less than one by its header. */
const TRUST = 0.6;
/** Rows looked at. */
const ROWS = 200;

/** Whether a required choice stands in a column, by what its cells say. */
export function holdsValues(column: ColumnSpec, at: number, rows: readonly (readonly string[])[]): boolean {
  if (column.required !== true || column.type !== 'enum') return false;
  const cells = [...tally(rows.slice(0, ROWS).map((row) => (row[at] ?? '').trim()))].filter(
    ([text]) => blankReason(text) === null,
  );
  const filled = cells.reduce((sum, [, count]) => sum + count, 0);
  const read = cells
    .map(([text, count]) => ({ found: parseCell(column, text), isYesNo: parseBoolean(text).state === 'value', count }))
    .filter(({ found }) => found.state === 'value');
  const good = read.reduce((sum, { count }) => sum + count, 0);
  // A yes or no says nothing of which column it is.
  const different = new Set(read.flatMap(({ found, isYesNo }) => (isYesNo ? [] : [found.value])));
  return good >= READABLE * filled && different.size >= LEAST_DIFFERENT;
}

/**
 * Required choices that no header names (项目), found by what their cells say: the only column that is left whose cells are values of it.
 * `free` are the columns that may be taken.
 */
export function assignedByValues(
  table: TableSpec,
  assigned: readonly (Assignment | null)[],
  free: readonly number[],
  rows: readonly (readonly string[])[],
): (Assignment | null)[] {
  const whole = [...assigned];
  const there = new Set(assigned.flatMap((entry) => (entry === null ? [] : [entry.column.id])));
  for (const column of table.columns) {
    if (there.has(column.id)) continue;
    const [only, ...more] = free.filter((at) => whole[at] === null && holdsValues(column, at, rows));
    if (only !== undefined && more.length === 0) whole[only] = { column, trust: TRUST, key: '' };
  }
  return whole;
}
