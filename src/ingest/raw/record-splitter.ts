import type { Dialect } from './dialect-type';
import { alone } from '../remembered';
import { CellPool } from './cell-pool';
import { mendLine } from './mend-line';
import type { CellCodes } from './reading';
import { splitSpaced } from './spaced-columns';

/** What had to be done to read a record. */
export type Mended = 'no' | 'stray-quote' | 'broken-quote' | 'open-quote' | 'other-delimiter';

/**
 * Receives one record: its cells, each of which keeps nothing else alive, its 1-based number, whether its quoting was mended, the numbers
 * of its texts where it is an ordinary line.
 */
export type OnRecord = (cells: string[], record: number, mended: Mended, codes?: CellCodes) => void;

/** A quoted field longer than this is taken for a quote that was never closed. */
const QUOTED_LIMIT = 1 << 20;
/** No record of a table is longer; the reading stops instead of filling the memory. */
export const RECORD_LIMIT = 16 << 20;
/** Once this much was scanned in vain for closing quotes, searches stay short, so that no file takes quadratic time. */
const VAIN_LIMIT = 1 << 20;
const SHORT_LIMIT = 1 << 10;
const LONG_RECORD = 1 << 12;
/** Wider tables are seldom long. */
const MOST_POOLED = 64;

const NONE = Number.POSITIVE_INFINITY;
const RULE = /^[\s+|:=\-─┼├┤┌┐└┘┬┴]+$/;

interface Quoted {
  cells: string[];
  next: number;
  clean: boolean;
  multi: boolean;
  /** Fields behind a separator with a space, and those of them without quotes. */
  spaced: number;
  readonly spacedPlain: number[];
}

/** Cuts text into records and fields; pieces may be cut anywhere, the records are the same. */
export class RecordSplitter {
  records = 0;
  /** Line ends met outside quotes. */
  readonly lineEnds = { crlf: 0, lf: 0, cr: 0 };
  /** Characters held back because their record is not complete. */
  get pending(): number {
    return this.text.length;
  }

  private text = '';
  private final = false;
  private vain = 0;
  private nextLf = -1;
  private nextCr = -1;
  private nextQuote = -1;

  /** The texts of each column where nothing but one character parts them, and that character; else none and 0. */
  private readonly pools: readonly CellPool[];
  private readonly delimiterCode: number;

  constructor(
    private readonly dialect: Dialect,
    private readonly onRecord: OnRecord,
  ) {
    const { delimiter, spaces, padded, boxed, columns } = dialect;
    const isPlain =
      delimiter.length === 1 && spaces === 0 && !padded && !boxed && columns > 1 && columns <= MOST_POOLED;
    this.delimiterCode = isPlain ? delimiter.charCodeAt(0) : 0;
    this.pools = isPlain ? Array.from({ length: columns }, () => new CellPool()) : [];
  }

  push(piece: string): void {
    this.text = this.text.length > 0 ? this.text + piece : piece;
    this.drain();
  }

  finish(): void {
    this.final = true;
    this.drain();
  }

  private drain(): void {
    const { text, final } = this;
    const { quote } = this.dialect;
    this.nextLf = this.nextCr = this.nextQuote = -1;
    let at = 0;
    while (at < text.length) {
      const end = this.lineEnd(at);
      if (!final && end >= text.length - 1) break;
      if (quote !== '' && this.quoteFrom(at) < end) {
        const next = this.quotedRecord(at, end);
        if (next < 0) break;
        at = next;
      } else {
        if (!this.ordinaryRecord(at, end)) this.plainRecord(text.slice(at, end));
        at = this.afterLine(end);
      }
    }
    this.text = at === 0 ? text : text.slice(at);
  }

  /** Gives a record whose cells were cut out of the text. */
  private emit(cells: string[], mended: Mended): void {
    this.give(cells.map(alone), mended);
  }

  private give(cells: string[], mended: Mended, codes?: CellCodes): void {
    this.records += 1;
    this.onRecord(cells, this.records, mended, codes);
  }

  /** A line without quotes that has the columns of its file; false for any other. */
  private ordinaryRecord(from: number, end: number): boolean {
    const { text, pools, delimiterCode } = this;
    if (delimiterCode === 0) return false;
    const cells: string[] = [];
    const codes: CellCodes = [];
    let start = from;
    let hash = 0;
    for (let at = from; at <= end; at += 1) {
      const character = at === end ? delimiterCode : text.charCodeAt(at);
      if (character !== delimiterCode) hash = (Math.imul(hash, 31) + character) | 0;
      else {
        const pool = pools[cells.length];
        if (!pool) return false;
        const code = pool.codeOf(text, start, at, hash);
        codes.push(code);
        cells.push(code < 0 ? alone(text.slice(start, at)) : pool.textOf(code));
        start = at + 1;
        hash = 0;
      }
    }
    if (cells.length !== pools.length || isSpaced(cells)) return false;
    this.give(cells, 'no', codes);
    return true;
  }

