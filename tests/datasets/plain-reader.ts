import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A second, deliberately simple reader of the example files: it shares no code with the generator or the product, so that
 * what it counts checks both the files and `expected.json`.
 */

const ROOT = join(import.meta.dirname, '../../datasets');

export interface ExampleFile {
  readonly path: string;
  readonly zone: string | null;
  readonly zoneName: string | null;
  readonly table: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type Row = Readonly<Record<string, string>>;

export const bytesOf = (path: string): Buffer => readFileSync(join(ROOT, path));

export const jsonOf = (path: string): unknown => JSON.parse(bytesOf(path).toString('utf8'));

export const exampleList = (): readonly ExampleFile[] => (jsonOf('manifest.json') as { files: ExampleFile[] }).files;

const LABELS: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  gbk: 'gbk',
  'utf-16le': 'utf-16le',
};

/** Text of a file, by the encoding the manifest states. */
export function textOf(path: string, encoding: string): string {
  return new TextDecoder(LABELS[encoding] ?? encoding, { fatal: true }).decode(bytesOf(path));
}

/** Cells of a delimited text; quotes may hold separators and line breaks. */
export function cellsOf(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let inQuotes = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? '';
    if (inQuotes) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else inQuotes = false;
    } else if (c === '"') inQuotes = true;
    else if (c === delimiter) {
      record.push(cell);
      cell = '';
    } else if (c === '\n') {
      record.push(cell);
      records.push(record);
      record = [];
      cell = '';
    } else if (c !== '\r') cell += c;
  }
  return records;
}

/** Most frequent of the separators in the text. */
function delimiterOf(text: string): string {
  const count = (d: string): number => text.split(d).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

const bare = (text: string): string => text.replace(/\s/g, '');

/** Rows by header. `marks` are headers that only the header row has; what is not a data row is left out. */
export function rowsOf(file: ExampleFile, marks: readonly string[]): Row[] {
  const text = textOf(file.path, file.encoding);
  const all = cellsOf(text, delimiterOf(text)).map((r) => r.map((c) => c.trim()));
  const at = all.findIndex((r) => r.map(bare).some((c) => marks.includes(c)));
  if (at < 0) throw new Error(`no header in ${file.path}`);
  const lower = all[at] ?? [];
  const upper = at > 0 ? (all[at - 1] ?? []) : [];
  const below = all[at + 1] ?? [];
  const tiered = lower[0] === '' || upper.filter((c) => c !== '').length > 1;
  const second = lower.some((c) => c === '') && below[0] === '';
  let group = '';
  const header = lower.map((c, i) => {
    if (second) {
      group = bare(c) === '' ? group : bare(c);
      return (below[i] ?? '') === '' ? group : group + bare(below[i] ?? '');
    }
    return bare(c) === '' && tiered ? (upper[i] ?? '') : bare(c);
  });
  const skipped = /^(合计|小计|注|填表人|审核人|制表单位|必填|序号|统计日期$)/;
  return all
    .slice(at + (second ? 2 : 1))
    .filter((r) => r.length === header.length && !skipped.test(r[0] ?? '') && r.filter((c) => c !== '').length > 2)
    .map((r) => Object.fromEntries(header.map((h, i) => [h, r[i] ?? ''])));
}

/** The year a title line states in brackets, for files whose columns are months without a year. */
function titleYear(file: ExampleFile): string {
  const found = /（(\d{4})年）/.exec(textOf(file.path, file.encoding).slice(0, 200));
  if (!found) throw new Error(`no year in the title of ${file.path}`);
  return found[1] ?? '';
}

/** Headers that only a coverage file with quarters or months as columns has. */
export const WIDE_MARKS: readonly string[] = ['2016年第一季度', '12月'];

/** The mode at each quarter's end, of a row with quarters or months as columns; empty for a row that is not wide. */
export function modesByQuarter(row: Row, file: ExampleFile): { quarter: string; mode: string }[] {
  if (row['12月'] !== undefined) {
    const year = titleYear(file);
    return [1, 2, 3, 4].map((q) => ({ quarter: `${year}Q${q}`, mode: row[`${q * 3}月`] ?? '' }));
  }
  return Object.entries(row).flatMap(([header, mode]) => {
    const found = /^(\d{4})年第(.)季度$/.exec(header);
    return found ? [{ quarter: `${found[1]}Q${'一二三四'.indexOf(found[2] ?? '') + 1}`, mode }] : [];
  });
}

const NUMERALS = '○一二三四五六七八九';

/** A day written in Chinese numerals, as figures with dashes. */
export function chineseDay(text: string): string {
  const [y = '', m = '', d = ''] = text.split(/[年月日]/);
  const small = (t: string): number => {
    if (!t.includes('十')) return NUMERALS.indexOf(t);
    const [tens = '', units = ''] = t.split('十');
    return (tens === '' ? 1 : NUMERALS.indexOf(tens)) * 10 + (units === '' ? 0 : NUMERALS.indexOf(units));
  };
  return [[...y].map((c) => NUMERALS.indexOf(c)).join(''), small(m), small(d)].join('-');
}

/** Whether a day is written in Chinese numerals. */
export const isChineseDay = (text: string): boolean => /^[○一二三四五六七八九]{4}年/.test(text);

/** Quarter of a written day, `2018Q4`. */
export function quarterOf(text: string): string {
  const plain = isChineseDay(text) ? chineseDay(text) : text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const [year, month] = plain.split(/[^\d]+/);
  return `${year}Q${Math.ceil(Number(month) / 3)}`;
}
