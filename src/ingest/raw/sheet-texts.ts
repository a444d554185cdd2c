import type * as Spreadsheets from '@e965/xlsx';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { Refusal } from '../../domain';
import { LIMITS } from './limits';
import { cellText } from './sheet-cell';

type Library = typeof Spreadsheets;

/** The texts of a sheet as they stand, from its first filled column on; null for an empty row. */
export interface SheetTexts {
  readonly texts: readonly (readonly string[] | null)[];
  /** The first filled column. */
  readonly first: number;
  readonly width: number;
  /** Cells far away from all others, which are left out. */
  readonly strays: readonly { readonly cell: string; readonly row: number; readonly text: string }[];
}

/** A figure in a merged cell is one figure, however many rows it spans. */
const FIGURE = /^[-+]?[\d.,，]+\s*[%％]?$/;
const KEPT_ZERO = /^0\d/;

/** The cells that are merged with the one above and repeat its text, by record and column of the rows. */
export function mergedAbove(sheet: WorkSheet, { texts, first }: SheetTexts): Map<number, Map<number, string>> {
  const found = new Map<number, Map<number, string>>();
  for (const { s, e } of sheet['!merges'] ?? []) {
    const column = s.c - first;
    const text = texts[s.r]?.[s.c] ?? '';
    if (text === '' || (FIGURE.test(text.trim()) && !KEPT_ZERO.test(text.trim()))) continue;
    for (let r = s.r + 1; r <= Math.min(e.r, texts.length - 1); r += 1) {
      const row = found.get(r + 1) ?? new Map<number, string>();
      found.set(r + 1, row.set(column, text));
    }
  }
  return found;
}

/** The texts of a sheet. Throws `Refusal` when it has more rows or columns than a sheet can have, or a cell too long. */
export function sheetTexts(library: Library, file: string, sheet: WorkSheet, date1904: boolean): SheetTexts {
  const data = sheet['!data'] as (readonly (CellObject | undefined)[] | undefined)[] | undefined;
  if (!data) return { texts: [], first: 0, width: 0, strays: [] };
  if (data.length > LIMITS.rows) throw new Refusal('damaged-spreadsheet', file, {}, `row ${data.length}`);
  const texts: (string[] | null)[] = [];
  const columns: number[] = [];
  for (let r = 0; r < data.length; r += 1) {
    const line = data[r];
    if (!line) {
      texts.push(null);
      continue;
    }
    if (line.length > LIMITS.columns) throw new Refusal('too-many-columns', file, { row: r + 1 }, String(line.length));
    const row = Array.from(line, (cell) => cellText(cell, library.SSF as never, date1904));
    let filled = false;
    row.forEach((text, c) => {
      if (text.length > LIMITS.cell) throw new Refusal('cell-too-long', file, { row: r + 1, column: c + 1 });
      if (text.trim() === '') return;
      columns[c] = (columns[c] ?? 0) + 1;
      filled = true;
    });
    texts.push(filled ? row : null);
  }
  return framed(library, texts, columns);
}

/** Columns and rows without anything, behind which a few cells are not of the table. */
const FAR_COLUMNS = 60;
const FAR_ROWS = 1000;
const FEW = 3;

/** The last place before a gap behind which only a few things stand; the last of all when there is no such gap. */
function endBeforeStrays(counts: readonly number[], far: number): number {
  const filled = counts.flatMap((count, at) => (count > 0 ? [at] : []));
  let behind = 0;
  for (let i = filled.length - 1; i > 0; i -= 1) {
    behind += counts[filled[i] ?? 0] ?? 0;
    if (behind > FEW) break;
    if ((filled[i] ?? 0) - (filled[i - 1] ?? 0) > far) return filled[i - 1] ?? 0;
  }
  return filled.at(-1) ?? -1;
}

function framed(library: Library, texts: (string[] | null)[], columns: readonly number[]): SheetTexts {
  const first = Math.max(
    0,
    columns.findIndex((count) => count > 0),
  );
  const end =
    endBeforeStrays(
      Array.from(columns, (count) => count ?? 0),
      FAR_COLUMNS,
    ) + 1;
  const strays: SheetTexts['strays'][number][] = [];
  const takeOut = (row: string[], r: number, from: number): void => {
    row.splice(from).forEach((text, c) => {
      if (text.trim() !== '') strays.push({ cell: library.utils.encode_cell({ r, c: from + c }), row: r + 1, text });
    });
  };
  texts.forEach((row, r) => {
    if (row && row.length > end) takeOut(row, r, end);
  });
  const counts = texts.map((row) => row?.filter((text) => text.trim() !== '').length ?? 0);
  const last = endBeforeStrays(counts, FAR_ROWS);
  texts.forEach((row, r) => {
    if (row && r > last) takeOut(row, r, 0);
  });
  const kept = texts.slice(0, last + 1).map((row, r) => ((counts[r] ?? 0) > 0 ? row : null));
  return { texts: kept, first, width: Math.max(0, end - first), strays };
}

/** The rows of a sheet from its first filled column to its last; empty rows come as empty records. */
export function* rowsOf({ texts, first, width }: SheetTexts): Generator<{ cells: string[]; record: number }> {
  for (const [r, row] of texts.entries())
    yield {
      cells: row ? Array.from({ length: width }, (_, c) => row[first + c] ?? '') : [],
      record: r + 1,
    };
}
