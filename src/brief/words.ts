import {
  type CompareBy,
  type Grain,
  type Locale,
  type Period,
  NOT_STATED,
  UNKNOWN,
  countText,
  grainOf,
  shift,
  yearBefore,
} from '../domain';
import { TOGETHER } from '../cube';
import { LETTER_KINDS, TABLES } from '../model';

// Figures are written in one place; sentences and pages find them among the other words.
export {
  UNKNOWN,
  apartText,
  bareChangeText,
  changeText,
  countText,
  decimalText,
  declaredPercent,
  fractionText,
  movedScoreText,
  movedTextOf,
  percentText,
  scoreText,
  signedCount,
  wholeShareText,
} from '../domain';

const ZH_NUMBERS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
const ZH_QUARTERS = ['一', '二', '三', '四'];

/** A small number as the language writes it in prose: 两, 十二 stays 12. */
export function numberWord(value: number, locale: Locale): string {
  return locale === 'zh' ? (ZH_NUMBERS[value] ?? ` ${countText(value)} `) : countText(value);
}

const parts = (period: Period) => ({ year: period.slice(0, 4), rest: period.slice(5) });

/** A period in full: 2018 年第四季度, Q4 2018. */
export function periodText(period: Period, locale: Locale): string {
  const { year, rest } = parts(period);
  const zh = locale === 'zh';
  switch (grainOf(period)) {
    case 'year':
      return zh ? `${year} 年` : year;
    case 'half':
      return zh ? `${year} 年${rest === '1' ? '上' : '下'}半年` : `H${rest} ${year}`;
    case 'quarter':
      return zh ? `${year} 年第${ZH_QUARTERS[Number(rest) - 1] ?? rest}季度` : `Q${rest} ${year}`;
    case 'month':
      return zh ? `${year} 年 ${Number(rest)} 月` : period;
    case 'day':
      return period;
  }
}

/** From the first of some periods to the last: 2018 年 1 月至 2018 年 3 月; one alone by its name. */
export function spanText(periods: readonly Period[], locale: Locale): string {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return UNKNOWN;
  const [from, to] = [periodText(first, locale), periodText(last, locale)];
  if (from === to) return from;
  return locale === 'zh' ? `${from}至 ${to}` : `${from} to ${to}`;
}

/** A rating cycle: 2018 年度评定. */
export function cycleText(period: Period, locale: Locale): string {
  return locale === 'zh' ? `${period} 年度评定` : `${period} ratings`;
}

/** A period without its year, for a sentence whose year is known: 四季度. */
export function shortPeriodText(period: Period, locale: Locale): string {
  if (locale === 'en') return periodText(period, locale);
  const { year, rest } = parts(period);
  switch (grainOf(period)) {
    case 'quarter':
      return `${ZH_QUARTERS[Number(rest) - 1] ?? rest}季度`;
    case 'half':
      return `${rest === '1' ? '上' : '下'}半年`;
    case 'month':
      return `${Number(rest)} 月`;
    default:
      return periodText(year, locale);
  }
}

const BEFORE: Readonly<Record<Grain, readonly [string, string]>> = {
  day: ['前一日', 'the day before'],
  month: ['上月', 'the month before'],
  quarter: ['上季度', 'the quarter before'],
  half: ['上一个半年', 'the half-year before'],
  year: ['上年', 'the year before'],
};

/** What a period was compared with, in words: 上季度, 上年同期, or the period itself where it is neither. */
export function againstText(period: Period, against: Period, locale: Locale): string {
  const grain = grainOf(period);
  if (grain === grainOf(against)) {
    if (against === shift(period, -1)) return BEFORE[grain][locale === 'zh' ? 0 : 1];
    if (against === yearBefore(period)) return locale === 'zh' ? '上年同期' : 'a year earlier';
  }
  return periodText(against, locale);
}

const ENGLISH: ReadonlyMap<string, string> = new Map(
  TABLES.flatMap((table) => table.columns.flatMap((column) => column.values ?? [])).map(({ id, en }) => [id, en]),
);

const EVENTS: Readonly<Record<string, string>> = { 新建: 'Founded', 撤销: 'Dissolved' };
/** Words for grades; the same word is another place in another scheme. */
const GRADES: Readonly<Record<string, string>> = {
  先进: 'Advanced',
  一般: 'Average',
  后进: 'Backward',
  好: 'Good',
  较好: 'Fairly good',
  较差: 'Poor',
  差: 'Poor',
  优秀: 'Excellent',
  良好: 'Good',
  合格: 'Pass',
  不合格: 'Fail',
};

/** Named stars by the names documents give them. */
const NAMED_STARS: Readonly<Record<string, string>> = {
  政治星: 'Political',
  学习星: 'Learning',
  发展星: 'Development',
  服务星: 'Service',
  廉洁星: 'Integrity',
  支部过硬星: 'Strong branch',
  产业兴旺星: 'Thriving industry',
  生态宜居星: 'Liveable environment',
  平安法治星: 'Safety and rule of law',
  文明幸福星: 'Civility and well-being',
};

/** Kinds of letters, levels of disclosure, how visits are reported. */
const WORK: Readonly<Record<string, string>> = {
  ...Object.fromEntries(LETTER_KINDS.map(({ id, en }) => [id, en])),
  村级: 'Village level',
  区级: 'Zone level',
  名单: 'listed',
  总数: 'totals only',
};

