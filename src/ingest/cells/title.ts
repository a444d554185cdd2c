import { contains, isPeriod, lastDay } from '../../domain';
import { withFigures } from './calendar';
import { parseDate } from './date';
import { parsePeriod } from './period';
import { folded } from './text';

/** What the lines above a table, or the name of its file, say about all of its rows; null where they do not say. */
export interface TitleFacts {
  /** The only year named, not counting the day of filling in. */
  readonly year: number | null;
  /** Every year named. */
  readonly years: readonly number[];
  /** ISO day the figures are as of: a stated cut-off, a day, or the end of the period named. */
  readonly asOf: string | null;
  /** The period named, as canonical text; null where several months together are none (1-9月): then only `asOf` says to when. */
  readonly period: string | null;
  /** ISO day that is said to be the cut-off (统计截止, 截至). */
  readonly cutOff: string | null;
  /** ISO day that stands there without saying what it is the day of. */
  readonly day: string | null;
  /** A period without its year (第三季度). */
  readonly span: string | null;
  /** Several months together are named that are no period (1-9月). */
  readonly together: boolean;
  /** ISO day of filling in, drawing up or handing in. */
  readonly filled: string | null;
}

const DAY =
  /(?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}(?![\d月季])日?|(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)/u;
const MONTH = '(?:19|20)\\d{2}年\\d{1,2}月(?:底|末)?|(?:19|20)\\d{2}年(?:底|末)';
const WRITTEN = `(?:填表|填报|填写|填制|制表|编制|上报|报送|报出|打印|导出)(?:日期|时间|日)|(?:填表|制表)(?:人|单位)?:`;
/** 2024.9 and nothing behind it that makes it a number, a day or a span. */
const POINTED = '(?<![\\d.—~至到-])(?:19|20)\\d{2}\\.(?:1[0-2]|[1-9])(?![\\d.—~至到年月日万亿元个%-])';
const FILLED = new RegExp(`(?:${WRITTEN})[^\\d]{0,12}?(${DAY.source}|${MONTH}|${POINTED})`, 'gu');
const AS_OF = new RegExp(
  `(?:截至|截止|统计日期|统计时间|数据时间|数据日期|时点|年统)[^\\d]{0,8}(${DAY.source}|${MONTH}|${POINTED})`,
  'u',
);
/** 截至9月底, where the year stands elsewhere. */
const AS_OF_MONTH =
  /(?:截至|截止|统计日期|统计时间|数据时间|数据日期|时点)[^\d]{0,8}?(?<!\d)(\d{1,2})月(?:(\d{1,2})日|底|末|份)?/u;
/** Months or quarters from one to another: 1-9月, 2024年1月至9月, 前三季度. */
const SPANNED =
  /(?:((?:19|20)\d{2})[年.]?度?|(?<![\d.-])(\d{2})年|(?<![\d.年-]))(?:(\d{1,2})月?份?[-—–~至到](\d{1,2})月份?|(?:前|第?[一1](?:季度?)?[-—–~至到])第?([二三四2-4])个?季度)/u;
const PERIODS = new RegExp(
  `${/(?:(?:19|20)\d{2}(?:年|[-./])?(?:度)?|(?<!\d)\d{2}年(?:度)?|(?<!\d)\d{2}(?=[Qq]))(?:第?[一二三四1-4]季度?|[Qq][1-4]|[Hh][12](?!\d)|上半年|下半年|年中)|(?:(?:19|20)\d{2}|(?<!\d)\d{2})年(?:度)?\d{1,2}月(?:份)?|(?:19|20)\d{2}[-.]\d{2}(?![\d.-])|(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?!\d)/u.source}|${POINTED}`,
  'gu',
);
/** Periods that name no year; a year before them makes them one of {@link PERIODS}. */
const SPAN =
  /(?<![年度\d第])(?:第?[一二三四1-4]季度|[Qq][1-4](?![\d])|上半年|下半年)|(?<![年\d\-—–~至到])\d{1,2}月份?(?![\d日\-—–~至到])/u;
/** In a title of a whole year a month is only what the figures are of where it says so: by 末 or 底, or alone in brackets. */
const MONTH_OF_YEAR = /(?<![年\d\-—–~至到])(\d{1,2}月)(?:份?[末底])|\((\d{1,2}月)份?\)/u;
/** 一月一调度, 一季一主题 say how often, not when. */
const HOW_OFTEN =
  /(?<![年第\d])一(?:月|季|季度)一(?:调度|主题|例会|通报|督查|督导|检查|活动|主课|党课|报告?|会商|推进|考核|讲评|分析|研判|更新|汇报|清单|议|评|考|测)/gu;
/** A title says its date in its first words; what goes on longer is prose. */
const LONGEST_LINE = 300;

const YEARS = /(?<!\d)((?:19|20)\d{2})(?=年|\D|$)/gu;
const WHOLE_YEARS = /((?:19|20)\d{2})年?(?:度(?!第|[一二三四1-4]季)|全年|年报)/gu;

