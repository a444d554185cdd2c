import { SAMPLE_CHARS, chooseDialect } from './dialect';
import { IssueLog } from './issue-log';
import type { ByteSource, Newline, RawTableSummary } from './reading';
import type { Dialect } from './dialect-type';
import { RecordSplitter } from './record-splitter';
import { TableReader } from './table-reader';

const HEAD_BYTES = 1 << 18;
const TAIL_BYTES = 1 << 16;
const KEPT_ROWS = 200;

/** What the beginning and the end of a file show, without reading the rest. */
export interface Probe {
  /**
   * Whether head and tail are plain UTF-8 in RFC 4180 with one delimiter and one kind of line end, the header in
   * record 1 exactly, every record as long as the header, nothing above, between or below. Such a file may go straight
   * to a plain CSV reader.
   */
  readonly regular: boolean;
  /** Why it is not regular: a kebab-case word for the log; null when it is. */
  readonly reason: string | null;
  readonly bom: boolean;
  readonly delimiter: string;
  /** '' when no quote was seen. */
  readonly quote: string;
  readonly newline: Newline;
  readonly header: readonly string[];
  /** The first rows, at most 200. */
  readonly rows: readonly (readonly string[])[];
}

class Irregular extends Error {}

interface Part {
  readonly header: readonly string[];
  readonly rows: string[][];
  readonly newline: Newline;
  readonly quoted: boolean;
}

/** Looks at the first 256 KB and the last 64 KB of a file; throws nothing but what the source throws. */
export async function probe(
  source: ByteSource,
  isWord: (normalisedText: string) => boolean = () => false,
): Promise<Probe> {
  let bom = false;
  try {
    const whole = source.size <= HEAD_BYTES + TAIL_BYTES;
    const bytes = await source.read(0, whole ? source.size : HEAD_BYTES);
    bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const text = decode(whole ? bytes : upToLastLine(bytes), bom ? 3 : 0);
    const dialect = plainDialect(text);
    const head = readPart(text, dialect, isWord, null);
    if (!whole) {
      const tail = await source.read(source.size - TAIL_BYTES, source.size);
      const end = readPart(decode(afterFirstLine(tail), 0), dialect, isWord, head.header);
      if (end.newline !== head.newline) throw new Irregular('mixed-newlines');
    }
    const { header, newline, quoted } = head;
    const rows = head.rows.slice(0, KEPT_ROWS);
    return {
      regular: true,
      reason: null,
      bom,
      delimiter: dialect.delimiter,
      quote: quoted ? '"' : '',
      newline,
      header,
      rows,
    };
  } catch (error) {
    if (!(error instanceof Irregular)) throw error;
    return {
      regular: false,
      reason: error.message,
      bom,
      delimiter: '',
      quote: '',
      newline: 'none',
      header: [],
      rows: [],
    };
  }
}

function decode(bytes: Uint8Array, skip: number): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(skip));
  } catch {
    throw new Irregular('not-utf-8');
  }
  if (/[\u0000\u001a\ufeff]/.test(text)) throw new Irregular('odd-characters');
  return text;
}

function upToLastLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a);
  if (end < 0) throw new Irregular('no-line-end');
  return bytes.subarray(0, end + 1);
}

function afterFirstLine(bytes: Uint8Array): Uint8Array {
  const start = bytes.indexOf(0x0a);
  if (start < 0) throw new Irregular('no-line-end');
  return bytes.subarray(start + 1);
}

function plainDialect(text: string): Dialect {
  const sample = text.slice(0, SAMPLE_CHARS);
  const end = text.length > sample.length ? sample.lastIndexOf('\n') + 1 : sample.length;
  const { dialect, skip } = chooseDialect(sample.slice(0, end), {});
  const plain =
    dialect.spaces === 0 && !dialect.boxed && !dialect.padded && !dialect.backslash && dialect.quote === '"';
  if (!plain || skip > 0 || !/^[,;\t|]$/.test(dialect.delimiter)) throw new Irregular('odd-dialect');
  return dialect;
}

/** Reads one part of the file; with `header` given, as the rows of a table with that header. */
function readPart(
  text: string,
  dialect: Dialect,
  isWord: (word: string) => boolean,
  header: readonly string[] | null,
): Part {
  const rows: string[][] = [];
  let names: readonly string[] = [];
  let summary: RawTableSummary | null = null;
  let tables = 0;
  const log = new IssueLog('');
  const sink = {
    table: (start: { header: readonly string[] }) => {
      names = start.header;
      tables += 1;
    },
    row: (cells: string[]) => {
      if (rows.length < KEPT_ROWS) rows.push([...cells]);
    },
    end: (done: RawTableSummary) => {
      summary ??= done;
    },
  };
  const reader = new TableReader({ sink, log, isWord, sheet: null, index: 0, headerRows: header ? 1 : undefined });
  const width = { value: header?.length ?? -1 };
  if (header) reader.push([...header], 0);
  const splitter = new RecordSplitter(dialect, (cells, record, mended) => {
    if (width.value < 0) width.value = cells.length;
    if (mended !== 'no' || cells.length !== width.value) throw new Irregular('ragged');
    reader.push(cells, record);
  });
  splitter.push(text);
  splitter.finish();
  reader.finish();
  checkTable(tables, summary, log);
  return { header: names, rows, newline: lineEndOf(splitter), quoted: text.includes('"') };
}

function checkTable(tables: number, summary: RawTableSummary | null, log: IssueLog): void {
  if (tables !== 1 || summary === null) throw new Irregular('tables');
  if (summary.headerRows !== 1) throw new Irregular('header');
  if (Object.values(summary.skipped).some((count) => count > 0)) throw new Irregular('skipped-rows');
  if (Object.keys(log.counts).length > 0) throw new Irregular('issues');
}

function lineEndOf({ lineEnds: { crlf, lf, cr } }: RecordSplitter): Newline {
  if (cr > 0 || (crlf > 0 && lf > 0)) throw new Irregular('mixed-newlines');
  return crlf > 0 ? 'crlf' : lf > 0 ? 'lf' : 'none';
}
