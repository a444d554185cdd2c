import { isFilled, isValue, kindOf } from './cell-kind';
import { type IsHeaderWord, type Row, isMetaRow, looksLikeHeader } from './header-row';
import { normaliseHeader } from './normalise-header';
import { isGeneralHeaderWord, isNoteText } from './row-words';

/** What an ordinary row of one table looks like, learnt from its first rows. */
export interface TableShape {
  readonly columns: number;
  readonly header: readonly string[];
  readonly tiers: readonly Row[];
  /** Median number of filled cells. */
  readonly fill: number;
  /** A column that holds values in nearly every row, or -1. */
  readonly valueColumn: number;
  /** How many columns at the left edge hold texts, not serial numbers or figures. */
  readonly leadingTexts: number;
  /** Endings of the texts in each of the first columns: names of one kind end alike. */
  readonly endings: readonly ReadonlySet<string>[];
  /** How many texts of the sample end in each character, in each of the first columns. */
  readonly last: readonly ReadonlyMap<string, number>[];
  /** The first data row, to notice a copy of the whole table. */
  readonly first: Row | null;
}

/** Learns the shape of the rows under a header. */
export function learnShape(
  columns: number,
  header: readonly string[],
  tiers: readonly Row[],
  sample: readonly Row[],
): TableShape {
  const body = likelyData(columns, sample);
  const fills = body.map(({ filled }) => filled).sort((a, b) => a - b);
  return {
    columns,
    header,
    tiers,
    fill: fills[fills.length >> 1] ?? columns,
    valueColumn: mostValues(columns, body),
    leadingTexts: textsAtLeft(columns, body),
    endings: [0, 1, 2].map((c) => endingsOf(c, body)),
    last: [0, 1, 2].map((c) => lastCharacters(c, body)),
    first: body[0] ?? null,
  };
}

function endingsOf(column: number, body: readonly Row[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { cells, filled } of body) {
    const text = (cells[column] ?? '').trim();
    if (filled < 2 || text.length < 3 || isValue(text)) continue;
    const ending = text.slice(-2);
    times.set(ending, (times.get(ending) ?? 0) + 1);
  }
  return new Set([...times].filter(([, n]) => n * 4 >= body.length).map(([ending]) => ending));
}

function lastCharacters(column: number, body: readonly Row[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { cells } of body) {
    const end = (cells[column] ?? '').trim().slice(-1);
    if (end !== '') times.set(end, (times.get(end) ?? 0) + 1);
  }
  return times;
}

/** The rows of a sample without the notes and headings that can be told at once. */
function likelyData(columns: number, sample: readonly Row[]): readonly Row[] {
  const whole = sample.filter((row) => row.cells.length >= columns && !isNoteText(row.cells.find(isFilled) ?? ''));
  return whole.length > 0 ? whole : sample;
}

function mostValues(columns: number, body: readonly Row[]): number {
  let best = -1;
  let most = 0.85;
  for (let c = 0; c < columns; c += 1) {
    const share = valueShare(body, c);
    if (share > most) [best, most] = [c, share];
  }
  return best;
}

function textsAtLeft(columns: number, body: readonly Row[]): number {
  let at = 0;
  while (at < columns && body.some(({ cells }) => isFilled(cells[at])) && valuesIn(body, at) === 0) at += 1;
  return at;
}

const valuesIn = (body: readonly Row[], column: number): number =>
  body.filter(({ cells }) => ['number', 'date'].includes(kindOf(cells[column] ?? ''))).length;

function valueShare(body: readonly Row[], column: number): number {
  let values = 0;
  let wide = 0;
  for (const { cells, filled } of body) {
    if (filled < 2) continue;
    wide += 1;
    if (isValue(cells[column] ?? '')) values += 1;
  }
  return wide < 2 ? 0 : values / wide;
}

/** Fields most rows have. */
export function modalWidth(rows: readonly Row[]): number {
  const times = new Map<number, number>();
  for (const { cells } of rows) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
  let best = 1;
  let most = 0;
  for (const [width, n] of times) {
    // Titles and notes have one field, however many they are.
    if (width > 1 && (n > most || (n === most && width > best))) [best, most] = [width, n];
  }
  return most > 1 || rows.length <= 3 ? best : 1;
}

/** Number of fields up to the last filled one. */
export function reach(cells: readonly string[]): number {
  let end = cells.length;
  while (end > 0 && !isFilled(cells[end - 1])) end -= 1;
  return end;
}

