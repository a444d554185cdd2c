import type { ColumnSpec, TableSpec } from '../../domain';
import { blankReason, parseCell } from '../cells';
import { headerKey } from './header-key';
import type { HeaderFacts, Reading } from './score';

/** The table an unknown header comes closest to, and what keeps it from being that. */
export interface Nearest {
  readonly table: string;
  /** A column for each thing the table needs and the header does not name. */
  readonly missing: readonly string[];
  /** Headers that were not understood, the likeliest for what is missing first; by index. */
  readonly unknown: readonly number[];
}

/** A header that only shares so much with a word is not taken for another spelling of it. */
const ALIKE = 0.3;
/** How much a table must share with a header and its title to be named at all, in whole headers. */
const LEAST = 1;
const TITLE = 0.8;
const MISSING = 0.2;

/** A header of more columns is no form that somebody filled in; longer headers are prose. */
const MOST_HEADERS = 40;
const LONGEST = 30;

const pairsOf = (text: string): string[] => [...text].slice(1).map((character, at) => `${[...text][at]}${character}`);
const lettersOf = (text: string): string[] => [...new Set(text)].filter((letter) => /\p{Script=Han}/u.test(letter));

interface Word {
  readonly length: number;
  readonly pairs: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
}

/** What half of all headers end in says nothing of what they mean. */
const GENERIC = /情况|名称|时间|日期|结果|类型|类别|数量|人数|个数|是否|信息|内容|年度|年份|说明/gu;

function wordOf(text: string): Word {
  const own = text.replace(GENERIC, '');
  return { length: own.length, pairs: new Set(pairsOf(own)), letters: new Set(lettersOf(own)) };
}

const WORDS = new WeakMap<ColumnSpec, { readonly letters: ReadonlySet<string>; readonly words: readonly Word[] }>();

function wordsOf(column: ColumnSpec) {
  let known = WORDS.get(column);
  if (!known) {
    const words = [column.label.zh, ...column.headers].map((header) => wordOf(headerKey(header)));
    known = { words, letters: new Set(words.flatMap(({ letters }) => [...letters])) };
    WORDS.set(column, known);
  }
  return known;
}

const common = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...one].filter((part) => other.has(part)).length;

/** How much two words share: twice their common pairs of characters over all pairs, 0–1; single characters count a little less. */
function likeness(one: Word, other: Word): number {
  const pairs = one.pairs.size + other.pairs.size;
  const shared = pairs === 0 ? 0 : (2 * common(one.pairs, other.pairs)) / pairs;
  return Math.max(shared, (0.8 * common(one.letters, other.letters)) / Math.max(one.length, other.length));
}

function closest(column: ColumnSpec, header: Word): number {
  const { letters, words } = wordsOf(column);
  return common(header.letters, letters) === 0 ? 0 : Math.max(...words.map((word) => likeness(header, word)));
}

interface Likely {
  readonly index: number;
  readonly column: ColumnSpec;
  readonly share: number;
}

/** What is looked at of a table beside its header. */
export interface Seen {
  readonly rows: readonly (readonly string[])[];
  readonly title: readonly string[];
}

const LOOKED_AT = 10;
const FITS = 0.8;
/** What cells that can be read as a column's own words add to a name that resembles it. */
const BY_CELLS = 0.4;

/** Whether the cells under a header speak for a column, against it, or say nothing: a number or a text may be anything. */
function cellsSay(column: ColumnSpec, index: number, rows: Seen['rows']): number {
  if (column.type === 'text' || column.type === 'code') return 0;
  const cells = rows.slice(0, LOOKED_AT).map((row) => row[index] ?? '');
  const filled = cells.filter((cell) => blankReason(cell) === null);
  if (filled.length === 0) return 0;
  const fits = filled.filter((cell) => parseCell(column, cell).state === 'value').length / filled.length;
  if (fits < 1 - FITS) return -1;
  const inWords = column.type !== 'number' && filled.some((cell) => !/^[\d.%-]+$/u.test(cell));
  return fits >= FITS && inWords ? BY_CELLS : 0;
}

