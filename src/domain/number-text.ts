import type { Locale } from './label';

/** The sign a missing figure is written with. Unknown is never 0. */
export const UNKNOWN = '—';

/** x of n; n is null for a count. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number | null;
}

const MINUS = '−';
/** Digits a figure may be given beyond the usual one before it is taken for what it rounds to. */
const MOST_DIGITS = 6;

// Building a formatter costs a thousand times what using it does.
const FORMATS = new Map<string, Intl.NumberFormat>();

function formatOf(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const known = FORMATS.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  FORMATS.set(key, made);
  return made;
}

/** Significant digits that are told from binary dust: 0.28749999999999998 is 0.2875. */
const TOLD = 14;

/**
 * A number × 10^shift in units of its last shown digit, halves away from zero. It is moved by its decimal text: 23/80 is 0.2875,
 * but 0.2875 × 100 or 1.005 × 100 in binary may fall short of the half.
 */
function units(value: number, decimals: number, shift = 0): number {
  const [digits = '0', exponent = '0'] = Math.abs(value)
    .toExponential(TOLD - 1)
    .split('e');
  const size = Math.round(Number(`${digits}e${Number(exponent) + shift + decimals}`));
  return value < 0 && size > 0 ? -size : size;
}

const fromUnits = (value: number, decimals: number): number => value / 10 ** decimals;

/**
 * A number to so many decimals, halves away from zero, thousands separated, with a true minus: 1,234.5, −1.01. Decimals beyond
 * `least` are left out where they are 0.
 */
export function decimalText(value: number, decimals: number, least = decimals): string {
  return formatOf(least, decimals)
    .format(fromUnits(units(value, decimals), decimals))
    .replace('-', MINUS);
}

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

/** A count with thousands separators: 3,364. A count of weights may have a decimal. Null is {@link UNKNOWN}. */
export function countText(value: number | null): string {
  return value === null ? UNKNOWN : decimalText(value, 1, 0);
}

/** A count with its sign: +21, −3, 0. */
export function signedCount(value: number): string {
  return signed(units(value, 1), countText(value));
}

/** Decimals of the hundredths scores are kept in, and of the middle between two of them. */
const SCORE_DECIMALS = 2;
/** Half a hundredth, in units of the last of {@link MOST_DIGITS} digits. */
const HALF_STEP = 5 * 10 ** (MOST_DIGITS - SCORE_DECIMALS - 1);

/** Scores are kept in hundredths and shown as they are: a median may lie between two of them. What was worked out is rounded to hundredths. */
const scoreDecimals = (value: number): number =>
  units(value, MOST_DIGITS) % HALF_STEP === 0 ? SCORE_DECIMALS + 1 : SCORE_DECIMALS;

/** A score with one decimal, and as many more as it has, a true minus below zero: 86.5, 81.25, −1.5. Null is {@link UNKNOWN}. */
export function scoreText(value: number | null): string {
  return value === null ? UNKNOWN : decimalText(value, scoreDecimals(value), 1);
}

/** A difference of scores with its sign: +3.0, −1.5, 0.0. */
export function signedScore(value: number): string {
  return signed(units(value, scoreDecimals(value)), scoreText(value));
}

/** A difference in percentage points with its sign, one decimal: +3.0, −1.5, 0.0. */
export function signedPoints(value: number): string {
  return signed(units(value, 1), decimalText(value, 1));
}

/** Decimals a rate is shown with: more than asked for where fewer would say all of a part, or nothing of something. */
function percentDecimals(rate: number, decimals: number): number {
  const misleads = (digits: number): boolean => {
    const shown = fromUnits(units(rate, digits, 2), digits);
    return (shown === 0 && rate !== 0) || (shown === 100 && rate !== 1);
  };
  for (let digits = decimals; digits <= decimals + MOST_DIGITS; digits++) if (!misleads(digits)) return digits;
  return decimals;
}

/**
 * A rate in 0…1 as a percentage with one decimal, halves up: 81.0%, 28.8% for 23/80. What is not all is never written 100.0%, what is
 * not nothing never 0.0%: they take as many digits more as tell (99.96%, 0.04%). Null is {@link UNKNOWN}.
 */
export function percentText(rate: number | null, decimals = 1): string {
  if (rate === null) return UNKNOWN;
  const digits = percentDecimals(rate, decimals);
  return `${decimalText(fromUnits(units(rate, digits, 2), digits), digits)}%`;
}

/** A share as it was declared or lies on an axis, with no decimals it does not need: 80%, 92.5%. */
export function declaredPercent(rate: number, most = 2): string {
  return `${decimalText(fromUnits(units(rate, most, 2), most), most, 0)}%`;
}

/** A share of a whole as a whole percentage that never says all or nothing of a part: >99%, <1%. */
export function wholeShareText(part: number, total: number): string {
  const rate = part / total;
  if (part < total && units(rate, 0, 2) === 100) return '>99%';
  return part > 0 && units(rate, 0, 2) === 0 ? '<1%' : `${decimalText(units(rate, 0, 2), 0)}%`;
}

/** x/n, the figures a rate is made of: 3,364/4,153. */
export function fractionText({ numerator, denominator }: Fraction): string {
  return denominator === null ? countText(numerator) : `${countText(numerator)}/${countText(denominator)}`;
}