/** Index of the first row behind which a second table begins, or the number of rows. */
export function firstSegment(rows: readonly Row[], isWord: IsHeaderWord): number {
  const header = rows.find((row) => row.filled >= 2 && !isMetaRow(row) && !row.cells.some(isValue));
  for (let i = 2; i < rows.length; i += 1) {
    const row = rows[i];
    if (!row) break;
    if (header && header !== row && i > 3 && compareLabels(row, header) === 'variant' && isValueRow(rows[i + 1]))
      return i;
    if (row.blanks === 0) continue;
    if (holdsTable(rows.slice(0, i), isWord) && tableStartsAt(rows, i, isWord)) return i;
  }
  return rows.length;
}

/** Whether rows above a gap are a table of their own and not the preamble of what follows. */
function holdsTable(rows: readonly Row[], isWord: IsHeaderWord): boolean {
  const wide = rows.filter((row) => row.filled >= 2 && !isMetaRow(row));
  const [top, ...body] = wide;
  if (!top || body.length === 0) return false;
  if (Math.max(...wide.map(({ filled }) => filled)) >= 3) return body.some(({ filled }) => filled * 2 >= top.filled);
  return body.length >= 2 && headerShare(top, isWord) === 1;
}

/** Share of the filled cells that are words for columns. */
export function headerShare(row: Row, isWord: IsHeaderWord): number {
  const words = row.cells.filter(isFilled).filter((text) => {
    const plain = normaliseHeader(text);
    return isWord(plain) || isGeneralHeaderWord(plain);
  });
  return row.filled === 0 ? 0 : words.length / row.filled;
}

/** Whether a new table begins at `at`: at most three title rows, then a row that names columns, then a row of data. */
export function tableStartsAt(rows: readonly Row[], at: number, isWord: IsHeaderWord): boolean {
  let i = at;
  while (i < at + 4 && i < rows.length) {
    const row = rows[i];
    if (!row) return false;
    if (row.filled >= 2 && !isMetaRow(row)) break;
    i += 1;
  }
  const top = rows[i];
  if (!top || top.filled < 2 || i >= at + 4 || rows.length < i + 2) return false;
  if (top.cells.some(isValue)) return false;
  const body = segmentBelow(rows, i + 1);
  if (body.length === 0) return false;
  const share = headerShare(top, isWord);
  return share >= 0.6 || (share > 0 && looksLikeHeader(top, body, top.filled, isWord) && changes(top, body));
}

function segmentBelow(rows: readonly Row[], from: number): Row[] {
  const out: Row[] = [];
  for (let i = from; i < Math.min(rows.length, from + 30); i += 1) {
    const row = rows[i];
    if (!row || (row.blanks > 0 && i > from)) break;
    out.push(row);
  }
  return out;
}

function changes(top: Row, body: readonly Row[]): boolean {
  return top.cells.some((cell, c) => isFilled(cell) && body.every(({ cells }) => isValue(cells[c] ?? '')));
}

/** How a row relates to the header of the running table: the same, a variant of it (another table), or unlike it. */
export function likeHeader(row: Row, shape: TableShape): 'same' | 'variant' | 'no' {
  for (const tier of shape.tiers) {
    const like = compareLabels(row, tier);
    if (like !== 'no') return like;
  }
  return 'no';
}

function compareLabels(row: Row, tier: Row): 'same' | 'variant' | 'no' {
  if (tier.filled === 0 || row.filled < Math.min(2, tier.cells.length)) return 'no';
  let same = 0;
  const width = Math.max(row.cells.length, tier.cells.length);
  for (let c = 0; c < width; c += 1) {
    const a = row.cells[c];
    const b = tier.cells[c];
    if (a !== undefined && b !== undefined && isFilled(a) && isFilled(b) && sameLabel(a, b)) same += 1;
    else if (c === 2 && same === 0) return 'no';
  }
  if (same === row.filled && same === tier.filled) return 'same';
  const alike = same >= 2 && same * 10 >= Math.max(row.filled, tier.filled) * 7;
  return alike && !row.cells.some(isValue) ? 'variant' : 'no';
}

function isValueRow(row: Row | undefined): boolean {
  return row !== undefined && row.filled >= 2 && row.cells.some(isValue);
}

/** Headers that come back in a file are written as they were the first time, give or take white space. */
function sameLabel(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length > 60 || b.length > 60 || a.trimStart()[0] !== b.trimStart()[0]) return false;
  return normaliseHeader(a) === normaliseHeader(b);
}
