import type { ColumnSpec } from '../../domain';
import { literal, sqlType } from '../../sql';

/** An 18-character code that would be a well-formed identity number: only the careful reader may decide what it is. */
const MAYBE_IDENTITY = '[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]';

/** SQL that is true for codes with more digits than a spreadsheet keeps, ending in zeros: perhaps damaged. */
export function maybeDamaged(raw: string): string {
  return `(strlen(${raw}) >= 16 AND ends_with(${raw}, '000') AND regexp_full_match(${raw}, '[0-9]+'))`;
}

/*
 * The tests below are comparisons of bytes and lengths: a regular expression over every cell costs more than reading the
 * file. They may refuse too much, never too little.
 */
const within = (raw: string, from: number, to: number): string => `strlen(${raw}) BETWEEN ${from} AND ${to}`;
const hasNo = (raw: string, ...texts: readonly string[]): string[] =>
  texts.map((text) => `NOT contains(${raw}, ${literal(text)})`);

/** Begins with a Han character and is longer than any word for a blank (无, 未填写, 长期有效 …). */
const isName = (raw: string): string =>
  [within(raw, 18, 600), `${raw} >= '㐀'`, `${raw} < 'ꀀ'`, ...hasNo(raw, ' ', '\n')].join(' AND ');

const isCode = (raw: string): string =>
  [
    within(raw, 1, 32),
    `${raw} >= '0'`,
    `${raw} < ':'`,
    `strlen(${raw}) = length(${raw})`,
    ...hasNo(raw, '.', '+', ' ', '/', '-', '%', '\n'),
    `(substr(${raw}, 7, 2) NOT IN ('19', '20') OR NOT regexp_full_match(${raw}, ${literal(MAYBE_IDENTITY)}))`,
  ].join(' AND ');

/**
 * SQL that reads the plain spelling of a value and gives NULL for everything else; what it refuses goes to the careful
 * reader (`cells`), value by distinct value. `raw` is an SQL expression for the cell's text; `damagedToo` lets codes pass
 * that a spreadsheet may have damaged, for a caller that looks at them afterwards.
 */
export function cheapCast(column: ColumnSpec, raw: string, damagedToo = false): string {
  switch (column.type) {
    case 'text':
      return `CASE WHEN ${isName(raw)} THEN ${raw} END`;
    case 'code':
      return `CASE WHEN ${isCode(raw)}${damagedToo ? '' : ` AND NOT ${maybeDamaged(raw)}`} THEN ${raw} END`;
    case 'integer': {
      const whole = `TRY_CAST(${raw} AS BIGINT)`;
      const limit = column.max === undefined ? `${whole} >= 0` : `${whole} BETWEEN 0 AND ${column.max}`;
      return `CASE WHEN ${[within(raw, 1, 15), ...hasNo(raw, '.', 'e', 'E', '_'), limit].join(' AND ')} THEN ${whole} END`;
    }
    case 'number':
      return `CASE WHEN ${[within(raw, 1, 15), `${raw} >= '0'`, `${raw} < ':'`, ...hasNo(raw, 'e', 'E', '_')].join(' AND ')} THEN TRY_CAST(${raw} AS DOUBLE) END`;
    case 'date':
      return `CASE WHEN strlen(${raw}) = 10 AND substr(${raw}, 5, 1) = '-' AND substr(${raw}, 8, 1) = '-' THEN TRY_CAST(${raw} AS DATE) END`;
    case 'period':
      return `CASE WHEN regexp_full_match(${raw}, '(19|20)[0-9]{2}(Q[1-4]|H[12])?') THEN ${raw} END`;
    case 'enum':
      return `TRY_CAST(${raw} AS ${sqlType(column)})`;
    case 'boolean':
      return 'CAST(NULL AS BOOLEAN)';
  }
}

/** SQL that reads the values of a small vocabulary already known, and gives NULL for everything else. */
export function knownCast(column: ColumnSpec, raw: string, known: ReadonlyMap<string, string | null>): string {
  const cases = [...known].map(([text, value]) => {
    const result = value === null ? 'NULL' : `CAST(${literal(value)} AS ${sqlType(column)})`;
    return `WHEN ${literal(text)} THEN ${result}`;
  });
  return cases.length === 0 ? `CAST(NULL AS ${sqlType(column)})` : `CASE ${raw} ${cases.join(' ')} END`;
}
