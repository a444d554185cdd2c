import { lastDay } from '../../domain';
import { withFigures } from './calendar';
import { parseDate } from './date';
import { parsePeriod } from './period';
import { folded } from './text';

/** What the lines above a table, or the name of its file, say about all of its rows; null where they do not say. */
export interface TitleFacts {
  /** The only year named. */
  readonly year: number | null;
  /** ISO day the figures are as of. */
  readonly asOf: string | null;
  /** The period named, as canonical text. */
  readonly period: string | null;
}

const DAY =
  /(?:19|20)\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}日?|(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)/u;
const AS_OF = new RegExp(
  `(?:截至|截止|统计日期|统计时间|数据时间|数据日期|时点|填报日期|填报时间|上报日期|上报时间|制表日期|制表时间|日期|年统)[^\\d]{0,8}(${DAY.source}|(?:19|20)\\d{2}年\\d{1,2}月(?:底|末)?|(?:19|20)\\d{2}年(?:底|末))`,
  'u',
);
const PERIODS =
  /(?:19|20)\d{2}年?(?:度)?(?:第?[一二三四1-4]季度|[Qq][1-4]|上半年|下半年|年中)|(?:19|20)\d{2}年\d{1,2}[-—~至]\d{1,2}月|(?:19|20)\d{2}年\d{1,2}月(?:份)?|(?:19|20)\d{2}[-.]\d{2}(?![\d.-])|(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?!\d)/u;
/** A title says its date in its first words; what goes on longer is prose. */
const LONGEST_LINE = 300;

const YEARS = /(?<!\d)((?:19|20)\d{2})(?=年|\D|$)/gu;

const readDate = (text: string | undefined): string | null => (text === undefined ? null : parseDate(text).value);

function yearsIn(text: string): number[] {
  const compact = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?(?!\d)/gu)];
  return [...new Set([...text.matchAll(YEARS), ...compact].map((match) => Number(match[1])))];
}

/** Reads title lines (or a file name) for the year, the as-of day and the period; nothing is inferred from more than one year. */
export function titleFacts(lines: readonly string[]): TitleFacts {
  const text = withFigures(lines.map((line) => folded(line.slice(0, LONGEST_LINE))).join(' '));
  const years = yearsIn(text);
  const year = years.length === 1 ? (years[0] ?? null) : null;
  const asOf = readDate(AS_OF.exec(text)?.[1]) ?? readDate(DAY.exec(text)?.[0]);
  const named = PERIODS.exec(text.replace(AS_OF, '').replace(DAY, ''))?.[0];
  const period = named === undefined ? null : parsePeriod(named).value;
  const wholeYear = year !== null && /年度|全年|年报/u.test(text) ? String(year) : null;
  const found = period ?? wholeYear;
  return { year, asOf: asOf ?? (found === null ? null : lastDay(found)), period: found };
}
