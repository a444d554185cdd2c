import type { CellStyle, CellValue as Written, WriteSheet } from 'hucre/xlsx';
import { type CellValue, type ColumnKind, type TableColumn, type TableData, cellText, dusted } from './table';

/** A sheet of a workbook: its name and what stands on it. */
export interface Sheet {
  readonly name: string;
  readonly table: TableData;
}

/** What a workbook file is. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Spreadsheet programs take no more rows a sheet, nor more characters a cell or a name. */
const MOST_ROWS = 1_048_575;
const MOST_CHARACTERS = 32_767;
const MOST_IN_NAME = 31;

/** The font every Windows with Chinese has. */
const FONT = { name: '宋体', size: 11 } as const;
const header = (kind: ColumnKind): CellStyle => ({
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEDEBE6' } },
  border: { bottom: { style: 'thin', color: { rgb: 'FF8C877C' } } },
  alignment: {
    vertical: 'center',
    wrapText: true,
    horizontal: kind === 'text' || kind === 'value' ? 'left' : 'right',
  },
  numFmt: '@',
});
/** Height of a line, points; width of a column of long text, in letters. */
const LINE = 15;
const LONG = 60;

const DAY = /^\d{4}-\d\d-\d\d$/u;

/** The day a text says in ISO form; null for any other text, and for a day there is not. */
function dayOf(text: string): Date | null {
  if (!DAY.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && day.getUTCFullYear() >= 1901
    ? day
    : null;
}

/** A number format that shows a number as its text on the page has it: as many decimals, the percent sign, the plus. */
function formatLike(text: string, kind: ColumnKind): string {
  const decimals = /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
  const digits = (kind === 'count' ? '#,##0' : '0') + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '');
  if (kind === 'rate') return `${digits}%`;
  return kind === 'points' ? `+${digits};-${digits};${digits}` : digits;
}

/**
 * A number that shows as its text on the page has it. 0.2875 lies a little below 28.75 % in binary, and programs that round there
 * show 28.7 % for 28.8 %: the least that can be added makes all of them show the same.
 */
function rounding(value: number, text: string, kind: ColumnKind): number {
  const decimals = /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
  const shown = Number(text.replaceAll(/[%,+]/gu, '').replace('−', '-'));
  const scaled = kind === 'rate' ? value * 100 : value;
  return Number(scaled.toFixed(decimals)) === shown ? value : value * (1 + 2 * Number.EPSILON);
}

const USUAL: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  value: '@',
  count: formatLike('0', 'count'),
  rate: formatLike('0.0', 'rate'),
  points: formatLike('0.0', 'points'),
  score: formatLike('0.0', 'score'),
};

interface Cell {
  readonly value: Written;
  readonly format: string;
}

/** `_x0041_` stands for a letter in a workbook: the mark is written so that it is read back as it was. */
const kept = (text: string): string =>
  (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text).replace(
    /_(?=x[\dA-Fa-f]{4}_)/gu,
    '_x005F_',
  );

/** A value as a cell: a text is never a formula and never loses a digit, a number is a number, a day a day. */
function cellOf(value: CellValue, kind: ColumnKind): Cell {
  if (value === null || value === '') return { value: null, format: USUAL[kind] };
  if (typeof value === 'string') {
    const day = kind === 'value' ? dayOf(value) : null;
    return day === null ? { value: kept(value), format: '@' } : { value: day, format: 'yyyy-mm-dd' };
  }
  if (kind === 'text') return { value: kept(cellText(value, kind)), format: '@' };
  const number = dusted(typeof value === 'object' ? value.value : value);
  if (kind === 'value') return { value: number, format: 'General' };
  const text = cellText(value, kind);
  return { value: rounding(number, text, kind), format: formatLike(text, kind) };
}

/** Chinese characters take two places. */
const wide = (text: string): number => text.replace(/[\u2E80-\uFFEF]/gu, '**').length;