/** What became of a term of office, and who studied. */
const TERMS: Readonly<Record<string, string>> = {
  按期: 'On time',
  延期内: 'Extended',
  逾期完成: 'Late',
  超期未换届: 'Overdue',
  未到期: 'To come',
  党员: 'Members',
  书记: 'Secretaries',
};
const STARS: Readonly<Record<string, readonly [string, string]>> = {
  political: ['政治星', 'Political'],
  learning: ['学习星', 'Learning'],
  development: ['发展星', 'Development'],
  service: ['服务星', 'Service'],
  integrity: ['廉洁星', 'Integrity'],
};

/** Criteria of a standard branch and sources of a score, as the populations write them. */
const APPRAISED: Readonly<Record<string, readonly [string, string]>> = {
  organisation: ['组织健全', 'Sound organisation'],
  system: ['制度完善', 'Complete rules'],
  operation: ['运行规范', 'Orderly operation'],
  activity: ['活动经常', 'Regular activities'],
  archive: ['档案齐备', 'Complete records'],
  effect: ['作用突出', 'Visible effect'],
  self: ['自评', 'Self'],
  peer: ['互评', 'Peers'],
  mass: ['群众测评', 'Members and public'],
  superior: ['上级评定', 'Superior'],
};

/** What stands together in a file for others. */
const TOGETHER_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(TOGETHER).flatMap(({ some, all }) => [some, all].map(({ zh, en }) => [zh, en])),
);

const PLAIN: Readonly<Record<string, string>> = {
  ...TOGETHER_NAMES,
  ...EVENTS,
  ...TERMS,
  ...GRADES,
  ...NAMED_STARS,
  ...WORK,
};

/** A value of the data as a reader knows it: enum values in the interface language, '' as 未注明, others unchanged. */
export function valueText(value: string, locale: Locale): string {
  if (value === NOT_STATED) return locale === 'zh' ? '未注明' : 'Not stated';
  const coded = STARS[value] ?? APPRAISED[value];
  if (coded) return coded[locale === 'zh' ? 0 : 1];
  return locale === 'zh' ? value : (PLAIN[value] ?? ENGLISH.get(value) ?? value);
}

const ZH_LEVELS = ['无星', '一星', '二星', '三星', '四星', '五星', '六星', '七星', '八星', '九星', '十星'];

/** A star level in words: 五星, 无星. */
export function levelText(level: string, locale: Locale): string {
  if (locale === 'zh') return ZH_LEVELS[Number(level)] ?? `${level} 星`;
  return level === '0' ? 'No star' : `${level}-star`;
}

const AWARDING: Readonly<Record<string, readonly [string, string]>> = {
  省: ['省级评定', 'by the province'],
  市: ['市级评定', 'by the city'],
  区: ['区级评定', 'by the district'],
  园区: ['园区评定', 'by the zone'],
};

/** Who awarded a star: 省级评定. */
export function awardingText(level: string, locale: Locale): string {
  return AWARDING[level]?.[locale === 'zh' ? 0 : 1] ?? valueText(level, locale);
}

const MEMBERS: Readonly<Record<CompareBy, readonly [string, string, string]>> = {
  zone: ['园区', 'zone', 'zones'],
  committee: ['党委', 'committee', 'committees'],
  domain: ['领域', 'field', 'fields'],
};

/** What is compared, with a number: 12 个园区, 两个园区 in prose. */
export function membersText(count: number, by: CompareBy, locale: Locale, prose = false): string {
  const [zh, one, many] = MEMBERS[by];
  if (locale === 'en') return `${count} ${count === 1 ? one : many}`;
  return prose && count <= 10 ? `${numberWord(count, locale)}个${zh}` : `${count} 个${zh}`;
}

/** All zones as a yardstick: those with a figure, where some of them have none. */
export function allText({ zones, of }: { readonly zones: number; readonly of: number }, locale: Locale): string {
  if (zones < of)
    return locale === 'zh' ? `有数的 ${zones} 个园区（共 ${of} 个）` : `the ${zones} of ${of} zones with a figure`;
  return locale === 'zh' ? `全部 ${zones} 个园区` : `all ${zones} zones together`;
}

/** The last place on one side: in all zones, or in those with a figure. */
export function endText(
  { zones, of }: { readonly zones: number; readonly of: number },
  low: boolean,
  locale: Locale,
): string {
  if (locale === 'zh') return `${zones < of ? '其中' : '在各园区中'}最${low ? '低' : '高'}`;
  return `the ${low ? 'lowest' : 'highest'} of ${zones < of ? 'them' : 'all'}`;
}

/** The noun for what is compared: 园区. */
export function memberNoun(by: CompareBy, locale: Locale): string {
  return MEMBERS[by][locale === 'zh' ? 0 : 1];
}

/** A value inside a sentence: English names of values begin with a small letter there. */
export const inProse = (text: string, locale: Locale): string =>
  locale === 'en' && /^[A-Z][a-z]/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;

/** Names in a row, the first `most` of them where they are more, and how many there are: 甲、乙等 5 个, A, B and 3 more. */
export function someNames(names: readonly string[], most: number, locale: Locale): string {
  if (names.length <= most) return joinNames(names, locale);
  const first = names.slice(0, most).join(locale === 'zh' ? '、' : ', ');
  return locale === 'zh' ? `${first}等 ${names.length} 个` : `${first} and ${names.length - most} more`;
}

/** Names in a row as the language joins them: 甲、乙, A, B and C. */
export function joinNames(names: readonly string[], locale: Locale): string {
  if (locale === 'zh') return names.join('、');
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
