import * as XLSX from '@e965/xlsx';
import { gbk, utf8 } from './raw/read-bytes';
import type { Twin } from './twins';

const cellsOf = (grid: string): string[][] => grid.split('\n').map((line) => line.split('|'));

/** The rows of a twin, all as wide as the widest. */
export function gridOf(grid: string): string[][] {
  const rows = cellsOf(grid);
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

const csv = (rows: readonly (readonly string[])[], delimiter: string, end: string): string =>
  rows
    .map((row) =>
      row
        .map((cell) => (cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(delimiter),
    )
    .join(end) + end;

const NUMBER = /^-?(?:0|[1-9]\d{0,9})(?:\.\d+)?$/;

/** A workbook of one sheet; figures are numbers in it. */
export function workbook(rows: readonly (readonly string[])[], bookType: XLSX.BookType): Uint8Array {
  const sheet = XLSX.utils.aoa_to_sheet(
    rows.map((row) => row.map((cell) => (cell === '' ? null : NUMBER.test(cell) ? Number(cell) : cell))),
  );
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '表');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** The files a twin is written to: name, bytes. */
export function filesOf(twin: Twin): [string, Uint8Array][] {
  const rows = gridOf(twin.grid);
  const delimiter = twin.grid.includes(',') || twin.kind === 'list' ? ';' : ',';
  const plain = csv(rows, delimiter, '\n');
  const texts: [string, Uint8Array][] = [
    ['a.csv', twin.kind === 'list' ? utf8(twin.grid.replaceAll('|', ';') + '\n') : utf8(plain)],
  ];
  if (twin.kind === 'list') return [...texts, ['b.txt', gbk(twin.grid.replaceAll('|', ',') + '\r\n')]];
  texts.push(['b.csv', gbk(csv(rows, delimiter, '\r\n').replaceAll('≥', '≥'))], ['c.txt', utf8(csv(rows, '\t', '\n'))]);
  if (twin.only === 'text') return texts;
  return [
    ...texts,
    ['d.xlsx', workbook(rows, 'xlsx')],
    ['e.xls', workbook(rows, 'biff8')],
    ['f.ods', workbook(rows, 'ods')],
  ];
}
