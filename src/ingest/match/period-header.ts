import type { Period } from '../../domain';
import { type CellContext, parsePeriod } from '../cells';
import { headerKey, tiersOf } from './header-key';

/** A header that names a period, perhaps together with what is measured (2018年 | 星级, 2018年党员数, 支委会次数 | 3月). */
export interface PeriodHeader {
  readonly index: number;
  /** Null when the header names a month or quarter and no year is known. */
  readonly period: Period | null;
  /** The rest of the header, normalised; '' when the header is a period and nothing else. */
  readonly measure: string;
}

const WITH_MEASURE =
  /^((?:19|20)\d{2}年?(?:度)?(?:第?[一二三四1-4]季度?|q[1-4]|上半年|下半年|h[12]|\d{1,2}月(?:份|底|末)?|(?:底|末))?|(?:第?[一二三四]季度|上半年|下半年|[1-9]月份?|1[0-2]月份?))(.+)$/u;
const DAY = /^(?:截至|至)?((?:19|20)\d{2}[-./年]?\d{1,2}[-./月]?\d{1,2}日?)$/u;

function asPeriod(text: string, context: CellContext): Period | null | undefined {
  const cleaned = DAY.exec(text)?.[1] ?? text.replace(/^截至/u, '').replace(/(?<=年)(?:底|末)$/u, '');
  const found = parsePeriod(cleaned, context);
  if (found.value !== null) return found.value;
  return found.reason === 'year-unknown' ? null : undefined;
}

/** Bare figures (1, 2, 2018) name a year only with four figures; 2018 alone could be a number. */
function isBareNumber(text: string): boolean {
  return /^\d+$/u.test(text) && !/^(?:19|20)\d{2}$/u.test(text) && !/^(?:19|20)\d{4}(?:\d{2})?$/u.test(text);
}

const LONGEST = 200;

/** Reads a header as a period; undefined when it names none. */
export function periodHeader(header: string, index: number, context: CellContext): PeriodHeader | undefined {
  if (header.length > LONGEST) return undefined;
  // Joints matter here (2018-03), unlike in the keys by which words are compared.
  const whole = header.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  if (whole === '' || isBareNumber(whole)) return undefined;
  const pure = asPeriod(whole, context);
  if (pure !== undefined) return { index, period: pure, measure: '' };
  const tiers = tiersOf(header);
  for (const [at, tier] of tiers.entries()) {
    const period =
      tiers.length > 1 && !isBareNumber(tier) ? asPeriod(tier.normalize('NFKC').toLowerCase(), context) : undefined;
    if (period === undefined) continue;
    const rest = tiers.filter((_, other) => other !== at);
    // 2018年 | 一季度: the year stands in the tier above.
    const year = rest
      .map((text) => /^((?:19|20)\d{2})年?(?:度)?$/u.exec(text.normalize('NFKC'))?.[1])
      .find((text) => text !== undefined);
    const inner = rest
      .map((text) => asPeriod(text.normalize('NFKC').toLowerCase(), context))
      .some((found) => found !== undefined);
    if (year === undefined && inner) continue;
    const dated =
      year === undefined
        ? period
        : (asPeriod(tier.normalize('NFKC').toLowerCase(), { ...context, year: Number(year) }) ?? period);
    const measure = rest.filter((text) => !/^(?:19|20)\d{2}年?(?:度)?$/u.test(text.normalize('NFKC')));
    return { index, period: dated, measure: headerKey(measure.join('')) };
  }
  const split = WITH_MEASURE.exec(whole);
  const period = split ? asPeriod(split[1] ?? '', context) : undefined;
  return period === undefined ? undefined : { index, period, measure: headerKey(split?.[2] ?? '') };
}
