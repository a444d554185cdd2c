import { isBand, isDash, isFilled, isValue, kindOf } from './cell-kind';
import { normaliseHeader } from './normalise-header';
import type { CellCodes } from './reading';
import { isGeneralHeaderWord, isMetaText } from './row-words';

/** One record as split, with its number in the source. */
export interface Row {
  readonly cells: readonly string[];
  readonly record: number;
  readonly filled: number;
  /** Blank records before it. */
  readonly blanks: number;
  readonly codes?: CellCodes | undefined;
}

/** Whether a normalised text is a known column header. */
export type IsHeaderWord = (normalisedText: string) => boolean;

/** A row of remarks about the table: its first text says so, or most of its texts do. */
export function isMetaRow(row: Row): boolean {
  const texts = row.cells.filter(isFilled);
  const meta = texts.filter((text) => isMetaText(text)).length;
  return meta > 0 && meta * 2 >= texts.length;
}

/** Whether `row` names columns rather than being one of the rows below it. */
export function looksLikeHeader(row: Row, body: readonly Row[], columns: number, isWord: IsHeaderWord): boolean {
  const whole = row.cells.filter((cell, c) => isFilled(cell) && !isUnusedColumn(cell, c, body));
  const texts = namesMost(row, body, isWord) ? whole.filter((text) => !isDash(text)) : whole;
  if (texts.length === 0) return false;
  const values = texts.filter(isValue).length - bandsOver(row, body);
  const labels = texts.filter((text) => kindOf(text) === 'label').length;
  const words = texts.filter((text) => isHeaderText(text, isWord)).length;
  if (words * 2 >= texts.length && values === 0) return true;
  if (words >= 3 && words * 3 >= texts.length && values * 4 <= texts.length) return true;
  if (words > 0 && (namesPeriods(row, body, 1) || namesCodes(row, body))) return true;
  if (values * 2 > texts.length && namesPeriods(row, body, 2)) return true;
  if (values > 0) return values * 5 <= texts.length && contrast(row, body) > 0.3 && words > 0;
  if (labels > 0 && labels === texts.length)
    return contrast(row, body) > 0 || body.length === 0 ? texts.length > 1 : false;
  if (texts.some((text) => text.trim().length > 60)) return false;
  if (body.length === 0) return true;
  const against = repeats(row, body);
  const change = contrast(row, body);
  if (change > 0) return true;
  if (against > 0 || isListItem(row, body)) return false;
  return !sameShape(row, body);
}

/** A dash over nothing but dashes: a column that nobody uses. */
function isUnusedColumn(cell: string, column: number, body: readonly Row[]): boolean {
  if (!isDash(cell) || body.length === 0) return false;
  return body.every(({ cells }) => !isFilled(cells[column]) || isDash(cells[column] ?? ''));
}

/** Whether a row with dashes for unused columns names the others. */
function namesMost(row: Row, body: readonly Row[], isWord: IsHeaderWord): boolean {
  const texts = row.cells.filter(isFilled);
  const named = texts.filter((text) => !isDash(text));
  if (named.length === texts.length || named.some(isValue)) return false;
  const words = named.filter((text) => isHeaderText(text, isWord)).length;
  return words > 0 && (words >= 2 || contrast(row, body) > 0.3) && words * 3 >= named.length;
}

/** How many cells name a span (35岁以下) over cells that name none. */
function bandsOver(row: Row, body: readonly Row[]): number {
  const over = row.cells.filter(
    (cell, c) => isValue(cell) && isBand(cell) && body.length > 0 && !body.some(({ cells }) => isBand(cells[c] ?? '')),
  );
  return over.length;
}

/** 202301, 2023.01 or 2023年1月: a text that is a month and nothing else. */
const MONTH = /^(?:19|20)\d{2}(?:[-./年]\s?)?(?:0[1-9]|1[0-2]|[1-9](?!\d))(?:月份?)?$/;
const isPeriodName = (cell: string): boolean => kindOf(cell) === 'date' || MONTH.test(cell.trim());

/**
 * Columns named by days or dates (1 2 3 …, 2023-01-31 2023-02-28 …) over values of another kind; at least `least` of them, no
 * two alike.
 */
