import { isFilled, isValue } from './cell-kind';
import { type IsHeaderWord, type Row, isMetaRow, looksLikeHeader } from './header-block';
import { normaliseHeader } from './normalise-header';
import { isGeneralHeaderWord } from './row-words';

/** A row with the number of blank records before it. */
export interface Entry extends Row {
  readonly blanks: number;
}

/** What an ordinary row of one table looks like, learnt from its first rows. */
export interface TableShape {
  readonly columns: number;
  readonly header: readonly string[];
  readonly tiers: readonly Row[];
  /** Median number of filled cells. */
  readonly fill: number;
  /** A column that holds values in nearly every row, or -1. */
  readonly valueColumn: number;
  readonly firstIsNumber: boolean;
  /** The first data row, to notice a copy of the whole table. */
  readonly first: Row | null;
}

/** Learns the shape of the rows under a header. */
export function learnShape(
  columns: number,
  header: readonly string[],
  tiers: readonly Row[],
  body: readonly Row[],
): TableShape {
  const fills = body.map(({ filled }) => filled).sort((a, b) => a - b);
  return {
    columns,
    header,
    tiers,
    fill: fills[fills.length >> 1] ?? columns,
    valueColumn: mostValues(columns, body),
    firstIsNumber: valueShare(body, 0) > 0.8,
    first: body[0] ?? null,
  };
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
    // Titles and notes have one field: a wider reading wins unless it is much rarer.
    const weight = width > 1 ? n * 4 : n;
    if (weight > most || (weight === most && width > best)) [best, most] = [width, weight];
  }
  return best;
}

/** Number of fields up to the last filled one. */
export function reach(cells: readonly string[]): number {
  let end = cells.length;
  while (end > 0 && !isFilled(cells[end - 1])) end -= 1;
  return end;
}

/** Index of the first row behind which a second table begins, or the number of rows. */
export function firstSegment(rows: readonly Entry[], isWord: IsHeaderWord): number {
  for (let i = 2; i < rows.length; i += 1) {
    const row = rows[i];
    if (!row || row.blanks === 0) continue;
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
export function tableStartsAt(rows: readonly Entry[], at: number, isWord: IsHeaderWord): boolean {
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

function segmentBelow(rows: readonly Entry[], from: number): Entry[] {
  const out: Entry[] = [];
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
    if (tier.filled === 0 || row.filled < 2) continue;
    let same = 0;
    for (let c = 0; c < Math.max(row.cells.length, tier.cells.length); c += 1) {
      const a = row.cells[c];
      const b = tier.cells[c];
      if (isFilled(a) && isFilled(b) && sameLabel(a ?? '', b ?? '')) same += 1;
    }
    if (same === row.filled && same === tier.filled) return 'same';
    if (same >= 2 && same * 10 >= Math.max(row.filled, tier.filled) * 7 && !row.cells.some(isValue)) return 'variant';
  }
  return 'no';
}

function sameLabel(a: string, b: string): boolean {
  return a === b || (a.length < 60 && b.length < 60 && normaliseHeader(a) === normaliseHeader(b));
}
