import { daysInMonth, lastDay } from '../../domain';
import { dayFault, englishMonth, fullYear, isoDay, spreadsheetMonth, spreadsheetYear, withFigures } from './calendar';
import type { CellContext } from './context';
import { monthFigures, parsePeriodText } from './period';
import { type CellResult, type DatePrecision, type Doubt, refuse, value } from './result';
import { folded, isProse, unwrapped } from './text';

/** Words before a date that change nothing about the day. */
const LEAD = /^(?:截至|截止到|截止|统计至|自|从|于|至|到|定于|计划于|计划|拟于|约)(?=[\d(])/u;
const WEEKDAY = /[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?/u;
const TIME =
  /(?:T|上午|下午|晚|凌晨|am|pm)*\d{1,2}(?:[:时点]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?[分秒]?|[时点])(?:Z|[+-]\d{2}:?\d{2}|am|pm)?$/iu;

const FULL = /^(\d{4}|\d{2})(?:年|[-./,、])(\d{1,2})(?:月(?:份)?|[-./,、])(\d{1,2})(?:日|号)?\.?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;
/** Two figures before a point are a number (81.3) unless 年 says otherwise. */
const MONTH_ONLY = /^(?:(\d{4})(?:年|[-./])|(\d{2})年)(\d{1,2})(?:月(?:份)?)?$/u;
const COMPACT_MONTH = /^(\d{4})(0[1-9]|1[0-2])$/u;
const NO_YEAR = /^(\d{1,2})月(?:份)?(?:(\d{1,2})(?:日|号)?)?$/u;
const DAY_FIRST = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/u;
const ENGLISH =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]+)?(?:(\d{1,2})(?:st|nd|rd|th)?[-.,/]?([a-z]{3,9})|([a-z]{3,9})[-./]?(\d{1,2})(?:st|nd|rd|th)?)[-.,/]*(\d{4}|\d{2})$/iu;
/** 2023-Oct-05, as some databases write it. */
const YEAR_FIRST = /^(\d{4})[-./,]?([a-z]{3,9})[-./,]?(\d{1,2})$/iu;
const DAY_MONTH_YEAR = /^(\d{1,2})[-./](\d{1,2})月[-./](\d{4}|\d{2})$/u;
const FUZZY =
  /^(.*\d(?:月份?|日|号)?|.*年)(上旬|中旬|下旬|初|中|月底|月末|底|末|年底|年末)?(?:(前|之前|以前|前完成)|(?:左右|前后))?$/u;

/** Days from 1899-12-30 to 1970-01-01, and what a 1904 workbook adds. */
const SERIAL_EPOCH = 25569;
const SERIAL_1904 = 1462;

function day(
  year: number,
  month: number,
  date: number,
  doubt: Doubt | null,
  precision: DatePrecision,
): CellResult<string> {
  const fault = dayFault(year, month, date);
  return fault === null ? value(isoDay(year, month, date), doubt, { precision }) : refuse(fault);
}

function inYear(
  yearText: string | undefined,
  context: CellContext,
  then: (year: number) => CellResult<string>,
): CellResult<string> {
  const year = yearText === undefined ? (context.year ?? 'year-unknown') : fullYear(yearText, context);
  return typeof year === 'number' ? then(year) : refuse(year);
}

/** The last day of a month, because an export that says only 2023年5月 speaks of the month as a whole. */
function month(
  yearText: string | undefined,
  monthText: string,
  context: CellContext,
  doubt: Doubt | null = null,
): CellResult<string> {
  return inYear(yearText, context, (year) => {
    const number = Number(monthText);
    if (number < 1 || number > 12) return refuse('no-such-day');
    return day(year, number, daysInMonth(year, number), doubt, 'month');
  });
}

