import type { ColumnSpec, Issue, TableSpec } from '../../domain';
import { blank, isPercentLimit, isShareColumn, parseCell, specContext } from '../cells';
import {
  type Reading,
  asText,
  boundOf,
  boundText,
  codeOf,
  isMeasured,
  precisionOf,
  precisionText,
  shownValue,
} from './careful';
import { isCheap } from './plain';
import type { CellCodes } from '../raw';
import type { CodedTable } from './coded-rows';
import { LISTED, type Staged, wideKey } from './staged';

/** A row of a small table: the cells of its columns as text, empty where there is none. */
export interface TextRow {
  readonly record: number;
  readonly cells: readonly string[];
  /** The numbers of its texts in the file, column by column, where they have some. */
  readonly codes?: CellCodes | undefined;
}

type About = Pick<Staged, 'table' | 'columns' | 'headers' | 'context' | 'wide'>;

/** A column as it is stored: by code its values as text, empty where there is none, and by row its code. */
export interface ReadColumn {
  readonly id: string;
  readonly values: readonly string[];
  readonly codes: Int32Array;
}

/** A table whose cells only need a cast, and what was doubted or refused; issues name no file yet. */
export interface ReadTable {
  readonly columns: readonly ReadColumn[];
  readonly issues: readonly Omit<Issue, 'file'>[];
  readonly issueCounts: Readonly<Record<string, number>>;
}

interface Reader {
  readonly id: string;
  readonly spec: ColumnSpec;
  readonly texts: readonly string[];
  readonly codes: Int32Array;
  /** By code, what is not taken as it stands. */
  readonly readings: readonly (Reading | null)[];
}

/** Every distinct text of a column that is not plain, read carefully; of shares every text. */
function readerOf(
  spec: ColumnSpec,
  { texts, codes }: CodedTable['columns'][number],
  { table, context, headers }: Pick<Staged, 'table' | 'context' | 'headers'>,
): Reader {
  const other = table.columns.find(({ id }) => id === spec.otherwise);
  const share = isShareColumn(spec) || isPercentLimit(spec, headers[spec.id] ?? '');
  const own = texts.map((text) => text !== '' && (share || !isCheap(spec, text)));
  const odd = texts.filter((_, code) => own[code]);
  const known = specContext(spec, odd, context, headers[spec.id]);
  const readings = texts.map((text, code) => {
    if (own[code] !== true) return null;
    const result = parseCell(spec, text, known);
    const aside = result.state !== 'value' && other !== undefined ? parseCell(other, text).value : null;
    return aside === null
      ? { text, spec, result }
      : { text, spec, result: blank('not_applicable'), aside: String(aside) };
  });
  return { id: spec.id, spec, texts, codes, readings };
}

/** By row, what the first of some readings says that says anything; empty where none does. Null where no row is told anything. */
function firstTold(
  readers: readonly Reader[],
  rows: number,
  told: (reading: Reading) => string | null,
): string[] | null {
  const telling = readers
    .map(({ readings, codes }) => ({ codes, told: readings.map((reading) => (reading ? told(reading) : null)) }))
    .filter((reader) => reader.told.some((text) => text !== null));
  if (telling.length === 0) return null;
  return Array.from({ length: rows }, (_, row) => {
    for (const reader of telling) {
      const text = reader.told[reader.codes[row] ?? 0] ?? null;
      if (text !== null) return text;
    }
    return '';
  });
}

/** A column the table has for what readings say of themselves, a bound or a precision, or in its place: the row's own word comes first. */
interface Told {
  readonly spec: ColumnSpec;
  readonly texts: readonly string[];
}

/** No, for the blanks of columns that are only ever ticked, in rows that tick another of them. */
function tickedBeside(readers: readonly Reader[], rows: number): Told[] {
  const group = readers.filter(({ spec }) => spec.ticks !== undefined);
  const valueOf = ({ spec, texts, readings }: Reader, code: number): string =>
    texts[code] === '' ? '' : String((readings[code]?.result ?? parseCell(spec, texts[code] ?? '')).value ?? '');
  const values = group.map((reader) => reader.texts.map((_, code) => valueOf(reader, code)));
  if (group.length < 2 || values.some((said) => said.includes('false'))) return [];
  const isTicked = (at: number, row: number): boolean => values[at]?.[group[at]?.codes[row] ?? 0] === 'true';
  const any = Array.from({ length: rows }, (_, row) => group.some((__, at) => isTicked(at, row)));
  return group.map(({ spec }) => ({ spec, texts: any.map((ticked) => (ticked ? 'false' : '')) }));
}

/** The values of a choice by the ends of names that say them, the longest first. */
function endsOf({ values = [] }: ColumnSpec): { readonly id: string; readonly word: string }[] {
  const words = values.flatMap(({ id, synonyms = [] }) => [id, ...synonyms].map((word) => ({ id, word })));
  const ends = words.filter(({ word }) => word.length >= 2 && /[党支委工组]/u.test(word));
  return ends.sort((one, other) => other.word.length - one.word.length);
}

