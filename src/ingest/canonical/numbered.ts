import type { ColumnSpec } from '../../domain';
import { sqlType } from '../../sql';

/** Stands for no value among the numbers of a column. */
const NOTHING = -(2 ** 31);

const WHOLE = /^-?\d{1,9}$/u;
const DAY = /^((?:19|20)\d{2})([-/])(\d{1,2})\2(\d{1,2})$/u;
const DAY_MS = 86_400_000;

/** How a value of each type is told by a whole number, null where it cannot be; types that are not here are not. */
const NUMBERS: Partial<Record<ColumnSpec['type'], (text: string) => number | null>> = {
  integer: (text) => (WHOLE.test(text) ? Number(text) : null),
  boolean: (text) => (text === 'true' ? 1 : text === 'false' ? 0 : null),
  date: (text) => {
    const [whole, year, , month, day] = DAY.exec(text) ?? [];
    return whole === undefined ? null : Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS;
  },
};

/** The values of a column by code as whole numbers, so that the database need not read them; null where one of them is none. */
export function numbersOf(spec: ColumnSpec | undefined, values: readonly string[]): Int32Array | null {
  const numberOf = spec && NUMBERS[spec.type];
  if (!numberOf) return null;
  const numbers = new Int32Array(values.length);
  for (const [code, text] of values.entries()) {
    const number = text === '' ? NOTHING : numberOf(text);
    if (number === null) return null;
    numbers[code] = number;
  }
  return numbers;
}

/** SQL for the value that a number of {@link numbersOf} stands for. */
export function valueOfNumber(spec: ColumnSpec, number: string): string {
  const stated = `nullif(${number}, ${NOTHING})`;
  if (spec.type === 'date') return `DATE '1970-01-01' + ${stated}`;
  return spec.type === 'boolean' ? `${stated} = 1` : `CAST(${stated} AS ${sqlType(spec)})`;
}
