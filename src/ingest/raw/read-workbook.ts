import type * as Spreadsheets from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { Refusal } from '../../domain';
import { surveyBytes } from './byte-survey';
import { type Container, LIMITS, isEncryptedPackage, listZip, refuseBomb } from './container';
import { judgeEncoding } from './encoding';
import { IssueLog } from './issue-log';
import type { ByteSource, RawOptions, RawReading, RawTableSummary, TableSink } from './reading';
import { stopIfAborted } from './read-text-file';
import { cellText } from './sheet-cell';
import { TableReader } from './table-reader';
import { TextStream } from './text-stream';

type Library = typeof Spreadsheets;

/** Reads a workbook (.xlsx, .xls, .ods, HTML or XML that a spreadsheet opens); every sheet with content is a table. */
export async function readWorkbook(
  source: ByteSource,
  container: Container,
  options: RawOptions,
  sink: TableSink,
): Promise<RawReading> {
  if (source.size > LIMITS.packed) throw new Refusal('too-large', source.name, {}, String(source.size));
  const bytes = await source.read(0, source.size);
  const log = new IssueLog(source.name);
  const input = await openable(source, container, bytes, options, log);
  const library = await loadLibrary(container);
  stopIfAborted(source, options);
  const book = parse(library, source.name, input);
  const tables = sheetsOf(library, source, book, options, sink, log);
  if (tables.length === 0) throw new Refusal('empty-file', source.name);
  options.onProgress?.(
    source.size,
    tables.reduce((sum, { rows }) => sum + rows, 0),
  );
  return {
    file: source.name,
    format: 'spreadsheet',
    encoding: { zip: 'xlsx', cfb: 'xls', html: 'html', 'xml-spreadsheet': 'xml', text: 'text' }[container],
    bom: false,
    replacements: 0,
    delimiter: '',
    quote: '',
    newline: 'none',
    tables,
    issues: log.issues,
    issueCounts: log.counts,
  };
}

/** The bytes, or the decoded text of markup, after the checks that must come before unpacking. */
async function openable(
  source: ByteSource,
  container: Container,
  bytes: Uint8Array,
  options: RawOptions,
  log: IssueLog,
): Promise<Uint8Array | string> {
  if (container === 'cfb' && isEncryptedPackage(bytes)) throw new Refusal('encrypted-spreadsheet', source.name);
  if (container === 'zip') {
    listZip(source.name, bytes);
    refuseBomb(source.name, bytes);
  }
  if (container === 'zip' || container === 'cfb') return bytes;
  if (bytes.length > LIMITS.packed >> 2) throw new Refusal('too-large', source.name, {}, String(bytes.length));
  const survey = await surveyBytes(source, 1 << 20, () => stopIfAborted(source, options));
  const declared = /charset\s*=\s*["']?\s*(big5|shift_jis|euc-kr)/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 2048)),
  );
  const verdict = judgeEncoding(source.name, bytes, survey, options.encoding ?? declared?.[1]?.toLowerCase());
  return new TextStream(verdict, log).push(bytes.subarray(verdict.skip), true);
}

async function loadLibrary(container: Container): Promise<Library> {
  const library: Library = await import('@e965/xlsx');
  if (container === 'cfb') library.set_cptable(CODE_PAGES);
  return library;
}

/** The code pages old .xls files use, decoded by the platform instead of by half a megabyte of tables. */
const LABELS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  10000: 'macintosh',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
};
const CODE_PAGES = {
  ...Object.fromEntries(Object.keys(LABELS).map((page) => [page, {}])),
  utils: {
    hascp: (page: number) => page in LABELS,
    decode: (page: number, data: string | readonly (number | string)[] | Uint8Array) =>
      new TextDecoder(LABELS[page] ?? 'windows-1252').decode(Uint8Array.from(data, byteOf)),
    encode: () => {
      throw new Error('this table only decodes');
    },
  },
};

