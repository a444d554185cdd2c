import { Refusal } from '../../domain';
import { type ByteSurvey, surveyBytes } from './byte-survey';
import { BlockReader } from './block-reader';
import { SAMPLE_CHARS, chooseDialect } from './dialect';
import { type EncodingVerdict, judgeEncoding } from './encoding';
import { IssueLog } from './issue-log';
import { JoinedFiles, firstLineOf } from './joined-files';
import type { ByteSource, Newline, RawOptions, RawReading, TableSink } from './reading';
import type { Dialect } from './dialect-type';
import { RECORD_LIMIT, RecordSplitter } from './record-splitter';
import { TextStream, readText } from './text-stream';

/** Bytes read at a time. */
export const CHUNK_BYTES = 1 << 20;

/** Bytes at the head of the file that the encoding is judged by, besides what the survey of all of them says. */
const HEAD_BYTES = 4096;

/** Stops the reading when the user has asked for it. */
export function stopIfAborted(source: ByteSource, options: RawOptions): void {
  if (options.signal?.aborted) throw new Refusal('cancelled', source.name);
}

/** Reads a delimited text file from its bytes to its tables. */
export async function readTextFile(
  source: ByteSource,
  options: RawOptions,
  sink: TableSink,
  chunkBytes: number,
): Promise<RawReading> {
  const head = await source.read(0, Math.min(source.size, HEAD_BYTES));
  const survey: ByteSurvey = await surveyBytes(source, chunkBytes, () => stopIfAborted(source, options));
  const verdict = judgeEncoding(source.name, head, survey, options.encoding);
  const log = new IssueLog(source.name);
  const stream = new TextStream(verdict, log);
  const body = new TextBody(source, options, sink, log, stream);
  for await (const { text, bytesRead, last } of readText(source, verdict.skip, stream, chunkBytes)) {
    stopIfAborted(source, options);
    body.push(text, last);
    options.onProgress?.(bytesRead, body.rows);
  }
  const { dialect, quoted, newline, tables } = body.finish(verdict);
  return {
    file: source.name,
    format: 'text',
    encoding: stream.label,
    bom: verdict.bom,
    replacements: stream.replacements,
    delimiter: dialect.delimiter,
    quote: quoted ? dialect.quote : '',
    newline,
    tables,
    issues: log.issues,
    issueCounts: log.counts,
  };
}

interface TextResult {
  readonly dialect: Dialect;
  readonly quoted: boolean;
  readonly newline: Newline;
  readonly tables: RawReading['tables'];
}

/** Text → dialect → records → tables. The first part of the text is held back until the dialect is chosen. */
class TextBody {
  private sample = '';
  private splitter: RecordSplitter | null = null;
  private joined = new JoinedFiles('');
  private dialect: Dialect | null = null;
  private quoted = false;
  private lastRecord = 0;
  /** The last character so far. */
  private end = '';
  /** The first record with a character that could not be restored. */
  private damaged: number | null = null;
  private readonly reader: BlockReader;

  constructor(
    private readonly source: ByteSource,
    private readonly options: RawOptions,
    sink: TableSink,
    private readonly log: IssueLog,
    private readonly stream: TextStream,
  ) {
    const isWord = options.isHeaderWord ?? (() => false);
    this.reader = new BlockReader({
      sink,
      log,
      isWord,
      sheet: null,
      index: 0,
      headerRows: options.headerRows,
      onRecord: options.onRecord,
    });
  }

  get rows(): number {
    return this.reader.rows;
  }

  push(text: string, last: boolean): void {
    this.end = text.at(-1) ?? this.end;
    if (this.splitter) this.feed(this.joined.push(text, last));
    else {
      this.sample += text;
      if (last || this.sample.length >= SAMPLE_CHARS) this.begin(last);
    }
  }

  finish(verdict: EncodingVerdict): TextResult {
    const { splitter, dialect, reader } = this;
    if (!splitter || !dialect) throw new Refusal('empty-file', this.source.name);
    splitter.finish();
    reader.finish();
    if (this.joined.marks > 0) this.log.add('mark-inside', 'note', null, { detail: String(this.joined.marks) });
    if (reader.isForm) throw new Refusal('form-card', this.source.name, { row: 1 });
    if (reader.tables.length === 0) throw new Refusal('empty-file', this.source.name);
    const newline = newlineOf(splitter);
    if (newline === 'mixed')
      this.log.add('mixed-newlines', 'note', null, { detail: JSON.stringify(splitter.lineEnds) });
    this.reportCharacters(verdict);
    return { dialect, quoted: this.quoted, newline, tables: reader.tables };
  }

