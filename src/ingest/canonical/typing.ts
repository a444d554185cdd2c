import type { ColumnSpec } from '../../domain';
import { literal, sqlType } from '../../sql';
import { BLANK_WORDS } from '../cells';

/* The tests below are cheap comparisons. They may refuse too much, never too little. */
const within = (raw: string, from: number, to: number): string => `strlen(${raw}) BETWEEN ${from} AND ${to}`;
const hasNo = (raw: string, ...texts: readonly string[]): string[] =>
  texts.map((text) => `NOT contains(${raw}, ${literal(text)})`);
const beginsWithHan = (raw: string): string => `unicode(${raw}) BETWEEN 13312 AND 40959`;
const beginsWithDigit = (raw: string): string => `unicode(${raw}) BETWEEN 48 AND 57`;

/** No word for a blank and no label of a totals row is as long as this, in bytes. */
export const LONGER_THAN_ANY_BLANK = Math.max(...BLANK_WORDS.map((word) => new TextEncoder().encode(word).length)) + 1;

/** A code of letters, figures and dashes that no reading changes: shorter than a credit code, and no word for a blank ends in a figure. */
export const LETTERED_CODE = '[A-Z][A-Z0-9-]{0,15}[0-9]';

/** SQL that is true for a text or code cell that can only mean what it says; everything else is read carefully. */
export function isPlainText(column: ColumnSpec, raw: string): string {
  if (column.type === 'text') return `(strlen(${raw}) >= ${LONGER_THAN_ANY_BLANK} AND ${beginsWithHan(raw)})`;
  const figures = [beginsWithDigit(raw), within(raw, 1, 14), ...hasNo(raw, '.', '+', ' ', '/', '%', 'E', 'e')];
  return `(${figures.join(' AND ')} OR regexp_full_match(${raw}, ${literal(LETTERED_CODE)}))`;
}

/**
 * SQL that reads the plain spelling of a value and gives NULL for everything else; what it refuses goes to the careful
 * reader (`cells`), value by distinct value. `raw` is an SQL expression for the cell's text.
 */
export function cheapCast(column: ColumnSpec, raw: string): string {
  switch (column.type) {
    case 'text':
    case 'code':
      return `CASE WHEN ${isPlainText(column, raw)} THEN ${raw} END`;
    case 'integer': {
      const whole = `TRY_CAST(${raw} AS BIGINT)`;
      const limit = column.max === undefined ? `${whole} >= 0` : `${whole} BETWEEN 0 AND ${column.max}`;
      return `CASE WHEN ${[within(raw, 1, 15), ...hasNo(raw, '.'), limit].join(' AND ')} THEN ${whole} END`;
    }
    case 'number': {
      const limit = column.max === undefined ? [] : [`TRY_CAST(${raw} AS DOUBLE) <= ${column.max}`];
      const plain = [within(raw, 1, 15), `${raw} >= '0'`, `${raw} < ':'`, ...hasNo(raw, 'e', 'E', '_'), ...limit];
      return `CASE WHEN ${plain.join(' AND ')} THEN TRY_CAST(${raw} AS DOUBLE) END`;
    }
    case 'date': {
      const day = `TRY_CAST(${raw} AS DATE)`;
      return `CASE WHEN strlen(${raw}) <= 10 AND ${day} BETWEEN DATE '1900-01-01' AND DATE '2100-01-01' THEN ${day} END`;
    }
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
