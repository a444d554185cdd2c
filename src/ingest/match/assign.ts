import type { ColumnSpec, TableSpec } from '../../domain';
import { type HeaderForm, headerForms } from './header-key';
import type { TaughtMeanings } from './taught';
import { meaningsOf } from './vocabulary';

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

/** The longest known ending of a header, for every table that has one. */
function similar(key: string, index: number): Found[] {
  if (NOT_SIMILAR.test(key)) return [];
  const found = new Map<TableSpec, Found>();
  for (let at = 1; at <= key.length - SIMILAR_LENGTH; at += 1) {
    const ending = key.slice(at);
    for (const { table, column } of meaningsOf(ending)) {
      const fits = BY_ENDING.has(column.type) && !found.has(table);
      if (fits) found.set(table, { index, key: ending, table, column, trust: SIMILAR_TRUST });
    }
  }
  return [...found.values()];
}

/** Looks every header up once; null stands for a header that must not be used. */
export function candidatesOf(header: readonly (string | null)[], taught: TaughtMeanings = new Map()): Candidates {
  const byTable = new Map<TableSpec, Candidate[]>();
  header.forEach((text, index) => {
    const forms = text === null ? [] : headerForms(text);
    const exact = literal(forms, index, taught);
    const known = new Set(exact.map((candidate) => candidate.table));
    const alike = similar(forms[0]?.key ?? '', index).filter((candidate) => !known.has(candidate.table));
    for (const { table, ...candidate } of [...exact, ...alike]) {
      const list = byTable.get(table) ?? [];
      list.push(candidate);
      byTable.set(table, list);
    }
  });
  return byTable;
}

/**
 * Reads each of `columns` headers as at most one column of a table and each column as at most one header, the surest
 * first; headers in `aside` are left out.
 */
export function assign(
  candidates: readonly Candidate[],
  columns: number,
  aside: ReadonlySet<number>,
): (Assignment | null)[] {
  const sorted = candidates.filter(({ index }) => !aside.has(index));
  sorted.sort((a, b) => b.trust - a.trust || a.index - b.index);
  const result = Array.from({ length: columns }, (): Assignment | null => null);
  const taken = new Set<string>();
  for (const { index, column, trust, key, taught } of sorted) {
    if (result[index] != null || taken.has(column.id)) continue;
    result[index] = { column, trust: Math.round(trust * 100) / 100, key, ...(taught && { taught }) };
    taken.add(column.id);
  }
  return result;
}
