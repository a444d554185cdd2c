import { chineseInteger } from './chinese-number';
import { type Bound, type CellResult, refuse, value } from './result';
import { folded, isProse, unwrapped } from './text';

const UNITS =
  /(?:万元|亿元|百万元|人次|课时|学时|小时|分钟|平方米|平方公里|公里|个|名|家|次|人|户|件|项|条|份|场|期|处|所|座|栋|间|村|镇|亩|元|天|日|分|星|支|组|批|篇|本|套|台|位|员|门|类|枚|块|张|届|起|例|宗|支部|岁|级|颗|只|辆|m2|㎡)$/u;

/** A leading 共 or 计 only announces a number: 共885个. */
const ANNOUNCED = /^(?:共计|合计|总计|累计|共有|共|计|合)(?=[\d一二三四五六七八九十百千万两])/u;

const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:>=|≥|>|超过|超出|突破|逾|超|至少|不少于|不低于|不下|多于|大于)/u, 'ge'],
  [/^(?:<=|≤|<|不足|不到|少于|低于|小于|不超过|不多于|至多|最多)/u, 'le'],
  [/^(?:约为|约有|约|大约|大概|将近|接近|近|≈|~|估计)/u, 'approx'],
];

const AFTER: readonly (readonly [RegExp, Bound])[] = [
  [/(?:余|多|及以上|以上|\+|有余)$/u, 'ge'],
  [/(?:及以下|以下|以内|不到)$/u, 'le'],
  [/(?:左右|上下)$/u, 'approx'],
];

const PLAIN = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^-?\.\d+$/u;
const SCIENTIFIC = /^-?\d(?:\.\d+)?e[+-]?\d{1,3}$/iu;
const SCALED = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(千|百万|千万|百亿|千亿|万亿|万|亿)(.*)$/u;
const RANGE = /^(.+?)(?:-{1,2}|[‐-―−─━~〜至到])(.+)$/u;
const SHARE_AFTER = /^(.*?\d.*?)(?:\/|\(|,|;)-?\d+(?:\.\d+)?%\)?$/u;

const SPACED_THOUSANDS = /(?<!\d)\d{1,3}(?:[\s\u00a0]\d{3})+(?!\d)/gu;
/** Two figures with only white space between them are two numbers, not one. */
const SEVERAL = /\d\s+\d/u;

const POWERS: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};

/** A number moved by a power of ten as text, so that 1.3万 is 13000 and 16.67% is 0.1667 without float noise. */
export function scaled(digits: string, power: number): number {
  return Number(`${digits.replaceAll(',', '')}e${String(power)}`);
}

function strip<T>(text: string, patterns: readonly (readonly [RegExp, T])[]): [string, T | null] {
  for (const [pattern, meaning] of patterns) {
    if (pattern.test(text)) return [text.replace(pattern, ''), meaning];
  }
  return [text, null];
}

/** Digits, thousands separators, 万 and 亿 (also one after the other: 3亿5000万), Chinese numerals; null when none of these. */
function plainNumber(text: string): number | null {
  if (PLAIN.test(text) || SCIENTIFIC.test(text))
    return scaled(text.includes('e') || text.includes('E') ? String(Number(text)) : text, 0);
  const parts = SCALED.exec(text);
  if (parts) {
    const [, digits = '', unit = '', rest = ''] = parts;
    const power = POWERS[unit] ?? 0;
    const high = scaled(digits, power);
    if (rest === '') return high;
    const low = plainNumber(rest);
    // 1万3 could be 13,000 or 10,003: what follows must name its own size or fill the places.
    const named = /[千百万亿]$/u.test(rest) || rest.length >= power;
    return low !== null && low >= 0 && low < 10 ** power && named ? high + low : null;
  }
  return chineseInteger(text);
}

/** Units and bounds alternate in any order: 70余人, 1.3万余名, 100余万元, 20人以上. */
function peeled(text: string): { core: string; bound: Bound | null } {
  let core = text;
  let bound: Bound | null = null;
  for (;;) {
    const before = core;
    const [withoutAfter, after] = strip(core, AFTER);
    core = withoutAfter;
    const [withoutBefore, first] = strip(core, BEFORE);
    core = withoutBefore;
    bound ??= after ?? first;
    const inner = /^(.+)(余|多)([万亿千].*)$/u.exec(core);
    if (inner) {
      core = `${inner[1] ?? ''}${inner[3] ?? ''}`;
      bound ??= 'ge';
    }
    if (plainNumber(core) === null) core = core.replace(/元$/u, '').replace(UNITS, '');
    if (core === before) return { core, bound };
  }
}

function signed(text: string): string {
  const accounting = /^\((?![一-龥])([^()]*\d[^()]*)\)$/u.exec(text);
  const plain = accounting ? `-${accounting[1] ?? ''}` : text;
  return plain
    .replace(/^−/u, '-')
    .replace(/^(-?)\+?[¥$￥]/u, '$1')
    .replace(/^\+(?=[\d.])/u, '');
}

function parseRange(text: string): CellResult<number> | null {
  const ends = RANGE.exec(text);
  if (!ends) return null;
  const high = plainNumber(peeled(ends[2] ?? '').core);
  const low = plainNumber(peeled(ends[1] ?? '').core);
  return low !== null && high !== null && low <= high ? refuse('number-range', { low, high }) : null;
}

/**
 * Reads a number: full-width figures, thousands separators, units (885个), 万 and 亿, Chinese numerals, accounting
 * negatives. 余, 以上, 约 give a bound and the doubt `bounded-value`; a range is refused with its two ends.
 */
export function parseNumber(raw: string): CellResult<number> {
  if (isProse(raw)) return refuse('not-a-number');
  if (SEVERAL.test(unwrapped(raw).replace(SPACED_THOUSANDS, ''))) return refuse('not-a-number');
  const whole = folded(raw).replace(ANNOUNCED, '');
  const share = SHARE_AFTER.exec(whole);
  const text = signed(share?.[1] ?? whole);
  const { core, bound } = peeled(text);
  const found = plainNumber(core);
  if (found === null || !Number.isFinite(found)) return parseRange(text) ?? refuse('not-a-number');
  if (bound !== null) return value(found, 'bounded-value', { bound });
  return value(found === 0 ? 0 : found, share ? 'share-dropped' : null);
}
