import { daysInMonth } from '../../domain';
import { chineseInteger, chineseYear } from './chinese-number';
import type { CellContext } from './context';
import type { RefuseReason } from './result';

/** The earliest and latest years a date in these tables can have. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const two = (n: number): string => String(n).padStart(2, '0');

/** The ISO text of a day. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year)}-${two(month)}-${two(day)}`;
}

/** The ISO text of a month. */
export function isoMonth(year: number, month: number): string {
  return `${String(year)}-${two(month)}`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The number of an English month, in full or short; 0 when the word is none. */
export const englishMonth = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** Spreadsheets write 5-Oct-23 for 2023 and 5-Oct-30 for 1930; nobody else writes a day so. */
export function spreadsheetYear(text: string): string {
  if (text.length !== 2) return text;
  return Number(text) < 30 ? `20${text}` : `19${text}`;
}

const NAMED_MONTH = /^(?:([a-z]{3,9})[-./]?|(\d{1,2})月[-/])(\d{4}|(?<=-)\d{2})$/iu;

/** Mar-21, March2021, 3月-21: a month as spreadsheets show it. Mar 21 without the dash may be a day. */
export function spreadsheetMonth(text: string): { readonly year: string; readonly month: string } | null {
  const [, word, figures, year] = NAMED_MONTH.exec(text) ?? [];
  const month = figures ?? String(englishMonth(word ?? ''));
  return year === undefined || month === '0' ? null : { year: spreadsheetYear(year), month };
}

/** Why a day of the calendar cannot be, or null when it can. */
export function dayFault(year: number, month: number, day: number): RefuseReason | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'year-out-of-range';
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 'no-such-day';
  return null;
}

/**
 * The four-figure year a year text means. Two figures are only certain from 50 up (no export reaches 2050) or when they are
 * the year of the file; otherwise a refusal.
 */
export function fullYear(text: string, context: CellContext): number | RefuseReason {
  if (/^\d{4}$/u.test(text)) return Number(text);
  if (!/^\d{2}$/u.test(text)) return 'not-a-date';
  const short = Number(text);
  if (short >= 50) return 1900 + short;
  if (context.reporting === true) return 2000 + short;
  return context.year !== undefined && context.year % 100 === short ? context.year : 'two-digit-year';
}

const CHINESE = '[〇○◯零一二三四五六七八九十廿卅Oo０Ｏ]';
const YEAR = new RegExp(
  `([〇○◯零一二三四五六七八九Oo0-9]{4}|[二两][千仟][〇○◯零一二三四五六七八九十]{1,4})(?=年)`,
  'gu',
);
const PART = new RegExp(`(${CHINESE}{1,3})(?=[月日号])`, 'gu');

/** The text with the Chinese numerals of a date (二○一○年六月二十三日) turned into figures; everything else unchanged. */
export function withFigures(text: string): string {
  return text
    .replace(YEAR, (numeral) => {
      const year = chineseYear(numeral) ?? chineseInteger(numeral);
      return year === null ? numeral : String(year);
    })
    .replace(PART, (numeral) => {
      const part = chineseInteger(numeral);
      return part === null ? numeral : String(part);
    });
}