/** A difference in words: its direction, and its size as it is shown. */
interface Difference {
  readonly way: -1 | 0 | 1;
  readonly size: string;
}

/** A figure as it is shown: so many units of its last decimal. */
interface Shown {
  readonly units: number;
  readonly decimals: number;
}

/**
 * A difference as it may stand beside the two figures it is between: it is what the shown figures differ by. Where rounding breaks
 * that (77.24 − 75.05 is 2.19, shown 77.2 and 75.1), it has one digit more than they have, and more until it is not 0.
 */
function differenceBeside(now: Shown, before: Shown, exact: number, shift: number): Difference {
  const decimals = Math.max(now.decimals, before.decimals);
  const finest = (one: Shown): number => one.units * 10 ** (decimals - one.decimals);
  const between = finest(now) - finest(before);
  let digits = decimals;
  if (units(exact, digits, shift) !== between) {
    digits++;
    while (units(exact, digits, shift) === 0 && digits < decimals + MOST_DIGITS) digits++;
  }
  const rounded = units(exact, digits, shift);
  return {
    way: rounded > 0 ? 1 : rounded < 0 ? -1 : 0,
    size: decimalText(Math.abs(fromUnits(rounded, digits)), digits),
  };
}

/** The exact difference of two rates in 0…1; over the common denominator, so that halves stay halves. Null when either is unknown. */
function exactChange(now: Fraction | null, before: Fraction | null): number | null {
  if (!now?.denominator || !before?.denominator) return null;
  return (
    (now.numerator * before.denominator - before.numerator * now.denominator) / (now.denominator * before.denominator)
  );
}

function changeBeside(now: Fraction | null, before: Fraction | null): Difference | null {
  const exact = exactChange(now, before);
  if (exact === null || !now?.denominator || !before?.denominator) return null;
  const shown = (rate: number): Shown => {
    const decimals = percentDecimals(rate, 1);
    return { units: units(rate, decimals, 2), decimals };
  };
  return differenceBeside(
    shown(now.numerator / now.denominator),
    shown(before.numerator / before.denominator),
    exact,
    2,
  );
}

/** The change between two fractions in percentage points, free of binary dust: 2.25. Null when either is unknown. */
export function changeOf(now: Fraction | null, before: Fraction | null): number | null {
  const exact = exactChange(now, before);
  return exact === null ? null : Number((exact * 100).toPrecision(12));
}

const SIGNS = { '-1': MINUS, 0: '', 1: '+' } as const;
const signOf = (way: Difference['way']): string => SIGNS[way];

/** A change in percentage points with its sign and without its unit, as {@link changeText} states it: +2.1. Null when either is unknown. */
export function bareChangeText(now: Fraction | null, before: Fraction | null): string | null {
  const change = changeBeside(now, before);
  return change === null ? null : signOf(change.way) + change.size;
}

/**
 * How far two fractions lie apart in percentage points, without a sign: 17.8. It stands in sentences that say which is above, so it is 0 of
 * equal ones only: 29.99 % and 30 % lie 0.01 apart. Null when either is unknown.
 */
export function apartText(one: Fraction | null, other: Fraction | null): string | null {
  const [change, exact] = [changeBeside(one, other), exactChange(one, other)];
  if (change === null || exact === null) return null;
  let digits = change.size.split('.')[1]?.length ?? 0;
  if (change.way !== 0 || units(exact, MOST_DIGITS + 1, 2) === 0) return change.size;
  while (units(exact, digits, 2) === 0) digits++;
  return decimalText(Math.abs(fromUnits(units(exact, digits, 2), digits)), digits);
}

/**
 * The change between two fractions in percentage points: +2.1 个百分点. The percentages shown for the two differ by exactly this, or,
 * where their rounding forbids it, it has one digit more than they have. {@link UNKNOWN} when either is unknown.
 */
export function changeText(now: Fraction | null, before: Fraction | null, locale: Locale): string {
  const change = bareChangeText(now, before);
  return change === null ? UNKNOWN : `${change}${locale === 'zh' ? ' 个百分点' : ' pp'}`;
}

function movedWords({ way, size }: Difference, unit: string, locale: Locale): string {
  if (way === 0) return locale === 'zh' ? '持平' : 'unchanged';
  if (locale === 'zh') return `${way > 0 ? '上升' : '下降'} ${size} ${unit}`;
  return `${way > 0 ? 'up' : 'down'} ${size} ${unit}`;
}

/** The same as a verb phrase: 上升 2.1 个百分点, 持平. Null when either is unknown. */
export function movedTextOf(now: Fraction | null, before: Fraction | null, locale: Locale): string | null {
  const change = changeBeside(now, before);
  return change && movedWords(change, locale === 'zh' ? '个百分点' : 'percentage points', locale);
}

/** How a score moved, agreeing with the scores shown beside it in the same way: 上升 1.5 分, 持平. */
export function movedScoreText(now: number, before: number, unit: string, locale: Locale): string {
  // Scores have few decimals; subtracting leaves dust behind them.
  const exact = Number((now - before).toFixed(9));
  const shown = (score: number): Shown => {
    const decimals = scoreText(score).split('.')[1]?.length ?? 0;
    return { units: units(score, decimals), decimals };
  };
  const change = differenceBeside(shown(now), shown(before), exact, 0);
  return movedWords(change, unit, locale);
}