function english(text: string, context: CellContext): CellResult<string> | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const number = englishMonth(yearFirst[2] ?? '');
    return number === 0 ? null : day(Number(yearFirst[1]), number, Number(yearFirst[3]), null, 'day');
  }
  const match = ENGLISH.exec(text);
  if (!match) return null;
  const number = englishMonth(match[2] ?? match[3] ?? '');
  if (number === 0) return null;
  return inYear(spreadsheetYear(match[5] ?? ''), context, (year) =>
    day(year, number, Number(match[1] ?? match[4]), null, 'day'),
  );
}

/** 5-10月-23: what a Chinese spreadsheet shows for 5-Oct-23. */
function monthInWords(text: string, context: CellContext): CellResult<string> | null {
  const match = DAY_MONTH_YEAR.exec(text);
  if (!match) return null;
  return inYear(spreadsheetYear(match[3] ?? ''), context, (year) =>
    day(year, Number(match[2]), Number(match[1]), null, 'day'),
  );
}

/** 5/31/2023 and 31/5/2023 are certain because 31 is no month; 5/6/2023 is not. */
function numeric(text: string, context: CellContext): CellResult<string> | null {
  const match = DAY_FIRST.exec(text);
  if (!match) return null;
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (first > 12) return day(year, second, first, null, 'day');
  if (second > 12) return day(year, first, second, null, 'day');
  if (first === second || context.dayOrder === 'day-first') return day(year, second, first, null, 'day');
  return context.dayOrder === 'month-first' ? day(year, first, second, null, 'day') : refuse('day-month-unclear');
}

function plain(text: string, context: CellContext): CellResult<string> | null {
  const full = FULL.exec(text);
  if (full) return inYear(full[1], context, (year) => day(year, Number(full[2]), Number(full[3]), null, 'day'));
  const compact = COMPACT.exec(text);
  if (compact) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]), null, 'day');
  const monthOnly = MONTH_ONLY.exec(text);
  if (monthOnly) {
    const { figures, doubt } = monthFigures(text, monthOnly[3] ?? '', context);
    return month(monthOnly[1] ?? monthOnly[2], figures, context, doubt);
  }
  const compactMonth = COMPACT_MONTH.exec(text);
  if (compactMonth) return month(compactMonth[1], compactMonth[2] ?? '', context);
  const named = spreadsheetMonth(text);
  if (named) return month(named.year, named.month, context);
  const noYear = NO_YEAR.exec(text);
  if (!noYear) return numeric(text, context) ?? english(text, context) ?? monthInWords(text, context);
  const [, monthText = '', dayText] = noYear;
  if (dayText === undefined) return month(undefined, monthText, context);
  return inYear(undefined, context, (year) => day(year, Number(monthText), Number(dayText), null, 'day'));
}

/** 上旬 = 10th, 中旬 = 20th, 下旬, 底 and 前 = end of the month: conventions, so the precision is `fuzzy`. */
function fuzzy(text: string, context: CellContext): CellResult<string> | null {
  const match = FUZZY.exec(text);
  if (!match || (match[2] === undefined && !/(?:前|前完成|左右|前后)$/u.test(text))) return null;
  const [, head = '', part = ''] = match;
  const yearOnly = /^(\d{4}|\d{2})年?$/u.exec(head);
  if (yearOnly) {
    const closing = /底|末/u.test(part);
    return closing ? inYear(yearOnly[1], context, (year) => day(year, 12, 31, 'fuzzy-date', 'fuzzy')) : null;
  }
  const base = plain(head, context);
  if (base?.value == null) return base;
  const at = part === '上旬' || part === '初' ? 10 : part === '中旬' || part === '中' ? 20 : null;
  if (part !== '' && base.precision === 'day') return refuse('not-a-date');
  const iso = at === null ? base.value : `${base.value.slice(0, 8)}${String(at)}`;
  return value(iso, 'fuzzy-date', { precision: 'fuzzy' });
}

