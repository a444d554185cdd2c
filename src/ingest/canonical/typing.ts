import type { ColumnSpec } from '../../domain';
import { literal, literals, sqlType } from '../../sql';
import { BLANK_WORDS } from '../cells';

/** An 18-character code that would be a well-formed identity number: only the careful reader may decide what it is. */
const MAYBE_IDENTITY = '[1-9][0-9]{5}(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** SQL that is true when an 18-character code is well formed and its check character fits (GB 32100: weights 3^i mod 31). */
function creditCodeHolds(raw: string): string {
  let weight = 1;
  const terms = Array.from({ length: 17 }, (_, at) => {
    const term = `(strpos('${ALPHABET}', substr(${raw}, ${at + 1}, 1)) - 1) * ${weight}`;
    weight = (weight * 3) % 31;
    return term;
  });
  const check = `substr('${ALPHABET}', CAST((31 - (${terms.join(' + ')}) % 31) % 31 AS INTEGER) + 1, 1)`;
  return `(strlen(${raw}) = 18 AND translate(${raw}, '${ALPHABET}', '') = '' AND ${check} = substr(${raw}, 18, 1))`;
}

/** SQL that is true for a code with more digits than a spreadsheet keeps, ending in zeros: damaged, unless it checks. */
export function isDamagedCode(raw: string): string {
  return `(strlen(${raw}) >= 16 AND ends_with(${raw}, '0') AND regexp_full_match(${raw}, '[0-9]{15}0+') AND NOT ${creditCodeHolds(raw)})`;
}

/** SQL that is true for a text with the form of a credit code whose check character does not fit. */
export function failsCreditCheck(raw: string): string {
  const form = '[159AN-Y][1239][1-6][0-9]{5}[0-9A-Z]{10}';
  return `(strlen(${raw}) = 18 AND NOT ${creditCodeHolds(raw)} AND regexp_full_match(${raw}, '${form}'))`;
}

/*
 * The tests below are comparisons of bytes and lengths: a regular expression over every cell costs more than reading the
 * file. They may refuse too much, never too little.
 */
const within = (raw: string, from: number, to: number): string => `strlen(${raw}) BETWEEN ${from} AND ${to}`;
const hasNo = (raw: string, ...texts: readonly string[]): string[] =>
  texts.map((text) => `NOT contains(${raw}, ${literal(text)})`);

/** Words that a short cell may hold instead of a name: blanks, and the labels of totals rows. */
const NO_NAMES = literals([...BLANK_WORDS, '合计', '总计', '小计', '共计', '累计', '总数', '汇总', '同上', '名称']);

/** Begins with a Han character or a capital; a name shorter than six Han characters must be no word for a blank. */
const isName = (raw: string): string =>
  [
    within(raw, 4, 600),
    `((${raw} >= '㐀' AND ${raw} < 'ꀀ') OR (${raw} >= 'A' AND ${raw} < '['))`,
    ...hasNo(raw, ' ', '\n', '　', '"'),
    `(strlen(${raw}) >= 18 OR lower(${raw}) NOT IN ${NO_NAMES})`,
  ].join(' AND ');

/** Begins with a digit or a capital, plain ASCII in upper case, not a number that a spreadsheet made of it. */
const isCode = (raw: string): string =>
  [
    within(raw, 1, 32),
    `((${raw} >= '0' AND ${raw} < ':') OR (${raw} >= 'A' AND ${raw} < '[' AND lower(${raw}) NOT IN ${NO_NAMES}))`,
    `strlen(${raw}) = length(${raw})`,
    `${raw} = upper(${raw})`,
    ...hasNo(raw, '.', '+', ' ', '/', '%', '\n', '"'),
    `(strlen(${raw}) > 6 OR NOT contains(${raw}, 'E'))`,
    `(substr(${raw}, 7, 2) NOT IN ('19', '20') OR NOT regexp_full_match(${raw}, ${literal(MAYBE_IDENTITY)}))`,
  ].join(' AND ');

/**
 * SQL that reads the plain spelling of a value and gives NULL for everything else; what it refuses goes to the careful
 * reader (`cells`), value by distinct value. `raw` is an SQL expression for the cell's text; `checkedLater` lets codes
 * pass whose check character or damage the caller looks at afterwards.
 */
export function cheapCast(column: ColumnSpec, raw: string, checkedLater = false): string {
  switch (column.type) {
    case 'text':
      return `CASE WHEN ${isName(raw)} THEN ${raw} END`;
    case 'code':
      return `CASE WHEN ${isCode(raw)}${checkedLater ? '' : ` AND strlen(${raw}) < 16`} THEN ${raw} WHEN ${isName(raw)} THEN ${raw} END`;
    case 'integer': {
      const whole = `TRY_CAST(${raw} AS BIGINT)`;
      const limit = column.max === undefined ? `${whole} >= 0` : `${whole} BETWEEN 0 AND ${column.max}`;
      return `CASE WHEN ${[within(raw, 1, 15), ...hasNo(raw, '.', 'e', 'E', '_'), limit].join(' AND ')} THEN ${whole} END`;
    }
    case 'number': {
      const limit = column.max === undefined ? [] : [`TRY_CAST(${raw} AS DOUBLE) <= ${column.max}`];
      const plain = [within(raw, 1, 15), `${raw} >= '0'`, `${raw} < ':'`, ...hasNo(raw, 'e', 'E', '_'), ...limit];
      return `CASE WHEN ${plain.join(' AND ')} THEN TRY_CAST(${raw} AS DOUBLE) END`;
    }
    case 'date':
      return `CASE WHEN strlen(${raw}) = 10 AND substr(${raw}, 5, 1) = '-' AND substr(${raw}, 8, 1) = '-'
        AND ${raw} BETWEEN '1900' AND '2100' THEN TRY_CAST(${raw} AS DATE) END`;
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
