import type { ColumnSpec } from '../../domain';
import { LETTERED_CODE, LONGER_THAN_ANY_BLANK } from './typing';
import { bytesIn } from './utf8';

const LETTERED = new RegExp(`^${LETTERED_CODE}$`, 'u');

function isPlainCode(text: string): boolean {
  return LETTERED.test(text) || (/^[0-9][^.+ /%Ee]*$/su.test(text) && bytesIn(text) <= 14);
}

function isPlainText(text: string): boolean {
  const first = text.codePointAt(0) ?? 0;
  return (
    first >= 13312 && first <= 40959 && (text.length >= LONGER_THAN_ANY_BLANK || bytesIn(text) >= LONGER_THAN_ANY_BLANK)
  );
}

const upTo = (value: number, max: number | undefined): boolean => max === undefined || value <= max;

/** A day as the database reads it: signs and parts as it takes them, and a day there is. */
function isPlainDay(text: string): boolean {
  const [, year = '', , month = '', day = ''] = /^(\d{1,5})([-/ \\])(\d{1,2})\2(\d{1,2})$/u.exec(text) ?? [];
  if (day === '' || text.length > 10) return false;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < 1900 || y > 2100 || (y === 2100 && (m > 1 || d > 1))) return false;
  const found = new Date(Date.UTC(y, m - 1, d));
  return found.getUTCMonth() === m - 1 && found.getUTCDate() === d;
}

/**
 * Whether the cheap cast of {@link cheapCast} takes a text, told without the database; so small tables are read without
 * asking it. A text this refuses is read carefully, so it may refuse too much, never too little.
 */
export function isCheap(column: ColumnSpec, text: string): boolean {
  switch (column.type) {
    case 'text':
      return isPlainText(text);
    case 'code':
      return isPlainCode(text);
    case 'integer':
      return /^\d{1,15}$/u.test(text) && upTo(Number(text), column.max);
    case 'number':
      return text.length <= 15 && /^\d+(?:\.\d*)?$/u.test(text) && upTo(Number(text), column.max);
    case 'date':
      return isPlainDay(text);
    case 'period':
      return /^(?:19|20)[0-9]{2}(?:Q[1-4]|H[12])?$/u.test(text);
    case 'enum':
      return column.values?.some(({ id }) => id === text) === true;
    case 'boolean':
      return false;
  }
}