function widthOf({ label, kind, wrap }: TableColumn, at: number, { rows }: TableData): number {
  if (wrap === true) return LONG;
  const longest = rows.reduce((most, row) => Math.max(most, wide(cellText(row[at] ?? null, kind))), 0);
  return Math.min(44, Math.max(longest + 2, Math.min(wide(label), 16) + 2, 8));
}

/** Lines the long texts of a row take: not every program makes room for them by itself. */
const linesOf = (row: readonly CellValue[], columns: readonly TableColumn[]): number =>
  columns.reduce((most, { kind, wrap }, at) => {
    if (wrap !== true) return most;
    const parts = cellText(row[at] ?? null, kind).split('\n');
    return Math.max(
      most,
      Math.min(
        26,
        parts.reduce((sum, part) => sum + Math.ceil((wide(part) + 1) / (LONG - 2)), 0),
      ),
    );
  }, 1);

/** A name a sheet may have that no other has. */
function sheetName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replaceAll(/[[\]:*?/\\]/gu, ' ')
      .replaceAll(/^'+|'+$/gu, '')
      .trim() || '1';
  for (let at = 1; ; at++) {
    const ending = at === 1 ? '' : ` ${at}`;
    const free = plain.slice(0, MOST_IN_NAME - ending.length) + ending;
    if (taken.has(free.toLowerCase())) continue;
    taken.add(free.toLowerCase());
    return free;
  }
}

function sheetOf(name: string, title: string, table: TableData): WriteSheet {
  const { columns, rows } = table;
  const cells = rows.map((row) => columns.map(({ kind }, at) => cellOf(row[at] ?? null, kind)));
  // A column has the format most of its cells ask for by their kind; a cell that asks for another has its own.
  const formats = columns.map(
    ({ kind }, at) => (kind === 'value' && cells.find((row) => row[at]?.value != null)?.[at]?.format) || USUAL[kind],
  );
  const styles = columns.map(({ wrap = false }): Pick<CellStyle, 'alignment'> => ({
    alignment: { vertical: 'top', ...(wrap && { wrapText: true, horizontal: 'left' }) },
  }));
  const own = new Map<string, { style: CellStyle }>(
    columns.map(({ kind }, at) => [`0,${at}`, { style: header(kind) }]),
  );
  for (const [row, line] of cells.entries())
    for (const [at, { value, format }] of line.entries())
      if (value !== null && format !== formats[at])
        own.set(`${row + 1},${at}`, { style: { ...styles[at], numFmt: format } });
  return {
    name,
    rows: [columns.map(({ label }) => kept(label)), ...cells.map((line) => line.map(({ value }) => value))],
    columns: columns.map((column, at) => ({
      width: widthOf(column, at, table),
      style: { ...styles[at], numFmt: formats[at] ?? '@' },
    })),
    cells: own,
    rowDefs: new Map(
      rows.flatMap((row, at) => {
        const lines = linesOf(row, columns);
        return lines > 1 ? [[at + 1, { height: lines * LINE }] as const] : [];
      }),
    ),
    freezePane: { rows: 1, columns: columns.length > 2 ? 1 : 0 },
    pageSetup: {
      paperSize: 'a4',
      orientation: columns.length > 6 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    headerFooter: { oddHeader: `&C${title.replaceAll('&', '&&').slice(0, 120)}`, oddFooter: '&C&P / &N' },
  };
}

/** A workbook of tables, one a sheet (several where one is too long), as .xlsx: no formula, no macro, the same bytes for the same tables. */
export async function workbook(title: string, on: string, sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const taken = new Set<string>();
  const made = new Date(`${on}T00:00:00Z`);
  return writeXlsx({
    sheets: sheets.flatMap(({ name, table: { columns, rows } }) => {
      const parts = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
      return Array.from({ length: parts }, (_, at) =>
        sheetOf(sheetName(name, taken), title, {
          columns,
          rows: rows.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS),
        }),
      );
    }),
    properties: { title, creator: '区镜 Zonelens', created: made, modified: made },
    defaultFont: FONT,
  });
}