  private plainRecord(line: string): void {
    const cells = this.split(line);
    const { columns } = this.dialect;
    const other = cells.length * 2 <= columns ? otherDelimiter(line, this.dialect, this.records === 0) : null;
    if (other) this.emit(other, 'other-delimiter');
    else if (cells.length === columns && isSpaced(cells)) this.emit(cells.map(unpad), 'other-delimiter');
    else this.emit(cells, 'no');
  }

  /** Where the line that holds `at` ends: its first CR or LF, or the end of the text. */
  private lineEnd(at: number): number {
    if (this.nextLf < at) this.nextLf = found(this.text.indexOf('\n', at));
    if (this.nextCr < at) this.nextCr = found(this.text.indexOf('\r', at));
    return Math.min(this.nextLf, this.nextCr, this.text.length);
  }

  private afterLine(end: number): number {
    const { text, lineEnds } = this;
    if (text.charCodeAt(end) === 10) lineEnds.lf += 1;
    else if (text.charCodeAt(end + 1) === 10) {
      lineEnds.crlf += 1;
      return end + 2;
    } else if (end < text.length) lineEnds.cr += 1;
    return end + 1;
  }

  private quoteFrom(at: number): number {
    if (this.nextQuote < at) this.nextQuote = found(this.text.indexOf(this.dialect.quote, at));
    return this.nextQuote;
  }

  private split(line: string): string[] {
    const { delimiter, spaces, padded, boxed, ruler } = this.dialect;
    if (spaces !== 0) return splitSpaced(line, spaces, ruler);
    if (boxed) return splitBoxed(line, delimiter);
    if (delimiter === '') return [line];
    const cells = line.split(delimiter);
    if (padded) for (let i = 1; i < cells.length; i += 1) cells[i] = unpad(cells[i] ?? '');
    return cells;
  }

  /** A line with quotes. Returns where the next record starts, or -1 when more text is needed. */
  private quotedRecord(at: number, end: number): number {
    const { nextLf, nextCr } = this;
    const strict = this.strict(at);
    if (strict === 'more') return -1;
    const { columns } = this.dialect;
    const fits = strict !== null && strict.cells.length === columns;
    const short = strict !== null && strict.cells.length * 2 <= columns;
    if (strict && (fits || (strict.clean && !strict.multi && !short))) return this.accept(strict);
    const line = this.text.slice(at, end);
    const other = strict?.multi !== true ? otherDelimiter(line, this.dialect, false) : null;
    if (other) {
      this.emit(other, 'other-delimiter');
      return this.afterLine(end);
    }
    const mended = mendLine(line, this.dialect);
    if (strict && !mended.fits && (!strict.multi || strict.clean)) return this.accept(strict);
    if (strict?.multi) this.vain += strict.next - at;
    // The strict reading ran ahead; the line ends known before it are the right ones again.
    [this.nextLf, this.nextCr] = [nextLf, nextCr];
    this.emit(mended.cells, strict === null ? 'open-quote' : 'broken-quote');
    return this.afterLine(end);
  }

  private accept({ cells, clean, next, spaced, spacedPlain }: Quoted): number {
    const { columns, padded } = this.dialect;
    const other = !padded && cells.length > 2 && cells.length === columns && spaced === columns - 1;
    if (other) for (const c of spacedPlain) cells[c] = unpad(cells[c] ?? '');
    this.emit(cells, !clean ? 'stray-quote' : other ? 'other-delimiter' : 'no');
    return this.afterLine(next);
  }

  /** Reads a record by the letter of RFC 4180. Null when a quote is not closed in any believable place. */
  private strict(start: number): Quoted | 'more' | null {
    const { text, final } = this;
    const { delimiter, quote, padded } = this.dialect;
    const out: Quoted = { cells: [], next: start, clean: true, multi: false, spaced: 0, spacedPlain: [] };
    const spaceIsPlain = !/\s/.test(delimiter);
    let at = start;
    for (;;) {
      // Where fields ran over line ends in vain before, no record is followed far.
      if (out.multi && this.vain > VAIN_LIMIT && at - start > LONG_RECORD) {
        this.vain += at - start;
        return null;
      }
      let from = at;
      const isSpaced = text[at] === ' ' && out.cells.length > 0 && spaceIsPlain;
      if (isSpaced) out.spaced += 1;
      if (spaceIsPlain || padded) while (text[from] === ' ') from += 1;
      if (text[from] === quote) {
        const close = this.closing(from, out);
        if (close === 'more') return 'more';
        if (close < 0) {
          this.vain += at - start;
          return null;
        }
        out.cells.push(this.unescape(text.slice(from + 1, close)));
        at = close + 1;
        if (spaceIsPlain) while (text[at] === ' ') at += 1;
      } else {
        const end = this.lineEnd(at);
        const cut = delimiter === '' ? -1 : text.indexOf(delimiter, at);
        const stop = cut >= 0 && cut < end ? cut : end;
        if (isSpaced) out.spacedPlain.push(out.cells.length);
        out.cells.push(padded && out.cells.length > 0 ? unpad(text.slice(at, stop)) : text.slice(at, stop));
        at = stop;
      }
      if (at >= text.length || text[at] === '\n' || text[at] === '\r') {
        if (at >= text.length - 1 && !final) return 'more';
        out.next = at;
        return out;
      }
      at += delimiter.length;
    }
  }

