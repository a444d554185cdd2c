import type { CellObject } from '@e965/xlsx';

/** The two functions of the spreadsheet library that know number formats. */
export interface NumberFormats {
  is_date(format: string): boolean;
  parse_date_code(
    value: number,
    options?: { date1904?: boolean },
  ): { y: number; m: number; d: number; H: number; M: number; S: number } | null;
}

/**
 * The text of a spreadsheet cell: dates as ISO (without a day when the format shows none), percentages with their sign,
 * codes with the leading zeros their format gives them, other numbers plain and unrounded.
 */
export function cellText(cell: CellObject | undefined, formats: NumberFormats, date1904: boolean): string {
  if (!cell) return '';
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' ? numberText(cell.v, cell, formats, date1904) : '';
    case 's':
      return typeof cell.v === 'string' ? cell.v.replace(/\r\n?/g, '\n') : '';
    case 'b':
      return cell.v === true ? 'TRUE' : 'FALSE';
    case 'e':
      return cell.w ?? '#N/A';
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : '';
    default:
      return '';
  }
}

function numberText(value: number, cell: CellObject, formats: NumberFormats, date1904: boolean): string {
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (format === 'General' || format === '@') return plainNumber(value);
  if (formats.is_date(format)) return dateText(value, format, formats, date1904) ?? plainNumber(value);
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (bare.includes('%')) return `${plainNumber(Number((value * 100).toPrecision(15)))}%`;
  if (/^0{2,}$/.test(format)) return cell.w ?? plainNumber(value);
  if (/^[0#]+\.00(?:_.)?(?:;.*)?$/.test(bare) && isMonthNumber(value)) return value.toFixed(2);
  return plainNumber(value);
}

/** 2023.1 under a format of two decimals shows October as 2023.10; as a figure it is the same. */
function isMonthNumber(value: number): boolean {
  const hundredths = Math.round(value * 100);
  const month = hundredths % 100;
  return Math.abs(value * 100 - hundredths) < 1e-6 && value >= 1949 && value < 2100 && month >= 1 && month <= 12;
}

/** Fifteen digits, as the spreadsheet itself shows: what lies behind them is rounding of the binary fraction. */
function plainNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(15)));
}

function dateText(value: number, format: string, formats: NumberFormats, date1904: boolean): string | null {
  const date = formats.parse_date_code(value, { date1904 });
  if (!date) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  const shown = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  const time = date.S > 0 ? `${two(date.H)}:${two(date.M)}:${two(date.S)}` : `${two(date.H)}:${two(date.M)}`;
  if (!/[yd]/.test(shown)) return /[hs]/.test(shown) ? time : null;
  const day = `${date.y}-${two(date.m)}-${two(date.d)}`;
  if (/[hs]/.test(shown) && (date.H > 0 || date.M > 0 || date.S > 0)) return `${day} ${time}`;
  return shown.includes('d') ? day : shown.includes('m') ? day.slice(0, 7) : String(date.y);
}
