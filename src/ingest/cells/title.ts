import { contains, lastDay } from '../../domain';
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
  /** The period named, as canonical text. */
  readonly period: string | null;
  /** ISO day that is said to be the cut-off (统计截止, 截至). */
  readonly cutOff: string | null;
  /** ISO day that stands there without saying what it is the day of. */
  readonly day: string | null;
  /** A period without its year (第三季度). */
  readonly span: string | null;
  /** ISO day of filling in, drawing up or handing in. */
  readonly filled: string | null;
}

const DAY =
  /(?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}(?![\d月])日?|(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)/u;
const MONTH = '(?:19|20)\\d{2}年\\d{1,2}月(?:底|末)?|(?:19|20)\\d{2}年(?:底|末)';
const WRITTEN = `(?:填表|填报|填写|填制|制表|编制|上报|报送|报出|打印|导出)(?:日期|时间|日)|(?:填表|制表)(?:人|单位)?:`;
/** 2024.9 and nothing behind it that makes it a number, a day or a span. */
const POINTED = '(?<![\\d.—~至到-])(?:19|20)\\d{2}\\.(?:1[0-2]|[1-9])(?![\\d.—~至到年月日万亿元个%-])';
const FILLED = new RegExp(`(?:${WRITTEN})[^\\d]{0,12}?(${DAY.source}|${MONTH}|${POINTED})`, 'gu');
const AS_OF = new RegExp(
  `(?:截至|截止|统计日期|统计时间|数据时间|数据日期|时点|年统)[^\\d]{0,8}(${DAY.source}|${MONTH}|${POINTED})`,
  'u',
);
const PERIODS = new RegExp(
  `${/(?:(?:19|20)\d{2}(?:年|[-./])?(?:度)?|(?<!\d)\d{2}年(?:度)?|(?<!\d)\d{2}(?=[Qq]))(?:第?[一二三四1-4]季度?|[Qq][1-4]|[Hh][12](?!\d)|上半年|下半年|年中)|(?:19|20)\d{2}年\d{1,2}[-—~至]\d{1,2}月|(?:(?:19|20)\d{2}|(?<!\d)\d{2})年\d{1,2}月(?:份)?|(?:19|20)\d{2}[-.]\d{2}(?![\d.-])|(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?!\d)/u.source}|${POINTED}`,
  'gu',
);
/** Periods that name no year; a year before them makes them one of {@link PERIODS}. */
const SPAN =
  /(?<![年度\d第])(?:第?[一二三四1-4]季度|[Qq][1-4](?![\d])|上半年|下半年)|(?<![年\d-])\d{1,2}月份?(?![\d日-])/u;
/** A title says its date in its first words; what goes on longer is prose. */
const LONGEST_LINE = 300;

const YEARS = /(?<!\d)((?:19|20)\d{2})(?=年|\D|$)/gu;
const WHOLE_YEARS = /((?:19|20)\d{2})年?(?:度(?!第|[一二三四1-4]季)|全年|年报)/gu;

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

/** Reads title lines (or a file name) for the year, the as-of day and the period; nothing is inferred from more than one year. */
export function titleFacts(lines: readonly string[]): TitleFacts {
  const whole = withFigures(lines.map((line) => folded(line.slice(0, LONGEST_LINE))).join(' '));
  const filled = readDate([...whole.matchAll(FILLED)].at(-1)?.[1]);
  const text = whole.replace(FILLED, ' ');
  const years = yearsIn(text);
  const year = years.length === 1 ? (years[0] ?? null) : null;
  const cutOff = readDate(AS_OF.exec(text)?.[1]);
  const unlabelled = text.replace(AS_OF, ' ');
  const named = readDate(DAY.exec(unlabelled)?.[0]);
  const rest = unlabelled.replace(DAY, '');
  const period = periodIn(rest) ?? wholeYearIn(text, year);
  const day = named !== null && (period === null || contains(period, named)) ? named : null;
  const span = period === null ? (SPAN.exec(rest)?.[0] ?? null) : null;
  return {
    year,
    years,
    asOf: cutOff ?? day ?? (period === null ? null : lastDay(period)),
    period,
    cutOff,
    day,
    span,
    filled,
  };
}