  /** The closing quote of the field that opens at `open`; -1 when there is none that can be believed. */
  private closing(open: number, out: Quoted): number | 'more' {
    const { text, final } = this;
    const { delimiter, close, backslash } = this.dialect;
    const spaceIsPlain = !/\s/.test(delimiter);
    const limit = this.vain > VAIN_LIMIT ? SHORT_LIMIT : QUOTED_LIMIT;
    const firstEnd = this.lineEnd(open);
    let from = open + 1;
    for (;;) {
      const at = text.indexOf(close, from);
      if (at < 0 || at - open > limit) {
        if (at < 0 && !final && text.length - open <= limit) return 'more';
        this.vain += Math.min(text.length, open + limit) - open;
        return -1;
      }
      if (at + 1 >= text.length && !final) return 'more';
      if (backslash && isEscaped(text, at, open)) {
        from = at + 1;
        continue;
      }
      if (text[at + 1] === close) {
        from = at + 2;
        continue;
      }
      let after = at + 1;
      if (spaceIsPlain) while (text[after] === ' ') after += 1;
      if (after + delimiter.length > text.length && !final) return 'more';
      const stop = text[after];
      if (
        stop === undefined ||
        stop === '\n' ||
        stop === '\r' ||
        (delimiter !== '' && text.startsWith(delimiter, after))
      ) {
        if (at > firstEnd) out.multi = true;
        return at;
      }
      // A stray quote inside a field is believable on one line, not in a field that has already run over a line end.
      if (at > firstEnd) {
        this.vain += at - open;
        return -1;
      }
      out.clean = false;
      from = at + 1;
    }
  }

  private unescape(raw: string): string {
    const { close, backslash } = this.dialect;
    let text = raw;
    if (text.includes(close)) text = text.replaceAll(close + close, close);
    if (backslash && text.includes('\\')) text = text.replaceAll(`\\${close}`, close).replaceAll('\\\\', '\\');
    return text;
  }
}

/** One record written with another delimiter than its file, when that gives it exactly the columns of the table. */
function otherDelimiter(line: string, dialect: Dialect, first: boolean): string[] | null {
  if (dialect.columns < 3 || dialect.spaces > 0 || dialect.boxed) return null;
  for (const delimiter of [';', '\t', '|', '，', ',', ' ']) {
    if (delimiter === dialect.delimiter || !line.includes(delimiter)) continue;
    // Any remark has spaces; only quotes around words tell that they part fields.
    if (delimiter === ' ' && !line.includes(`${dialect.close} ${dialect.quote}`) && !(first && WORDS.test(line)))
      continue;
    const { cells, fits } = mendLine(line, { ...dialect, delimiter });
    if (fits) return cells;
  }
  return null;
}

/** A first line of Latin words only, which may name columns. */
const WORDS = /^[\w.$%()/-]+(?: [\w.$%()/-]+)+$/;

/** One record with a space behind every separator in a file that has none. */
function isSpaced(cells: readonly string[]): boolean {
  return cells.length > 2 && cells.every((cell, c) => c === 0 || cell.charCodeAt(0) === 32);
}

function found(at: number): number {
  return at < 0 ? NONE : at;
}

function unpad(cell: string): string {
  return cell.charCodeAt(0) === 32 ? cell.trimStart() : cell;
}

function splitBoxed(line: string, delimiter: string): string[] {
  if (RULE.test(line)) return [''];
  let inner = line.trim();
  if (inner.startsWith(delimiter)) inner = inner.slice(delimiter.length);
  if (inner.endsWith(delimiter)) inner = inner.slice(0, -delimiter.length);
  return inner.split(delimiter).map((cell) => cell.trim());
}

function isEscaped(text: string, at: number, open: number): boolean {
  let slashes = 0;
  for (let i = at - 1; i > open && text[i] === '\\'; i -= 1) slashes += 1;
  return slashes % 2 === 1;
}