/** For every header that was not understood the open column it resembles most, by its words and by its cells. */
function likely(
  reading: Reading,
  facts: HeaderFacts,
  open: readonly ColumnSpec[],
  needed: ReadonlySet<ColumnSpec>,
  rows: Seen['rows'],
): Likely[] {
  const left = facts.counted.filter((index) => reading.assigned[index] == null).slice(0, MOST_HEADERS);
  return left.flatMap((index): Likely[] => {
    const header = wordOf(headerKey((facts.header[index] ?? '').slice(0, LONGEST)));
    const [best] = open
      .map((column) => {
        const named = closest(column, header);
        const looks = named >= ALIKE || needed.has(column) ? cellsSay(column, index, rows) : 0;
        return { index, column, share: named + looks };
      })
      .sort((a, b) => b.share - a.share);
    return best && best.share >= ALIKE ? [best] : [];
  });
}

/** The columns that can stand for something missing: the one, or those of a group. */
function standIns(table: TableSpec, missing: string): ColumnSpec[] {
  return table.columns.filter(({ id, required }) => id === missing || required === missing);
}

interface Judged {
  readonly reading: Reading;
  readonly alike: readonly Likely[];
  readonly score: number;
}

function judge(reading: Reading, facts: HeaderFacts, rows: Seen['rows'], title: string): Judged {
  const { table, assigned, missing } = reading;
  const known = assigned.filter((entry) => entry !== null);
  const taken = new Set(known.map(({ column }) => column.id));
  const open = table.columns.filter(({ id }) => !taken.has(id));
  const needed = new Set(missing.flatMap((name) => standIns(table, name)));
  const alike = likely(reading, facts, open, needed, rows);
  const named = pairsOf(headerKey(table.label.zh));
  const said = named.filter((pair) => title.includes(pair)).length / Math.max(1, named.length);
  const read = known.reduce((sum, { trust }) => sum + trust, 0);
  // A header that may be what the table lacks is why it is not known; one beside what is known is less.
  const resembled = alike.reduce((sum, { share, column }) => sum + (needed.has(column) ? 1.5 : 0.5) * share, 0);
  const own = read + (reading.plan === null ? 0 : 1) + resembled;
  // A title alone names no table: some column must speak for it.
  const score = own === 0 ? 0 : own + TITLE * said - MISSING * missing.length;
  return { reading, alike, score };
}

/** The table that a header no table explains comes closest to; null when it resembles none. */
export function nearestOf(readings: readonly Reading[], facts: HeaderFacts, { rows, title }: Seen): Nearest | null {
  const said = title.map(headerKey).join('|');
  const [best] = readings.map((reading) => judge(reading, facts, rows, said)).sort((a, b) => b.score - a.score);
  return best && best.score >= LEAST ? toldOf(best, facts) : null;
}

/** What keeps a header from being the table somebody says it is. */
export function lackingOf(reading: Reading, facts: HeaderFacts, { rows }: Seen): Nearest {
  return toldOf(judge(reading, facts, rows, ''), facts);
}

function toldOf({ reading, alike }: Judged, facts: HeaderFacts): Nearest {
  const { table } = reading;
  const missing = reading.missing.flatMap((name) => {
    const open = standIns(table, name);
    const [like] = alike.filter(({ column }) => open.includes(column)).sort((a, b) => b.share - a.share);
    const column = like?.column ?? open[0];
    return column ? [column.id] : [];
  });
  const share = (index: number): number => {
    const found = alike.find((one) => one.index === index);
    return found ? found.share + Number(missing.includes(found.column.id)) : 0;
  };
  const items = new Set(reading.items.map(({ index }) => index));
  const unknown = facts.counted
    .filter((index) => reading.assigned[index] == null && !items.has(index))
    .slice(0, MOST_HEADERS);
  return { table: table.id, missing, unknown: unknown.sort((a, b) => share(b) - share(a)) };
}
