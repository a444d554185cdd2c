import type { WorkBook } from '@e965/xlsx';
import { Refusal } from '../../domain';
import { BlockReader } from './block-reader';
import { surveyBytes } from './byte-survey';
import { refuseCircles } from './compound-file';
import { type Container, isEncryptedPackage } from './container';
import { judgeEncoding } from './encoding';
import { IssueLog } from './issue-log';
import { LIMITS } from './limits';
import { surveyMarkup, withoutComments } from './markup-survey';
import { htmlParts } from './mhtml';
import type { ByteSource, RawOptions, RawReading, RawTableSummary, TableSink } from './reading';
import { stopIfAborted } from './read-text-file';
import { mergedAbove, rowsOf, sheetTexts } from './sheet-texts';
import { TextStream } from './text-stream';
import { loadLibrary, openWorkbook } from './workbook-library';
import { type SheetMarks, surveyWorkbook } from './xlsx-survey';
import { zipDirectory } from './zip-archive';

type Marks = ReadonlyMap<string, SheetMarks>;

/** What is handed to the spreadsheet library: bytes, or the text of markup; a web archive holds several. */
interface Openable {
  readonly name: string;
  readonly input: Uint8Array | string;
  /** What its sheets hide, by name. */
  readonly marks: Marks;
}

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
  const inputs = await openable(source, container, bytes, options, log);
  const library = await loadLibrary(container);
  const sheets = new SheetReader(source, options, sink, log);
  for (const { name, input, marks } of inputs) {
    stopIfAborted(source, options);
    sheets.read(library, openWorkbook(library, source.name, input), inputs.length > 1 ? name : '', marks);
  }
  const { tables } = sheets;
  if (tables.length === 0)
    throw new Refusal(sheets.forms > 0 ? 'form-card' : 'empty-file', source.name, sheets.forms > 0 ? { row: 1 } : {});
  return {
    file: source.name,
    format: 'spreadsheet',
    encoding: { zip: 'xlsx', cfb: 'xls', html: 'html', mhtml: 'mhtml', 'xml-spreadsheet': 'xml', text: 'text' }[
      container
    ],
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

/** What can be opened, after the checks that must come before unpacking. */
async function openable(
  source: ByteSource,
  container: Container,
  bytes: Uint8Array,
  options: RawOptions,
  log: IssueLog,
): Promise<readonly Openable[]> {
  const one = (input: Uint8Array | string, marks: Marks = new Map()): Openable[] => [{ name: '', input, marks }];
  if (container === 'cfb' && isEncryptedPackage(bytes)) throw new Refusal('encrypted-spreadsheet', source.name);
  if (container === 'zip') return one(bytes, surveyWorkbook(source.name, bytes, zipDirectory(source.name, bytes)));
  if (container === 'cfb') {
    refuseCircles(source.name, bytes);
    return one(bytes);
  }
  if (bytes.length > LIMITS.packed >> 2) throw new Refusal('too-large', source.name, {}, String(bytes.length));
  if (container === 'mhtml') {
    const parts = htmlParts(bytes);
    if (parts.length === 0) throw new Refusal('no-table', source.name, {}, 'mhtml');
    return parts.map(({ name, html }) => markupOf(withoutComments(html), name));
  }
  const survey = await surveyBytes(source, 1 << 20, () => stopIfAborted(source, options));
  const declared = /charset\s*=\s*["']?\s*(big5|shift_jis|euc-kr)/i.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 2048)),
  );
  const verdict = judgeEncoding(source.name, bytes, survey, options.encoding ?? declared?.[1]?.toLowerCase());
  const text = new TextStream(verdict, log).push(bytes.subarray(verdict.skip), true);
  return container === 'html' ? [markupOf(withoutComments(text))] : one(text);
}

const markupOf = (html: string, name = ''): Openable => ({ name, input: html, marks: surveyMarkup(html) });

/** Gives the sheets of one or more books to the sink, one after the other. */
class SheetReader {
  readonly tables: RawTableSummary[] = [];
  /** Sheets that are forms and no tables. */
  forms = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly options: RawOptions,
    private readonly sink: TableSink,
    private readonly log: IssueLog,
  ) {}

  read(library: Parameters<typeof sheetTexts>[0], book: WorkBook, part: string, marks: Marks): void {
    if (book.SheetNames.length > LIMITS.sheets)
      throw new Refusal('too-many-sheets', this.source.name, {}, String(book.SheetNames.length));
    const date1904 = book.Workbook?.WBProps?.date1904 === true;
    book.SheetNames.forEach((name, i) => {
      stopIfAborted(this.source, this.options);
      const sheet = book.Sheets[name];
      if (!sheet) return;
      const shown = part === '' ? name : part.replace(/\.html?$/i, '');
      this.log.sheet = shown;
      if ((book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0) this.log.add('hidden-sheet', 'warning', null, { value: name });
      const texts = sheetTexts(library, this.source.name, sheet, date1904);
      for (const { cell, row, text } of texts.strays)
        this.log.add('stray-cell', 'warning', row, { column: cell, value: text });
      this.tellMarks(texts.texts, sheet['!rows'], marks.get(name));
      const { options, tables } = this;
      const reader = new BlockReader({
        sink: this.sink,
        log: this.log,
        merged: mergedAbove(sheet, texts),
        isWord: options.isHeaderWord ?? (() => false),
        sheet: shown,
        index: tables.length,
        headerRows: tables.length === 0 ? options.headerRows : undefined,
        onRecord: options.onRecord,
      });
      for (const { cells, record } of rowsOf(texts)) reader.push(cells, record);
      reader.finish();
      if (reader.isForm) this.forms += 1;
      tables.push(...reader.tables);
      options.onProgress?.(
        this.source.size,
        tables.reduce((sum, { rows }) => sum + rows, 0),
      );
    });
  }

  /** Tells what the cells do not show: formulas without a result, rows that a filter hides. */
  private tellMarks(
    texts: readonly (readonly string[] | null)[],
    rows: readonly ({ hidden?: boolean } | undefined)[] | undefined,
    marks: SheetMarks | undefined,
  ): void {
    for (const { row, cell, formula } of marks?.uncalculated ?? [])
      this.log.add('formula-uncalculated', 'error', row, { column: cell, value: `=${formula}` });
    const hidden = new Set(marks?.hiddenRows);
    rows?.forEach((row, r) => {
      if (row?.hidden === true) hidden.add(r + 1);
    });
    const read = [...hidden].filter((row) => texts[row - 1] != null).sort((a, b) => a - b);
    const [first] = read;
    if (first !== undefined)
      this.log.add('hidden-rows', 'warning', first, {
        value: read.slice(0, 40).join(', '),
        detail: String(read.length),
      });
    if ((marks?.hiddenColumns ?? 0) > 0)
      this.log.add('hidden-columns', 'note', null, { detail: String(marks?.hiddenColumns) });
  }
}
