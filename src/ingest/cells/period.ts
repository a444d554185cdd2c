import { dayFault, fullYear, isoDay, isoMonth, spreadsheetMonth, withFigures } from './calendar';
import { chineseInteger } from './chinese-number';
import type { CellContext } from './context';
import { type CellResult, type Doubt, refuse, value } from './result';
import { folded, isProse } from './text';

/** An optional year before the rest: 2023年, 2023-, 23年, 2023年度. */
const YEAR = '(?:(\\d{4}|\\d{2}(?=年|[Qq][1-4]))(?:年度|年)?[-_/.]?)?';
const QUARTER = new RegExp(
  `^${YEAR}(?:第?([一二三四1-4])(?:个)?季度?|([1-4])季|Q([1-4])|第?([一二三四1-4])季末|([1-4])Q)(?:末|底)?$`,
  'iu',
);
const QUARTER_FIRST = /^Q([1-4])[-_/.,]?(\d{4})(?:年)?$/iu;
const HALF = new RegExp(
  `^${YEAR}(?:(上半年|年中|期中|半年|H1|前半年)|(下半年|H2|后半年))(?:度|末|底|考核|考评)?$`,
  'iu',
);
const HALF_FIRST = /^H([12])[-_/.,]?(\d{4})$/iu;
const WHOLE_YEAR = /^(\d{4}|\d{2}(?=年))(?:年度|年|年全年|全年|年终|年末|年底)?(?:考核|考评|FY)?$/iu;
const FISCAL = /^FY(\d{4})$/iu;
const YEAR_WORD = /^(?:全年|年度|年终|年末|年底|本年|本年度)(?:考核|考评)?$/u;
const MONTH = new RegExp(`^${YEAR}(\\d{1,2})月(?:份|末|底)?$`, 'u');
const MONTH_FIGURES = /^(\d{4})[-./](\d{1,2})$/u;
const MONTH_COMPACT = /^(\d{4})(0[1-9]|1[0-2])$/u;
const MONTHS_SPAN = new RegExp(`^${YEAR}(\\d{1,2})月?[-—–~～至到](\\d{1,2})月(?:份)?$`, 'u');
const DAY = /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日)?$/u;
const DAY_COMPACT = /^(\d{4})(\d{2})(\d{2})$/u;

/** The months a cumulative span may cover and still be a period: 1-3月 is a quarter, 1-9月 is not one. */
const SPANS: Readonly<Record<string, string>> = {
  '1-3': 'Q1',
  '4-6': 'Q2',
  '7-9': 'Q3',
  '10-12': 'Q4',
  '1-6': 'H1',
  '7-12': 'H2',
  '1-12': '',
};

function dated(
  yearText: string | undefined,
  context: CellContext,
  suffix: (year: number) => string,
): CellResult<string> {
  const year = yearText === undefined ? (context.year ?? 'year-unknown') : fullYear(yearText, context);
  if (typeof year !== 'number') return refuse(year === 'not-a-date' ? 'not-a-period' : year);
  const fault = dayFault(year, 1, 1);
  return fault === null ? value(suffix(year)) : refuse(fault);
}

const figure = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : (chineseInteger(text) ?? 0));

function month(yearText: string | undefined, monthText: string, context: CellContext): CellResult<string> {
  const number = Number(monthText);
  return number >= 1 && number <= 12
    ? dated(yearText, context, (year) => isoMonth(year, number))
    : refuse('no-such-day');
}

function quarterOrHalf(text: string, context: CellContext): CellResult<string> | null {
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const number = figure(quarter[2] ?? quarter[3] ?? quarter[4] ?? quarter[5] ?? quarter[6] ?? '');
    return dated(quarter[1], context, (year) => `${String(year)}Q${String(number)}`);
  }
  const turned = QUARTER_FIRST.exec(text);
  if (turned) return dated(turned[2], context, (year) => `${String(year)}Q${turned[1] ?? ''}`);
  const half = HALF.exec(text);
  if (half) return dated(half[1], context, (year) => `${String(year)}H${half[2] === undefined ? '2' : '1'}`);
  const turnedHalf = HALF_FIRST.exec(text);
  return turnedHalf ? dated(turnedHalf[2], context, (year) => `${String(year)}H${turnedHalf[1] ?? ''}`) : null;
}

