import type { Dialect } from './dialect-type';

/** More fields than this are not searched for the best reading; the line is cut at its delimiters. */
const MOST_FIELDS = 160;
const MOST_STEPS = 200_000;

/** A line with broken quoting, read the most believable way. `fits` = it has as many fields as the table. */
export interface MendedLine {
  readonly cells: string[];
  readonly fits: boolean;
}

interface Field {
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the cheapest reading of one line: a quoted field may hold stray quotes, an opening quote may be plain text.
 * Readings with as many fields as the table has are preferred to all others.
 */
export function mendLine(line: string, dialect: Dialect): MendedLine {
  const starts = fieldStarts(line, dialect.delimiter);
  const { columns } = dialect;
  if (starts.length > MOST_FIELDS) return { cells: cut(line, starts, dialect), fits: starts.length === columns };
  const quoted = starts.filter((at) => opens(line, at, dialect) >= 0).length;
  const canFit = columns > 0 && starts.length >= columns && quoted * starts.length * columns <= MOST_STEPS;
  const path = canFit ? cheapest(line, starts, dialect, columns) : null;
  if (path) return { cells: path, fits: true };
  return { cells: cheapest(line, starts, dialect, 0) ?? cut(line, starts, dialect), fits: false };
}

/** Starts of all fields when no quote counts; the last entry's field ends with the line. */
function fieldStarts(line: string, delimiter: string): number[] {
  const starts = [0];
  if (delimiter === '') return starts;
  for (let at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, at + delimiter.length))
    starts.push(at + delimiter.length);
  return starts;
}

function endOf(line: string, starts: readonly number[], i: number, delimiter: string): number {
  const next = starts[i + 1];
  return next === undefined ? line.length : next - delimiter.length;
}

/** Where the opening quote of a field is, or -1. */
function opens(line: string, start: number, { quote, delimiter }: Dialect): number {
  let at = start;
  if (!/\s/.test(delimiter)) while (line[at] === ' ') at += 1;
  return line[at] === quote ? at : -1;
}

function cut(line: string, starts: readonly number[], dialect: Dialect): string[] {
  return starts.map((from, i) => plain(line, { from, to: endOf(line, starts, i, dialect.delimiter) }, dialect));
}

function plain(line: string, { from, to }: Field, { padded }: Dialect): string {
  const cell = line.slice(from, to);
  return padded && from > 0 ? cell.trimStart() : cell;
}

/**
 * Shortest path over field boundaries. With `columns` > 0 only paths of exactly that many fields count (null when there
 * is none); with 0 the number of fields is free.
 */
function cheapest(line: string, starts: readonly number[], dialect: Dialect, columns: number): string[] | null {
  const n = starts.length;
  const layers = columns > 0 ? columns : 1;
  const width = n + 1;
  const cost = new Float64Array((layers + 1) * width).fill(Number.POSITIVE_INFINITY);
  const back = new Int32Array((layers + 1) * width).fill(-1);
  cost[0] = 0;
  const relax = (i: number, j: number, extra: number): void => {
    for (let k = 0; k < layers; k += 1) {
      const to = (columns > 0 ? k + 1 : k) * width + j;
      const sum = (cost[k * width + i] ?? Number.POSITIVE_INFINITY) + extra;
      if (sum < (cost[to] ?? 0)) {
        cost[to] = sum;
        back[to] = i;
      }
    }
  };
  for (let i = 0; i < n; i += 1) {
    const open = opens(line, starts[i] ?? 0, dialect);
    relax(i, i + 1, open >= 0 ? 2 : 0);
    if (open >= 0) quotedEnds(line, starts, i, open, dialect, (j, strays) => relax(i, j + 1, strays));
  }
  return trace(line, starts, dialect, back, columns > 0 ? columns : 0, columns > 0);
}

/** Calls back for every field end that a quote closes, with the number of stray quotes inside. */
function quotedEnds(
  line: string,
  starts: readonly number[],
  i: number,
  open: number,
  dialect: Dialect,
  onEnd: (j: number, strays: number) => void,
): void {
  const { close: mark, delimiter } = dialect;
  let strays = 0;
  let run = 0;
  let at = open + 1;
  for (let j = i; j < starts.length; j += 1) {
    const end = endOf(line, starts, j, delimiter);
    for (; at < end; at += 1) {
      if (line[at] === mark) run += 1;
      else if (run > 0) {
        strays += run % 2;
        run = 0;
      }
    }
    let close = end - 1;
    if (!/\s/.test(delimiter)) while (close > open && line[close] === ' ') close -= 1;
    // The run of quotes before the field end closes the field with its last quote; the others are content.
    if (close > open && line[close] === mark) onEnd(j, strays + (close === end - 1 ? (run + 1) % 2 : 0));
  }
}

function trace(
  line: string,
  starts: readonly number[],
  dialect: Dialect,
  back: Int32Array,
  layer: number,
  layered: boolean,
): string[] | null {
  const width = starts.length + 1;
  const cells: string[] = [];
  let j = starts.length;
  let k = layer;
  while (j > 0) {
    const i = back[k * width + j] ?? -1;
    if (i < 0) return null;
    cells.push(cellOf(line, starts, i, j - 1, dialect));
    j = i;
    if (layered) k -= 1;
  }
  return cells.reverse();
}

/** The text of the field from boundary `i` to the end of boundary `j`: unquoted when it is one plain field. */
function cellOf(line: string, starts: readonly number[], i: number, j: number, dialect: Dialect): string {
  const { close, delimiter, backslash } = dialect;
  const field = { from: starts[i] ?? 0, to: endOf(line, starts, j, delimiter) };
  const open = opens(line, field.from, dialect);
  const body = line.slice(open + 1, field.to).trimEnd();
  if (open < 0 || !body.endsWith(close)) return plain(line, field, dialect);
  const inner = body.slice(0, -1).replaceAll(close + close, close);
  return backslash ? inner.replaceAll(`\\${close}`, close) : inner;
}