function byteOf(item: number | string): number {
  return typeof item === 'number' ? item : item.charCodeAt(0);
}

function parse(library: Library, file: string, input: Uint8Array | string): WorkBook {
  try {
    const common = { dense: true, cellNF: true, cellHTML: false, cellFormula: false, raw: true } as const;
    return library.read(input, { ...common, type: typeof input === 'string' ? 'string' : 'array' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) throw new Refusal('encrypted-spreadsheet', file);
    throw new Refusal('damaged-spreadsheet', file, {}, message.slice(0, 200));
  }
}

function sheetsOf(
  library: Library,
  source: ByteSource,
  book: WorkBook,
  options: RawOptions,
  sink: TableSink,
  log: IssueLog,
): RawTableSummary[] {
  if (book.SheetNames.length > LIMITS.sheets)
    throw new Refusal('too-many-sheets', source.name, {}, String(book.SheetNames.length));
  const tables: RawTableSummary[] = [];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  book.SheetNames.forEach((name, i) => {
    stopIfAborted(source, options);
    const sheet = book.Sheets[name];
    if (!sheet) return;
    log.sheet = name;
    if ((book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0) log.add('hidden-sheet', 'warning', null, { value: name });
    const table = textsOf(library, source.name, sheet, date1904);
    const reader = new TableReader({
      sink,
      log,
      merged: mergedAbove(sheet, table),
      isWord: options.isHeaderWord ?? (() => false),
      sheet: name,
      index: tables.length,
      headerRows: tables.length === 0 ? options.headerRows : undefined,
      onRecord: options.onRecord,
    });
    for (const { cells, record } of rowsOf(table)) reader.push(cells, record);
    reader.finish();
    tables.push(...reader.tables);
  });
  return tables;
}

/** The texts of a sheet as they stand, from its first filled column on; null for an empty row. */
interface SheetTexts {
  readonly texts: readonly (readonly string[] | null)[];
  /** The first filled column. */
  readonly first: number;
  readonly width: number;
}

/** A figure in a merged cell is one figure, however many rows it spans. */
const FIGURE = /^[-+]?[\d.,，]+\s*[%％]?$/;
const KEPT_ZERO = /^0\d/;

/** The cells that are merged with the one above and repeat its text, by record and column of the rows. */
function mergedAbove(sheet: WorkSheet, { texts, first }: SheetTexts): Map<number, Map<number, string>> {
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

function textsOf(library: Library, file: string, sheet: WorkSheet, date1904: boolean): SheetTexts {
  const data = sheet['!data'] as (readonly (CellObject | undefined)[] | undefined)[] | undefined;
  if (!data) return { texts: [], first: 0, width: 0 };
  const texts: (string[] | null)[] = [];
  let first = LIMITS.columns;
  let end = 0;
  for (let r = 0; r < data.length; r += 1) {
    const line = data[r];
    if (!line) {
      texts.push(null);
      continue;
    }
    if (line.length > LIMITS.columns) throw new Refusal('too-many-columns', file, { row: r + 1 }, String(line.length));
    const row = Array.from(line, (cell) => cellText(cell, library.SSF as never, date1904));
    row.forEach((text, c) => {
      if (text.length > LIMITS.cell) throw new Refusal('cell-too-long', file, { row: r + 1, column: c + 1 });
      if (text.trim() === '') return;
      first = Math.min(first, c);
      end = Math.max(end, c + 1);
    });
    texts.push(row);
  }
  return { texts, first, width: Math.max(0, end - first) };
}

/** The rows of a sheet from its first filled column to its last; empty rows come as empty records. */
function* rowsOf({ texts, first, width }: SheetTexts): Generator<{ cells: string[]; record: number }> {
  for (const [r, row] of texts.entries())
    yield { cells: Array.from({ length: width }, (_, c) => row?.[first + c] ?? ''), record: r + 1 };
}