function monthSpan(text: string, context: CellContext): CellResult<string> | null {
  const span = MONTHS_SPAN.exec(text);
  if (!span) return null;
  const suffix = SPANS[`${String(Number(span[2]))}-${String(Number(span[3]))}`];
  return suffix === undefined
    ? refuse('cumulative-period')
    : dated(span[1], context, (year) => `${String(year)}${suffix}`);
}

function yearOnly(text: string, context: CellContext): CellResult<string> | null {
  const year = WHOLE_YEAR.exec(text)?.[1] ?? FISCAL.exec(text)?.[1];
  if (year !== undefined) return dated(year, context, String);
  return YEAR_WORD.test(text) ? dated(undefined, context, String) : null;
}

/** Reads a quarter, half-year or year; null when the text is none of these. Used where a date is wanted, too. */
export function parsePeriodText(text: string, context: CellContext): CellResult<string> | null {
  return quarterOrHalf(text, context) ?? yearOnly(text, context) ?? monthSpan(text, context);
}

/** The month of 2023.1, which stored as a number may have been 2023.10; what the column shows decides, else it is doubted. */
export function monthFigures(
  text: string,
  figures: string,
  { monthZeros }: CellContext,
): { figures: string; doubt: Doubt | null } {
  if (!LOST_ZERO.test(text)) return { figures, doubt: null };
  if (monthZeros === 'padded') return { figures: '10', doubt: null };
  return { figures, doubt: monthZeros === 'kept' ? null : 'ambiguous-month' };
}
const LOST_ZERO = /^\d{4}\.1$/u;

/** How the cells of a column write the zeros of 2023.01 and 2023.10; null when they do not show it or contradict themselves. */
export function monthZeros(cells: Iterable<string>): CellContext['monthZeros'] | null {
  let [ten, padded, bare] = [false, false, false];
  for (const cell of cells) {
    if (cell.length > 40) continue;
    const month = /^\d{4}\.(\d{1,2})$/u.exec(folded(cell))?.[1];
    if (month === '10') ten = true;
    else if (month?.startsWith('0') === true) padded = true;
    else if (month !== undefined && /^[2-9]$/u.test(month)) bare = true;
  }
  if (padded && !bare && !ten) return 'padded';
  return (ten && !padded) || (ten && bare) ? 'kept' : null;
}

function monthOrDay(text: string, context: CellContext): CellResult<string> | null {
  const inWords = MONTH.exec(text);
  if (inWords) return month(inWords[1], inWords[2] ?? '', context);
  const inFigures = MONTH_FIGURES.exec(text) ?? MONTH_COMPACT.exec(text);
  if (inFigures) {
    const { figures, doubt } = monthFigures(text, inFigures[2] ?? '', context);
    const found = month(inFigures[1], figures, context);
    return doubt !== null && found.state === 'value' ? { ...found, reason: doubt } : found;
  }
  const named = spreadsheetMonth(text);
  if (named) return month(named.year, named.month, context);
  const day = DAY.exec(text) ?? DAY_COMPACT.exec(text);
  if (!day) return null;
  const [year, monthNumber, date] = [Number(day[1]), Number(day[2]), Number(day[3])];
  const fault = dayFault(year, monthNumber, date);
  return fault === null ? value(isoDay(year, monthNumber, date)) : refuse(fault);
}

/**
 * Reads a period of any grain as its canonical text (2023年第二季度 → 2023Q2, 上半年 → 2023H1, 2018年度 → 2018). Without a year
 * in the cell the context's year is used; without that the cell is refused.
 */
export function parsePeriod(raw: string, context: CellContext = {}): CellResult<string> {
  if (isProse(raw)) return refuse('not-a-period');
  const text = withFigures(folded(raw)).replace(/^\((.*)\)$/u, '$1');
  return parsePeriodText(text, context) ?? monthOrDay(text, context) ?? refuse('not-a-period');
}