  private reportCharacters({ cut, cutStart }: EncodingVerdict): void {
    const { replacements } = this.stream;
    if (cutStart) this.log.add('cut-character', 'warning', 1);
    // Nothing but the cut character may stand in the last record.
    const lost = this.end === '\n' || this.end === '\r' ? 1 : 0;
    if (cut) this.log.add('cut-character', 'warning', this.lastRecord + lost);
    if (replacements > 0)
      this.log.add('replacement-characters', 'warning', this.damaged, { detail: String(replacements) });
  }

  private note(cells: readonly string[], record: number): void {
    this.lastRecord = record;
    if (this.stream.replacements > 0 && cells.some((cell) => cell.includes('\uFFFD'))) this.damaged ??= record;
  }

  private begin(last: boolean): void {
    // Files put together by other programs may have a second byte order mark behind the first.
    const plain = this.sample.replace(/^\uFEFF+/, '');
    this.joined = new JoinedFiles(firstLineOf(plain.slice(0, SAMPLE_CHARS)));
    const text = this.joined.push(plain, last);
    this.sample = '';
    if (this.options.encoding === undefined) refuseNoise(this.source.name, text.slice(0, SAMPLE_CHARS));
    const sample = wholeLines(text.slice(0, SAMPLE_CHARS), text.length > SAMPLE_CHARS);
    const { dialect, skip } = chooseDialect(sample, this.options);
    refuseProse(this.source.name, sample, dialect);
    if (skip > 0) this.log.add('sep-line', 'note', 1, { value: text.slice(0, skip).trim() });
    this.dialect = dialect;
    const offset = skip > 0 ? 1 : 0;
    this.quoted = dialect.quote !== '' && sample.includes(dialect.quote);
    this.splitter = new RecordSplitter(dialect, (cells, record, mended, codes) => {
      if (mended !== 'no')
        this.log.add(mended, 'warning', record + offset, { value: cells.join(dialect.delimiter || ' ') });
      this.note(cells, record + offset);
      this.reader.push(cells, record + offset, codes);
    });
    this.feed(text.slice(skip));
  }

  private feed(text: string): void {
    this.splitter?.push(text);
    if (this.splitter && this.splitter.pending > RECORD_LIMIT)
      throw new Refusal('record-too-long', this.source.name, { row: this.splitter.records + 1 });
  }
}

/** A sample must not end inside a record when there is more text behind it. */
function wholeLines(sample: string, more: boolean): string {
  if (!more) return sample;
  const end = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
  return end > 0 ? sample.slice(0, end + 1) : sample;
}

function newlineOf({ lineEnds }: RecordSplitter): Newline {
  const kinds = (['crlf', 'lf', 'cr'] as const).filter((kind) => lineEnds[kind] > 0);
  if (kinds.length > 1) return 'mixed';
  return kinds[0] ?? 'none';
}

/** Bytes of no known encoding decode to characters nobody writes: lost ones and those of the private area. */
function refuseNoise(file: string, sample: string): void {
  let other = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if (code < 0x80) continue;
    other += 1;
    if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) odd += 1;
  }
  if (odd > 20 && odd * 10 > other) throw new Refusal('not-text', file);
}

/** Running text and data in braces are no tables, however their commas fall. */
function refuseProse(file: string, sample: string, dialect: Dialect): void {
  if (/^\s*[{[]\s*["[{\]}]/.test(sample) && /[}\]]\s*$/.test(sample.slice(-200)))
    throw new Refusal('no-table', file, { row: 1 }, 'json');
  const lines = sample.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  // A spreadsheet saved with texts in its first column alone has separators at the ends of its lines.
  const ends = lines.map((line) => line.replace(/[,\t;|"\s]+$/, ''));
  const isAlone = ends.every((line) => !/[,\t;|]/.test(line));
  if (!isAlone && !['', ' ', '，', '；'].includes(dialect.delimiter)) return;
  const spoken = lines.some((line) => /[。！？]/.test(line));
  const prose = ends.filter(
    (line) =>
      (line.trim().length > 80 && dialect.delimiter === '') || SENTENCE.test(line) || (spoken && MARKDOWN.test(line)),
  ).length;
  if (spoken ? prose * 2 >= lines.length : prose * 2 > lines.length)
    throw new Refusal('no-table', file, { row: 1 }, lines[0]?.slice(0, 80) ?? null);
}
/** A line of a sentence or of a letter (各园区：); lines of a table end in neither. */
const SENTENCE = /[。！？]|：\s*$/;
/** A heading, an item or a quotation of a note written in Markdown. */
const MARKDOWN = /^\s*(?:#{1,6}|[-*+>])\s+\S/;