/** What a stretch within a year is: its period where it is one, else only the day to which it runs. */
export interface Stretch {
  readonly period: string | null;
  readonly asOf: string;
}

const QUARTER: Readonly<Record<string, number>> = { 二: 2, 三: 3, 四: 4 };

/** Months from one to another in a year; null where there are none such. */
function stretchOf(year: number, from: number, to: number): Stretch | null {
  if (from < 1 || from > to || to > 12) return null;
  const [half, quarter] = [Math.ceil(to / 6), Math.ceil(to / 3)];
  const whole =
    to % 3 === 0 && from === to - 2 ? `${year}Q${quarter}` : to % 6 === 0 && from === to - 5 ? `${year}H${half}` : null;
  const month = `${year}-${String(to).padStart(2, '0')}`;
  return { period: from === to ? month : to === 12 && from === 1 ? String(year) : whole, asOf: lastDay(month) };
}

/** Reads a stretch in a year, where it names none of its own (三季度, 9月, 1-9月). */
export function stretchIn(text: string, year: number | null): Stretch | null {
  const [, long, short, from, to, quarter] = SPANNED.exec(text) ?? [];
  const own = long !== undefined ? Number(long) : short !== undefined ? 2000 + Number(short) : year;
  if (own === null) return null;
  if (to !== undefined) return stretchOf(own, Number(from), Number(to));
  if (quarter !== undefined) return stretchOf(own, 1, 3 * (QUARTER[quarter] ?? Number(quarter)));
  const period = parsePeriod(text, { year: own }).value;
  return period === null || !isPeriod(period) ? null : { period, asOf: lastDay(period) };
}

const readDate = (text: string | undefined): string | null => (text === undefined ? null : parseDate(text).value);

function yearsIn(text: string): number[] {
  const compact = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?(?!\d)/gu)];
  return [...new Set([...text.matchAll(YEARS), ...compact].map((match) => Number(match[1])))];
}

/** The one period named; of one that lies within another the narrower, of several apart none. */
function periodIn(text: string): string | null {
  const named = [...text.matchAll(PERIODS)].flatMap(([found]) => parsePeriod(found, { reporting: true }).value ?? []);
  return named.find((period) => named.every((other) => contains(other, period))) ?? null;
}

function wholeYearIn(text: string, year: number | null): string | null {
  const named = [...new Set([...text.matchAll(WHOLE_YEARS)].map((match) => String(match[1])))];
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  return year !== null && /年度|全年|年报/u.test(text) ? String(year) : null;
}

/** A cut-off that names a month, or a day in it, of the year a text names. */
function monthCutOff(text: string, year: number | null): string | null {
  const [, month, day] = AS_OF_MONTH.exec(text) ?? [];
  if (month === undefined || year === null) return null;
  return day === undefined
    ? (stretchOf(year, Number(month), Number(month))?.asOf ?? null)
    : readDate(`${year}-${month}-${day}`);
}

/** The part of a year that a title of the whole year is of. */
function partOfYear(text: string): string | null {
  const span = SPAN.exec(text)?.[0] ?? null;
  if (span !== null && !/月/u.test(span)) return span;
  const [, end, alone] = MONTH_OF_YEAR.exec(text) ?? [];
  return end ?? alone ?? null;
}

/** Reads title lines (or a file name) for the year, the as-of day and the period; nothing is inferred from more than one year. */
export function titleFacts(lines: readonly string[]): TitleFacts {
  const said = withFigures(lines.map((line) => folded(line.slice(0, LONGEST_LINE)).replace(HOW_OFTEN, ' ')).join(' '));
  const filled = readDate([...said.matchAll(FILLED)].at(-1)?.[1]);
  const text = said.replace(FILLED, ' ');
  const years = yearsIn(text);
  const year = years.length === 1 ? (years[0] ?? null) : null;
  const cutOff = readDate(AS_OF.exec(text)?.[1]) ?? monthCutOff(text, year);
  const unlabelled = text.replace(AS_OF, ' ');
  const named = readDate(DAY.exec(unlabelled)?.[0]);
  const days = unlabelled.replace(DAY, '');
  const stretch = SPANNED.exec(days)?.[0] ?? null;
  const rest = stretch === null ? days : days.replace(stretch, ' ');
  const whole = wholeYearIn(text, year);
  const spans = stretch ?? SPAN.exec(rest)?.[0] ?? null;
  // What a title of a year says of a part of it is what it is of: 2024年度台账（三季度）.
  const part = stretch ?? (whole === null ? null : partOfYear(rest));
  const inYear = part === null ? null : stretchIn(part, year);
  const period = periodIn(rest) ?? (inYear === null ? whole : inYear.period);
  const day = named !== null && (period === null || contains(period, named)) ? named : null;
  return {
    year,
    years,
    asOf: cutOff ?? day ?? (period === null ? (inYear?.asOf ?? null) : lastDay(period)),
    period,
    cutOff,
    day,
    span: period === null && inYear === null ? spans : null,
    together: period === null && inYear !== null,
    filled,
  };
}
