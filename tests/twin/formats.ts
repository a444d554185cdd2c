import * as XLSX from '@e965/xlsx';
import { gbk } from '../ingest/raw/read-bytes';

/** Cells as a person writes them; a merged range by its corners, [row, column, row, column]. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
  readonly merges?: readonly (readonly [number, number, number, number])[];
}

export type Format = 'xlsx' | 'xls' | 'html' | 'mhtml' | 'csv' | 'csv-bom' | 'csv-gbk' | 'csv-utf16' | 'tab';

export const ENDINGS: Readonly<Record<Format, string>> = {
  xlsx: 'xlsx',
  xls: 'xls',
  html: 'xls',
  mhtml: 'xls',
  csv: 'csv',
  'csv-bom': 'csv',
  'csv-gbk': 'csv',
  'csv-utf16': 'csv',
  tab: 'txt',
};
export const ONE_SHEET: readonly Format[] = [
  'xlsx',
  'xls',
  'html',
  'mhtml',
  'csv',
  'csv-bom',
  'csv-gbk',
  'csv-utf16',
  'tab',
];
export const BOOKS: readonly Format[] = ['xlsx', 'xls'];

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function book(sheets: readonly Sheet[], bookType: XLSX.BookType): Uint8Array {
  const made = XLSX.utils.book_new();
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))));
    sheet['!merges'] = merges.map(([r, c, toRow, toColumn]) => ({ s: { r, c }, e: { r: toRow, c: toColumn } }));
    XLSX.utils.book_append_sheet(made, sheet, name);
  }
  return new Uint8Array(XLSX.write(made, { type: 'array', bookType }) as ArrayBuffer);
}

function delimited(rows: Sheet['rows'], delimiter: string, end: string): string {
  const written = (cell: string | number): string => {
    const text = String(cell);
    return text.includes(delimiter) || /["\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(written).join(delimiter)).join(end) + end;
}

const escaped = (cell: string | number): string =>
  String(cell).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function html({ rows, merges = [] }: Sheet): string {
  const covered = (r: number, c: number): boolean =>
    merges.some(([r0, c0, r1, c1]) => r >= r0 && r <= r1 && c >= c0 && c <= c1 && !(r === r0 && c === c0));
  const spans = (r: number, c: number): string => {
    const own = merges.find(([r0, c0]) => r0 === r && c0 === c);
    return own ? ` rowspan="${own[2] - own[0] + 1}" colspan="${own[3] - own[1] + 1}"` : '';
  };
  const lines = rows.map((row, r) => {
    const cells = row.flatMap((cell, c) => (covered(r, c) ? [] : [`<td${spans(r, c)}>${escaped(cell)}</td>`]));
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table border="1">\n${lines.join('\n')}\n</table></body></html>`;
}

function mhtml(sheet: Sheet): string {
  const encoded = Buffer.from(html(sheet), 'utf8').toString('base64');
  const body = encoded.match(/.{1,76}/gu)?.join('\r\n') ?? '';
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary="----=_Part_0"',
    '',
    '------=_Part_0',
    'Content-Location: file:///C:/sheet001.htm',
    'Content-Transfer-Encoding: base64',
    'Content-Type: text/html; charset="utf-8"',
    '',
    body,
    '',
    '------=_Part_0--',
    '',
  ].join('\r\n');
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at + 2, text.charCodeAt(at), true);
  return bytes;
}

/** A file of these sheets; only workbooks hold more than one. */
export function written(format: Format, sheets: readonly Sheet[]): Uint8Array {
  const [first = { name: '', rows: [] }] = sheets;
  switch (format) {
    case 'xlsx':
      return book(sheets, 'xlsx');
    case 'xls':
      return book(sheets, 'biff8');
    case 'html':
      return utf8(html(first));
    case 'mhtml':
      return utf8(mhtml(first));
    case 'csv':
      return utf8(delimited(first.rows, ',', '\n'));
    case 'csv-bom':
      return utf8(`\ufeff${delimited(first.rows, ',', '\r\n')}`);
    case 'csv-gbk':
      return gbk(delimited(first.rows, ',', '\r\n'));
    case 'csv-utf16':
      return utf16(delimited(first.rows, '\t', '\r\n'));
    case 'tab':
      return utf8(delimited(first.rows, '\t', '\r\n'));
  }
}