function serial(text: string, context: CellContext): CellResult<string> | null {
  if (!/^\d{5}(?:\.\d+)?$/u.test(text)) return null;
  const days = Math.floor(Number(text)) + (context.date1904 === true ? SERIAL_1904 : 0);
  if (days < 20000 || days > 60000) return refuse('not-a-date');
  const iso = new Date((days - SERIAL_EPOCH) * 86_400_000).toISOString().slice(0, 10);
  return value(iso, 'excel-serial', { precision: 'day' });
}

/** A quarter, half-year or year given where a day is wanted stands for its last day. */
function ofPeriod(text: string, context: CellContext): CellResult<string> | null {
  const period = parsePeriodText(text, context);
  if (period?.value == null) return period;
  const precision: DatePrecision = period.value.includes('Q')
    ? 'quarter'
    : period.value.includes('H')
      ? 'half'
      : 'year';
  return value(lastDay(period.value), null, { precision });
}

function withoutTime(raw: string): { text: string; hadTime: boolean } {
  const shown = unwrapped(raw).normalize('NFKC');
  const spaced = /^(\S*\d\S*?)\s+((?:上午|下午|晚上?|凌晨)?\s*\d{1,2}[:时点].*)$/u.exec(shown);
  if (spaced) return { text: folded(spaced[1] ?? ''), hadTime: !/^0{1,2}:00(?::00(?:\.0+)?)?$/u.test(spaced[2] ?? '') };
  const joined = /^(\d{4}-\d{1,2}-\d{1,2})T(.+)$/u.exec(shown);
  if (joined && TIME.test(`T${joined[2] ?? ''}`)) {
    return { text: joined[1] ?? '', hadTime: !/^00:00(?::00(?:\.0+)?)?Z?$/u.test(joined[2] ?? '') };
  }
  const after = /^(.*日)(.+)$/u.exec(folded(raw));
  if (after && TIME.test(after[2] ?? '') && !/^\d+$/u.test(after[2] ?? ''))
    return { text: after[1] ?? '', hadTime: true };
  return { text: folded(raw), hadTime: false };
}

/**
 * Reads a day as ISO text. A month, quarter or year gives its last day, with the precision; 上旬 and the like give a day by
 * convention with the doubt `fuzzy-date`. Serial numbers count as dates: call this only for cells of date columns.
 */
export function parseDate(raw: string, context: CellContext = {}): CellResult<string> {
  if (isProse(raw)) return refuse('not-a-date');
  const { text: shown, hadTime } = withoutTime(raw);
  const text = withFigures(
    shown
      .replace(WEEKDAY, '')
      .replace(LEAD, '')
      .replace(/^\((.*)\)$/u, '$1'),
  );
  const found = plain(text, context) ?? serial(text, context) ?? fuzzy(text, context) ?? ofPeriod(text, context);
  if (found === null) return refuse('not-a-date');
  return hadTime && found.state === 'value' && found.reason === null ? { ...found, reason: 'time-dropped' } : found;
}

/** Which of day and month stands first in a column of 5/6/2023, when a cell shows it and none shows the opposite; else null. */
export function dayOrder(cells: Iterable<string>): 'day-first' | 'month-first' | null {
  const seen = new Set<'day-first' | 'month-first'>();
  for (const cell of cells) {
    const match = isProse(cell) ? null : DAY_FIRST.exec(withoutTime(cell).text);
    if (Number(match?.[1]) > 12) seen.add('day-first');
    else if (Number(match?.[2]) > 12) seen.add('month-first');
  }
  const [only = null] = seen;
  return seen.size === 1 ? only : null;
}

/** The refusals that mean "this is a date, but a wrong one": they keep a column a date column. */
export function isDateFault(reason: CellResult['reason']): boolean {
  const faults: CellResult['reason'][] = [
    'no-such-day',
    'year-out-of-range',
    'two-digit-year',
    'year-unknown',
    'day-month-unclear',
  ];
  return faults.includes(reason);
}