/** What the ends of names say where a row leaves a choice blank; what it writes and nobody can read stays unknown. */
function toldByEnds(spec: ColumnSpec, readers: readonly Reader[]): Told[] {
  const named = readers.find(({ id }) => id === spec.endingOf);
  const own = readers.find(({ id }) => id === spec.id);
  const isStated = (row: number): boolean => own !== undefined && own.texts[own.codes[row] ?? 0] !== '';
  if (!named || (own && named.codes.every((_, row) => isStated(row)))) return [];
  const ends = endsOf(spec);
  const values = named.texts.map((name) => {
    const text = name.trim().replace(/[(（][^()（）]*[)）]$/u, '');
    return ends.find(({ word }) => text.endsWith(word))?.id ?? '';
  });
  return [{ spec, texts: Array.from(named.codes, (code, row) => (isStated(row) ? '' : (values[code] ?? ''))) }];
}

function toldOf(table: TableSpec, readers: readonly Reader[], rows: number): Told[] {
  const [bound, precision] = [boundOf(table), precisionOf(table)];
  const measured = readers.filter(({ spec }) => isMeasured(spec));
  const due = readers.filter(({ id }) => id === 'due_date');
  const bounds = bound && firstTold(measured, rows, (reading) => boundText(table, reading));
  const precisions = precision && firstTold(due, rows, ({ result }) => precisionText(result));
  const asides = readers.flatMap((reader) => {
    const spec = table.columns.find(({ id }) => id === reader.spec.otherwise);
    const texts = spec && firstTold([reader], rows, ({ aside = null }) => aside);
    return spec && texts ? [{ spec, texts }] : [];
  });
  const endings = table.columns.flatMap((spec) => toldByEnds(spec, readers));
  return [
    ...(bound && bounds ? [{ spec: bound, texts: bounds }] : []),
    ...(precision && precisions ? [{ spec: precision, texts: precisions }] : []),
    ...asides,
    ...endings,
    ...tickedBeside(readers, rows),
  ];
}

interface Flagged extends Omit<Issue, 'file'> {
  readonly row: number;
}

interface Found {
  readonly listed: readonly Flagged[];
  readonly counts: ReadonlyMap<string, number>;
}

/** The doubted and refused cells of a column, in the order of the records; a cell beside the periods is one cell of its record. */
function flaggedIn(reader: Reader, readers: readonly Reader[], records: Int32Array, about: About): Found {
  const listed: Flagged[] = [];
  const counts = new Map<string, number>();
  const reasons = reader.readings.map((reading) => (reading ? codeOf(reading.result) : null));
  if (reasons.every((reason) => reason === null)) return { listed, counts };
  const { wide, table, headers } = about;
  const { id, codes } = reader;
  const periods = wide?.values.includes(id) === true ? readers.find((one) => one.id === wide.periodColumn) : undefined;
  const seen = new Set<string>();
  for (let row = 0; row < codes.length; row += 1) {
    const at = codes[row] ?? 0;
    const code = reasons[at] ?? null;
    const reading = reader.readings[at];
    if (code === null || !reading) continue;
    const record = records[row] ?? 0;
    const period = periods?.texts[periods.codes[row] ?? 0] ?? '';
    const cell = wide ? JSON.stringify([record, period, reading.text]) : '';
    if (wide && seen.has(cell)) continue;
    seen.add(cell);
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > LISTED) continue;
    const value = asText(table, reading);
    const header = period === '' ? undefined : wide?.headers[wideKey(period, id)];
    listed.push({
      code,
      severity: value === null ? 'error' : 'warning',
      row: record,
      column: header ?? headers[id] ?? id,
      value: shownValue(code, reading.text),
      ...(value === null ? {} : { detail: value }),
    });
  }
  return { listed, counts };
}

function together(found: readonly Found[]): Pick<ReadTable, 'issues' | 'issueCounts'> {
  const issueCounts: Record<string, number> = {};
  for (const { counts } of found)
    for (const [code, count] of counts) issueCounts[code] = (issueCounts[code] ?? 0) + count;
  return { issues: found.flatMap(({ listed }) => listed).sort((a, b) => a.row - b.row), issueCounts };
}

/** The column of words told row by row. */
function wordsOf(id: string, texts: readonly string[]): ReadColumn {
  const values = ['', ...new Set(texts.filter((text) => text !== ''))];
  const places = new Map(values.map((value, code) => [value, code] as const));
  return { id, values, codes: Int32Array.from(texts, (text) => places.get(text) ?? 0) };
}

/**
 * Reads the cells of a table: plain texts stay for the cast, every other distinct text is read carefully, once. Gives the columns
 * with their values, and those the table has for what was read of others.
 */
export function readCells(about: About, coded: CodedTable): ReadTable {
  const { table } = about;
  const { records } = coded;
  const readers = about.columns.flatMap((id, at) => {
    const spec = table.columns.find((column) => column.id === id);
    const column = coded.columns[at];
    return spec && column ? [readerOf(spec, column, about)] : [];
  });
  const told = toldOf(table, readers, records.length);
  const added = told.filter(({ spec }) => readers.every(({ id }) => id !== spec.id));
  const columns = readers.map(({ id, texts, codes, readings }): ReadColumn => {
    const values = texts.map((text, code) => {
      const reading = readings[code];
      return reading ? (asText(table, reading) ?? '') : text;
    });
    const words = told.find(({ spec }) => spec.id === id)?.texts;
    if (words === undefined) return { id, values, codes };
    return wordsOf(
      id,
      words.map((word, row) => values[codes[row] ?? 0] || word),
    );
  });
  return {
    columns: [...columns, ...added.map(({ spec, texts }) => wordsOf(spec.id, texts))],
    ...together(readers.map((reader) => flaggedIn(reader, readers, records, about))),
  };
}
