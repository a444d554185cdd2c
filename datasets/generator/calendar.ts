import type { Random } from './random';

/** The common span: twelve quarters, as-of 2018-12-31. */
export const QUARTERS: readonly string[] = [2016, 2017, 2018].flatMap((y) => [1, 2, 3, 4].map((q) => `${y}Q${q}`));

/** The last quarter's index. */
export const LAST = QUARTERS.length - 1;

/** Rating cycles. */
export const CYCLES: readonly number[] = [2016, 2017, 2018];

const pad = (n: number): string => String(n).padStart(2, '0');
const ENDS = ['03-31', '06-30', '09-30', '12-31'];

/** Year of a quarter by its index. */
export const yearOf = (quarter: number): number => 2016 + Math.floor(quarter / 4);

/** ISO date of a quarter's last day. */
export const endOf = (quarter: number): string => `${yearOf(quarter)}-${ENDS[quarter % 4] ?? ''}`;

/** Index of the last quarter of a cycle year. */
export const yearEnd = (year: number): number => (year - 2016) * 4 + 3;

/** Index of the last quarter that had ended when a month ended; the months before the first quarter's end take the first. */
export const quarterInForce = (year: number, month: number): number =>
  Math.max(0, (year - 2016) * 4 + Math.floor(month / 3) - 1);

/** A working day inside a quarter, as ISO text. */
export function dayIn(quarter: number, random: Random): string {
  return `${yearOf(quarter)}-${pad((quarter % 4) * 3 + random.int(1, 3))}-${pad(random.int(2, 28))}`;
}

/** A day in one of the years given, both included, as ISO text. */
export function dayBetween(from: number, to: number, random: Random): string {
  return `${random.int(from, to)}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`;
}

/** The same day some years later. */
export function yearsLater(iso: string, years: number): string {
  const day = iso.slice(5) === '02-29' ? '02-28' : iso.slice(5);
  return `${Number(iso.slice(0, 4)) + years}-${day}`;
}

const DIGITS = '○一二三四五六七八九';
const chineseYear = (year: string): string => [...year].map((d) => DIGITS[Number(d)] ?? '').join('');
function chineseNumber(n: number): string {
  const ten = Math.floor(n / 10);
  const unit = n % 10 === 0 && ten > 0 ? '' : (DIGITS[n % 10] ?? '');
  return (ten === 0 ? '' : ten === 1 ? '十' : `${DIGITS[ten] ?? ''}十`) + unit;
}

/** How an export writes a day; `numeralMonth` leaves the day out. */
export type DateStyle = 'iso' | 'chinese' | 'dots' | 'slashes' | 'compact' | 'numerals' | 'numeralMonth';

/** Writes an ISO day the way one export does. */
export function writeDate(iso: string, style: DateStyle): string {
  const [y = '', m = '', d = ''] = iso.split('-');
  switch (style) {
    case 'iso':
      return iso;
    case 'chinese':
      return `${y}年${Number(m)}月${Number(d)}日`;
    case 'dots':
      return `${y}.${m}.${d}`;
    case 'slashes':
      return `${y}/${Number(m)}/${Number(d)}`;
    case 'compact':
      return `${y}${m}${d}`;
    case 'numerals':
      return `${chineseYear(y)}年${chineseNumber(Number(m))}月${chineseNumber(Number(d))}日`;
    case 'numeralMonth':
      return `${chineseYear(y)}年${chineseNumber(Number(m))}月`;
  }
}
