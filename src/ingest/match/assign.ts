import type { ColumnSpec, TableSpec } from '../../domain';
import { headerForms } from './header-key';
import { meaningsOf } from './vocabulary';

/** A header read as a column of one table. */
export interface Assignment {
  readonly column: ColumnSpec;
  /** 0–1: 1 for a header the model lists, less for one understood in part. */
  readonly trust: number;
  /** The key under which it was understood. */
  readonly key: string;
}

interface Candidate extends Assignment {
  readonly index: number;
}

/** A synonym this long at the end of a longer header is trusted a little; only for names, codes and choices. */
const SIMILAR_LENGTH = 4;
const SIMILAR_TRUST = 0.5;
const NOT_SIMILAR = /^(?:原|曾|旧|前|上级|主管|非|拟|其中|女|男|流动|困难)/u;
const BY_ENDING = new Set(['text', 'code', 'enum']);

/** Among equals the more specific synonym wins; never enough to outweigh a more literal form. */
const RANK_WEIGHT = 0.0005;

function literal(table: TableSpec, header: string, index: number): Candidate[] {
  return headerForms(header).flatMap(({ key, trust }) =>
    meaningsOf(key)
      .filter((meaning) => meaning.table === table)
      .map((meaning) => ({
        index,
        key,
        column: meaning.column,
        trust: trust - Math.min(meaning.rank, 60) * RANK_WEIGHT,
      })),
  );
}

function similar(table: TableSpec, header: string, index: number): Candidate[] {
  const key = headerForms(header)[0]?.key ?? '';
  if (NOT_SIMILAR.test(key)) return [];
  for (let at = 1; at <= key.length - SIMILAR_LENGTH; at += 1) {
    const ending = key.slice(at);
    const meaning = meaningsOf(ending).find((known) => known.table === table && BY_ENDING.has(known.column.type));
    if (meaning) return [{ index, key: ending, column: meaning.column, trust: SIMILAR_TRUST }];
  }
  return [];
}

/** Reads each header as at most one column of the table and each column as at most one header, the surest first. */
export function assign(table: TableSpec, header: readonly (string | null)[]): (Assignment | null)[] {
  const candidates = header.flatMap((text, index) => {
    if (text === null || text.trim() === '') return [];
    const exact = literal(table, text, index);
    return exact.length > 0 ? exact : similar(table, text, index);
  });
  candidates.sort((a, b) => b.trust - a.trust || a.index - b.index);
  const result: (Assignment | null)[] = header.map(() => null);
  const taken = new Set<string>();
  for (const { index, column, trust, key } of candidates) {
    if (result[index] != null || taken.has(column.id)) continue;
    result[index] = { column, trust: Math.round(trust * 100) / 100, key };
    taken.add(column.id);
  }
  return result;
}