function namesPeriods(row: Row, body: readonly Row[], least: number): boolean {
  const at = row.cells.flatMap((cell, c) => (isFilled(cell) && isValue(cell) ? [c] : []));
  if (at.length < least || at.length >= row.filled) return false;
  const named = new Set(at.map((c) => (row.cells[c] ?? '').trim()));
  if (named.size === at.length && at.every((c) => isPeriodName(row.cells[c] ?? '')))
    return body.length > 0 && body.every(({ cells }) => at.every((c) => !isPeriodName(cells[c] ?? '')));
  if (least > 1) return false;
  const days = at.map((c) => Number(row.cells[c]));
  return days.length > 3 && days[0] === 1 && days.every((day, i) => i === 0 || day === (days[i - 1] ?? 0) + 1);
}

/** Columns named by codes with letters in them (1001A, 1002A …) over plain numbers. */
function namesCodes(row: Row, body: readonly Row[]): boolean {
  const at = row.cells.flatMap((cell, c) => (isFilled(cell) && isValue(cell) ? [c] : []));
  const isNumber = (text: string): boolean => !isFilled(text) || (isValue(text) && !/[A-Za-z]/.test(text));
  const codes = at.filter((c) => /[A-Za-z]/.test(row.cells[c] ?? ''));
  return (
    codes.length > 0 &&
    codes.length === at.length &&
    body.length > 0 &&
    body.every(({ cells }) => at.every((c) => isNumber(cells[c] ?? '')))
  );
}

/** Whether a cell is a word for a column, one the model knows or any other. */
export function isHeaderText(text: string, isWord: IsHeaderWord): boolean {
  const plain = normaliseHeader(text);
  return isWord(plain) || isGeneralHeaderWord(plain);
}

/** Share of the columns that hold values below while this row has text there. */
export function contrast(row: Row, body: readonly Row[]): number {
  let seen = 0;
  let differ = 0;
  row.cells.forEach((cell, c) => {
    const kind = kindOf(cell);
    if (kind !== 'text' && kind !== 'label') return;
    let values = 0;
    let filled = 0;
    for (const { cells } of body) {
      const below = cells[c];
      if (!isFilled(below)) continue;
      filled += 1;
      if (below !== undefined && isValue(below)) values += 1;
    }
    if (filled === 0) return;
    seen += 1;
    if (values * 3 >= filled * 2) differ += 1;
  });
  return seen === 0 ? 0 : differ / seen;
}

/** How many cells of the row stand again in the same column below: names of columns do not. */
function repeats(row: Row, body: readonly Row[]): number {
  let count = 0;
  // A header that comes back as a whole is still a header.
  const others = body.filter(({ cells }) => !row.cells.every((cell, c) => cell === cells[c]));
  row.cells.forEach((cell, c) => {
    if (isFilled(cell) && others.some(({ cells }) => cells[c] === cell)) count += 1;
  });
  return count;
}

/** All-text tables: a first row whose cells are built like the cells below (same length, same ending) is data. */
function sameShape(row: Row, body: readonly Row[]): boolean {
  let like = 0;
  let seen = 0;
  row.cells.forEach((cell, c) => {
    const below = body.map(({ cells }) => cells[c] ?? '').filter(isFilled);
    if (!isFilled(cell) || below.length === 0 || (below.length === 1 && row.cells.length > 1)) return;
    seen += 1;
    const lengths = below.map((text) => text.trim().length);
    const min = Math.min(...lengths);
    const max = Math.max(...lengths);
    const own = cell.trim().length;
    const ending = cell.trim().slice(-2);
    const beginning = own > 3 ? cell.trim().slice(0, 3) : null;
    const shared = below.filter((text) => {
      const other = text.trim();
      return other.endsWith(ending) || (beginning !== null && other.startsWith(beginning));
    }).length;
    if (own >= min && own <= max && shared * 2 >= below.length) like += 1;
  });
  return seen > 0 && like * 2 >= seen;
}

/** A list of words in one column: the first is as long as the others. */
function isListItem(row: Row, body: readonly Row[]): boolean {
  if (row.cells.length > 1 || body.length < 4) return false;
  const own = (row.cells[0] ?? '').trim().length;
  const lengths = body.map(({ cells }) => (cells[0] ?? '').trim().length);
  return own >= Math.min(...lengths) && own <= Math.max(...lengths);
}
