import type { ColumnSpec, TableSpec } from '../../domain';
import { blankReason, parseBoolean } from '../cells';
import { type HeaderForm, headerForms } from './header-key';
import { tally } from './tally';
import type { TaughtMeanings } from './taught';
import { madeMeanings, meaningsOf } from './vocabulary';

/** A header read as a column of one table. */
export interface Assignment {
  readonly column: ColumnSpec;
  /** 0–1: 1 for a header the model lists, less for one understood in part. */
  readonly trust: number;
  /** The key under which it was understood. */
  readonly key: string;
  /** Understood by a word that the user taught. */
  readonly taught?: true;
}

/** One possible reading of one header. */
export interface Candidate extends Assignment {
  readonly index: number;
}

/** A synonym this long at the end of a longer header is trusted a little; only for names, codes and choices. */
const SIMILAR_LENGTH = 4;
const SIMILAR_TRUST = 0.5;
const NOT_SIMILAR = /^(?:原|曾|旧|前|上级|主管|业务|非|拟|其中|女|男|流动|困难)/u;
const BY_ENDING = new Set(['text', 'code', 'enum']);

/** Among equals the more specific synonym wins; never enough to outweigh a more literal form. */
const RANK_WEIGHT = 0.0005;
const MOST_RANKS = 60;

/** Everything a header could mean, by table; within a table each column and each header may occur more than once. */
export type Candidates = ReadonlyMap<TableSpec, readonly Candidate[]>;

type Found = Candidate & { readonly table: TableSpec };

function literal(forms: readonly HeaderForm[], index: number, taught: TaughtMeanings): Found[] {
  return forms.flatMap(({ key, trust }) => [
    ...meaningsOf(key).map(({ table, column, rank }) => ({
      index,
      key,
      table,
      column,
      trust: trust - Math.min(rank, MOST_RANKS) * RANK_WEIGHT,
    })),
    ...(taught.get(key) ?? []).map(({ table, column }) => ({
      index,
      key,
      table,
      column,
      trust,
      taught: true as const,
    })),
  ]);
}

/** A header read by what it is made of is trusted less than one a list has. */
const MADE_TRUST = 0.8;
/** No table that somebody wrote by hand is wider. */
const MOST_MADE = 300;

/** What a header means by what it is made of. */
function made(forms: readonly HeaderForm[], index: number): Found[] {
  return forms.flatMap(({ key, trust }) =>
    madeMeanings(key).map(({ table, column }) => ({ index, key, table, column, trust: trust * MADE_TRUST })),
  );
}

/** The longest known ending of a header, for every table that has one. */
function similar(key: string, index: number): Found[] {
  if (NOT_SIMILAR.test(key)) return [];
  const found: Found[] = [];
  for (let at = 1; at <= key.length - SIMILAR_LENGTH; at += 1) {
    const ending = key.slice(at);
    for (const { table, column } of meaningsOf(ending)) {
      const telling = column.tells !== undefined;
      const known = found.filter((one) => one.table === table && (telling ? one.key !== ending : true));
      const fits = (BY_ENDING.has(column.type) || telling) && known.length === 0;
      if (fits) found.push({ index, key: ending, table, column, trust: SIMILAR_TRUST });
    }
  }
  return found;
}

/** Looks every header up once; null stands for a header that must not be used. */
export function candidatesOf(header: readonly (string | null)[], taught: TaughtMeanings = new Map()): Candidates {
  const byTable = new Map<TableSpec, Candidate[]>();
  header.forEach((text, index) => {
    const forms = text === null ? [] : headerForms(text);
    const exact = literal(forms, index, taught);
    const without = (known: readonly Found[], found: readonly Found[]): Found[] =>
      found.filter(({ table }) => known.every((candidate) => candidate.table !== table));
    const composed = header.length > MOST_MADE ? [] : without(exact, made(forms, index));
    const alike = without([...exact, ...composed], similar(forms[0]?.key ?? '', index));
    for (const { table, ...candidate } of [...exact, ...composed, ...alike]) {
      const list = byTable.get(table) ?? [];
      list.push(candidate);
      byTable.set(table, list);
    }
  });
  return byTable;
}

/** The share of filled cells that must be yes or no. */
const YES_NO_SHARE = 0.8;

/** A dash or a blank beside 已成立 says no in no word; 无 does. */
const isSilent = (text: string): boolean => blankReason(text) !== null && parseBoolean(text).state !== 'value';

/** Null where there are no cells to tell by. */
function saysYesOrNo(index: number, rows: readonly (readonly string[])[]): boolean | null {
  const cells = [...tally(rows.map((row) => (row[index] ?? '').trim()))].filter(([text]) => !isSilent(text));
  const filled = cells.reduce((sum, [, count]) => sum + count, 0);
  const said = cells
    .filter(([text]) => parseBoolean(text).state === 'value')
    .reduce((sum, [, count]) => sum + count, 0);
  return filled === 0 ? null : said >= YES_NO_SHARE * filled;
}

/**
 * Of a header that may be a yes/no column or another of the same table (党组织), what its cells say. Without cells it is the
 * other one, unless that is what it tells of and a header of its own stands beside it.
 */
export function byCells(candidates: readonly Candidate[], rows: readonly (readonly string[])[]): readonly Candidate[] {
  const telling = candidates.filter(({ column }) => column.tells);
  if (telling.length === 0) return candidates;
  const others = candidates.filter(({ column }) => !column.tells);
  const yesNo = new Set<number>();
  for (const { index, column } of telling) {
    const told = column.tells?.column;
    const rivals = others.filter((other) => other.index === index);
    const beside = others.some((other) => other.index !== index && other.column.id === told);
    const without = rivals.every((other) => other.column.id === told) && beside;
    if (rivals.length === 0 || (saysYesOrNo(index, rows) ?? without)) yesNo.add(index);
  }
  return candidates.filter(({ index, column }) => (column.tells !== undefined) === yesNo.has(index));
}

/** A yes/no column whose fact no other header tells is read in that column's place. */
function standingIn(table: TableSpec, found: readonly (Assignment | null)[]): (Assignment | null)[] {
  const there = new Set(found.map((entry) => entry?.column.id));
  return found.map((entry) => {
    const told = table.columns.find(({ id }) => id === entry?.column.tells?.column);
    return entry && told && !there.has(told.id) ? { ...entry, column: told } : entry;
  });
}

/**
 * Reads each of `columns` headers as at most one column of a table and each column as at most one header, but for those of which
 * any that says yes is enough, the surest first; headers in `aside` are left out.
 */
export function assign(
  table: TableSpec,
  candidates: readonly Candidate[],
  columns: number,
  aside: ReadonlySet<number>,
): (Assignment | null)[] {
  const sorted = candidates.filter(({ index }) => !aside.has(index));
  sorted.sort((a, b) => b.trust - a.trust || a.index - b.index);
  const result = Array.from({ length: columns }, (): Assignment | null => null);
  const taken = new Set<string>();
  for (const { index, column, trust, key, taught } of sorted) {
    if (result[index] != null || (taken.has(column.id) && column.any !== true)) continue;
    result[index] = { column, trust: Math.round(trust * 100) / 100, key, ...(taught && { taught }) };
    taken.add(column.id);
  }
  return standingIn(table, result);
}
