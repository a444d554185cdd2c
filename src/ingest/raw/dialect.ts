import type { RawOptions } from './reading';
import type { Dialect } from './dialect-type';
import { kindOf } from './cell-kind';
import { RecordSplitter } from './record-splitter';
import { type Span, rulerOf } from './spaced-columns';
import { reach } from './table-shape';

/** Text judged for the dialect, in characters; the choice depends on nothing behind it. */
export const SAMPLE_CHARS = 1 << 18;
const MOST_RECORDS = 2000;
const ENOUGH = 0.34;

/** A dialect with what must be skipped before the first record (a `sep=` line). */
export interface DialectChoice {
  readonly dialect: Dialect;
  readonly skip: number;
}

const PLAIN: Dialect = {
  delimiter: '',
  spaces: 0,
  ruler: [],
  boxed: false,
  quote: '"',
  close: '"',
  backslash: false,
  padded: false,
  columns: 1,
};
const TEXTS = [',', '\t', ';', '|', '，', '；', '^', '~', '§', '\u0001'] as const;
const PAIRED = '\t|;^~';
const OTHERS = /[;\t|]|,(?!\s)|，/;

interface Scored {
  readonly dialect: Dialect;
  readonly score: number;
  /** Records whose quotes had to be mended. */
  readonly mended: number;
}

/** Chooses delimiter, quote and escape from the records of a sample of the text. */
export function chooseDialect(sample: string, options: RawOptions): DialectChoice {
  const sep = /^"?sep=(.|\\t)"?[^\S\r\n]*(?:\r\n|\r|\n|$)/i.exec(sample);
  const skip = sep ? sep[0].length : 0;
  const text = skip > 0 ? sample.slice(skip) : sample;
  const named = options.delimiter ?? (sep?.[1] === '\\t' ? '\t' : sep?.[1]);
  if (named !== undefined) return { dialect: forced(text, named), skip };
  const start: Scored = { dialect: { ...PLAIN, ...quoteOf(text, '') }, score: ENOUGH, mended: 0 };
  return { dialect: bestOf(text, candidates(text), start).dialect, skip };
}

/** The candidate with the highest score; of equal ones the first. */
function bestOf(text: string, dialects: Iterable<Dialect>, start: Scored): Scored {
  let best = start;
  for (const candidate of dialects) {
    const scored = judgeEscapes(text, candidate);
    if (scored.score > best.score + 1e-9) best = scored;
  }
  return best;
}

function forced(text: string, delimiter: string): Dialect {
  if (delimiter === ' ') return judge(text, withSpaces(1)).dialect;
  return judgeEscapes(text, delimiter === '' ? PLAIN : withText(text, delimiter)).dialect;
}

function* candidates(text: string): Generator<Dialect> {
  for (const delimiter of TEXTS) {
    if (!text.includes(delimiter)) continue;
    // A mark that never stands alone separates as a pair.
    const pair = delimiter + delimiter;
    yield withText(
      text,
      PAIRED.includes(delimiter) && !text.replaceAll(pair, '').includes(delimiter) ? pair : delimiter,
    );
  }
  if (!/[ \u3000]/.test(text)) return;
  if (text.includes(' ')) yield withText(text, ' ');
  // Quotes protect the spaces inside fields, so each single space separates; runs are for columns drawn by eye.
  if (wrapped(text, '"', '"', ' ') > 1) return;
  yield withSpaces(2);
  yield withSpaces(1);
}

/** Quotes inside quotes are doubled; only where that reading needs mending may they follow a backslash instead. */
function judgeEscapes(text: string, dialect: Dialect): Scored {
  const doubled = judge(text, dialect);
  if (doubled.mended === 0 || !text.includes(`\\${dialect.close}`)) return doubled;
  const escaped = judge(text, { ...dialect, backslash: true });
  return escaped.score > doubled.score ? escaped : doubled;
}

function withText(text: string, delimiter: string): Dialect {
  if (delimiter === '|' && isBoxed(text)) return { ...PLAIN, delimiter, quote: '', boxed: true, columns: 0 };
  const { quote, close } = quoteOf(text, delimiter);
  return {
    ...PLAIN,
    delimiter,
    quote,
    close,
    padded: delimiter !== ' ' && delimiter !== '\t' && isPadded(text, delimiter),
    columns: 0,
  };
}

function withSpaces(spaces: 1 | 2): Dialect {
  return { ...PLAIN, delimiter: ' ', spaces, quote: '', columns: 0 };
}

/** Tables drawn with characters, as database clients and Markdown write them. */
function isBoxed(text: string): boolean {
  const lines = text.split(/[\r\n]+/).filter((line) => line.includes('|'));
  const inside = lines.filter((line) => /^\s*\|.*\|\s*$/.test(line));
  return inside.length >= 2 && inside.length * 5 >= lines.length * 4;
}

/** Marks that wrap fields, other than the usual one. */
const QUOTES = [
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
] as const;

/** The quote is the mark that both opens and closes fields; another than `"` only when it does so more often. */
function quoteOf(text: string, delimiter: string): { quote: string; close: string } {
  let best = { quote: '"', close: '"' };
  let most = Math.max(1, wrapped(text, '"', '"', delimiter) * 2);
  for (const [quote, close] of QUOTES) {
    const times = wrapped(text, quote, close, delimiter);
    if (times > most) [best, most] = [{ quote, close }, times];
  }
  return best;
}

