import type { ColumnSpec, TableSpec } from '../../domain';
import { blankReason, looksLikeStars, parseBoolean, parseCell } from '../cells';
import type { Assignment } from './assign';
import { tally } from './tally';
import { MOST_COLUMNS } from './widest';

/** So many of the filled cells must be values of the column, and so many different ones must be there. */
const READABLE = 0.95;
const LEAST_DIFFERENT = 2;
/** A column found by its cells is trusted less than one by its header. */
const TRUST = 0.6;
/** Rows looked at. */
const ROWS = 200;

type Rows = readonly (readonly string[])[];
type Texts = readonly (readonly [text: string, count: number])[];

/** What the cells of each column say, the commonest first: worked out once for all tables a header is read as. */
const known = new WeakMap<Rows, Map<number, Texts>>();

function textsIn(rows: Rows, at: number): Texts {
  const columns = known.get(rows) ?? new Map<number, Texts>();
  known.set(rows, columns);
  const found =
    columns.get(at) ??
    [...tally(rows.slice(0, ROWS).map((row) => (row[at] ?? '').trim()))]
      .filter(([text]) => blankReason(text) === null)
      .sort(([, a], [, b]) => b - a);
  columns.set(at, found);
  return found;
}

/** Whether a level in stars is what a column is there for. */
const isStarLevel = ({ type, required, label }: ColumnSpec): boolean =>
  type === 'integer' && required !== undefined && label.zh.endsWith('星级');

/** Whether a required choice, or levels in stars (★★★, 三星级), stand in a column, by what its cells say. */
export function holdsValues(column: ColumnSpec, at: number, rows: Rows): boolean {
  const stars = isStarLevel(column);
  if (!stars && (column.required !== true || column.type !== 'enum')) return false;
  const texts = textsIn(rows, at);
  let unread = (1 - READABLE) * texts.reduce((sum, [, count]) => sum + count, 0);
  const different = new Set<unknown>();
  for (const [text, count] of texts) {
    const found = parseCell(column, text);
    if (found.state !== 'value') unread -= count;
    // A yes or no says nothing of which column it is, and a figure nothing of stars.
    else if (stars ? looksLikeStars(text) : parseBoolean(text).state !== 'value') different.add(found.value);
    if (unread < 0) return false;
  }
  return different.size >= LEAST_DIFFERENT;
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
  if (assigned.length > MOST_COLUMNS) return [...assigned];
  const whole = [...assigned];
  const there = new Set(assigned.flatMap((entry) => (entry === null ? [] : [entry.column.id])));
  for (const column of table.columns) {
    // Levels in stars stand in several columns (自评, 审定): only a header says which.
    if (there.has(column.id) || isStarLevel(column)) continue;
    const [only, ...more] = free.filter((at) => whole[at] === null && holdsValues(column, at, rows));
    if (only !== undefined && more.length === 0) whole[only] = { column, trust: TRUST, key: '' };
  }
  return whole;
}