/** How many fields a mark opens and closes; 0 when it opens many more than it closes. */
function wrapped(text: string, quote: string, close: string, delimiter: string): number {
  if (!text.includes(quote)) return 0;
  const d = delimiter === '' ? '' : `|${escapeRegExp(delimiter)}`;
  const opens = count(text, new RegExp(`(?:^${d}) ?${quote}`, 'gm'));
  const closes = count(text, new RegExp(`${close} ?(?:$${d})`, 'gm'));
  return Math.min(opens, closes) < Math.max(opens, closes) * 0.7 ? 0 : Math.min(opens, closes);
}

function isPadded(text: string, delimiter: string): boolean {
  const d = escapeRegExp(delimiter);
  const all = count(text, new RegExp(d, 'g'));
  const followed = count(text, new RegExp(`${d}(?: |$)`, 'gm'));
  return all > 0 && followed >= all * 0.9 && text.includes(`${delimiter} `);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Reads the sample with one candidate and says how much it looks like a table. */
function judge(text: string, candidate: Dialect): Scored {
  const first = readSample(text, candidate);
  const columns = modeOf(first.records);
  if (columns < 2) return { dialect: { ...candidate, columns }, score: 0, mended: 0 };
  const { spaces } = candidate;
  const ruler = spaces === 0 ? [] : rulerFor(text, spaces, columns);
  const dialect = { ...candidate, columns, ruler };
  const again = ruler.length > 0 || (candidate.quote !== '' && text.includes(candidate.quote));
  const { records, mended } = again ? readSample(text, dialect) : first;
  const sound = 1 - mended / Math.max(1, records.length) / 2;
  return { dialect, score: scoreOf(records, dialect) * sound, mended };
}

function rulerFor(text: string, spaces: 1 | 2, columns: number): readonly Span[] {
  for (const line of text.slice(0, 20_000).split(/[\r\n]+/)) {
    const ruler = rulerOf(line, spaces);
    if (ruler.length === columns) return ruler;
  }
  return [];
}

function readSample(text: string, dialect: Dialect): { records: string[][]; mended: number } {
  const records: string[][] = [];
  let mended = 0;
  const splitter = new RecordSplitter(dialect, (cells, _, how) => {
    if (how !== 'no') mended += 1;
    if (records.length < MOST_RECORDS && (cells.length > 1 || cells[0]?.trim() !== '')) records.push(cells);
  });
  splitter.push(text);
  splitter.finish();
  return { records, mended };
}

/** The most frequent number of fields over one; the larger one when two are equally frequent. */
function modeOf(records: readonly (readonly string[])[]): number {
  const times = new Map<number, number>();
  for (const { length } of records) if (length > 1) times.set(length, (times.get(length) ?? 0) + 1);
  let best = 1;
  for (const [length, n] of times) {
    const most = times.get(best) ?? 0;
    if (n > most || (n === most && length > best)) best = length;
  }
  return best;
}

/**
 * A list of words, some of which have the mark in them: its first line has not, most have not (a full-width mark parts clauses in all of
 * them as well), and no part is a figure.
 */
function isList(records: readonly (readonly string[])[], fullWidth: boolean): boolean {
  const parted = records.filter(({ length }) => length > 1);
  const [first] = records;
  if (!first || first.length > 1 || (!fullWidth && parted.length * 2 > records.length)) return false;
  return !parted.some((cells) => cells.some((cell) => kindOf(cell) === 'number' || kindOf(cell) === 'date'));
}

function scoreOf(records: readonly (readonly string[])[], dialect: Dialect): number {
  const { columns, delimiter } = dialect;
  const fullWidth = delimiter === '，' || delimiter === '；';
  if (isList(records, fullWidth)) return 0;
  let like = 0;
  let likeCells = 0;
  let multiCells = 0;
  let cells = 0;
  let dirty = 0;
  for (const record of records) {
    const length = record.length > columns ? Math.max(columns, reach(record)) : record.length;
    const near = length > 1 && Math.abs(length - columns) <= 2 ? 0.5 : 0;
    const weight = length === columns ? 1 : near;
    like += weight;
    likeCells += weight * length;
    if (length > 1) multiCells += length;
    if (length !== columns) continue;
    for (const cell of record) {
      cells += 1;
      if (fullWidth && PROSE.test(cell)) dirty += 1;
      else if (OTHERS.test(cell) && !isDecimal(cell) && !(delimiter === ',' && /^[^;\t|]*$/.test(cell))) dirty += 1;
    }
  }
  // By cells, not records: three records of nine fields say more than three remarks with a comma in them.
  const consistency = likeCells / Math.max(1, multiCells);
  const coverage = like / Math.max(1, records.length);
  const clean = 1 - dirty / Math.max(1, cells);
  return consistency * coverage ** 0.35 * (1 - 1 / (columns + 1)) * (0.4 + 0.6 * clean) * prior(dialect);
}

/** Full-width marks part the clauses of remarks, too. */
const PROSE = /[。：！？]|^.{30,}$/;

function isDecimal(cell: string): boolean {
  return cell.length < 24 && /^\s*[-+]?\d+(?:[,，]\d+)*\s*$/.test(cell);
}

/** White space and full-width marks also stand in running text, so they must earn more. */
function prior({ delimiter, spaces }: Dialect): number {
  if (spaces === 2) return 0.9;
  if (spaces === 1) return 0.8;
  if (delimiter === ' ') return 0.75;
  return delimiter === '，' || delimiter === '；' ? 0.85 : 1;
}
