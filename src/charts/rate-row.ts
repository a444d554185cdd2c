import { type Locale, declaredPercent, fractionText as wholeFraction, movedTextOf, percentText } from '../domain';
import { rateOf } from '../cube';
import type { Interval, Signal } from '../stats';
import { word } from './words';

/** x of n; the rate is unknown when the denominator is 0 or null. */
export interface Counted {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** A figure somebody published, 0…1, with how exact it says it is. */
export interface Published {
  readonly rate: number;
  readonly bound?: '=' | '≥' | '≈';
}

/** A rate to compare: one zone, committee or domain. */
export interface RateRow extends Counted {
  readonly key: string;
  readonly label: string;
  /** The 95 % reference interval in 0…1, or null for none (unknown, capped, not asked for). */
  readonly interval: Interval | null;
  readonly signal: Signal;
  /** The comparison period; null when it has no rate there. */
  readonly previous?: Counted | null;
  readonly published?: Published | null;
  /** A target declared for this row alone, with its value and how the row stands in words. */
  readonly target?: { readonly rate: number; readonly label: string } | null;
}

/** The rows by falling rate; unknown ones last, in the order given. */
export function byRate<T extends Counted>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [rateOf(a), rateOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return right - left;
  });
}

/** A rate as `81.0%`, or 无数据. */
export function rateText(counted: Counted, locale: Locale): string {
  const rate = rateOf(counted);
  return rate === null ? word('noData', locale) : percentText(rate);
}

/** x/n, or an empty text when there is no denominator at all. */
export function fractionText(counted: Counted): string {
  return counted.denominator === null ? '' : wholeFraction(counted);
}

/** The rate and its x/n in one breath: `81.0%  85/105`. */
export function rateWithFraction(counted: Counted, locale: Locale): string {
  return [rateText(counted, locale), fractionText(counted)].filter((part) => part !== '').join('  ');
}

/** A published figure as it was published: no decimals that were not there. */
export function publishedText({ rate, bound = '=' }: Published): string {
  const value = declaredPercent(rate);
  return bound === '=' ? value : `${bound}${value}`;
}

/** The word for a signal, or null where there is none. */
export function signalWord(signal: Signal, locale: Locale): string | null {
  return signal === 'none' ? null : word(signal, locale);
}

/** What a row says under the pointer, a line each. */
export function rateTip(row: RateRow, whole: Counted | null, previousLabel: string, locale: Locale): string[] {
  const zh = locale === 'zh';
  const rate = rateOf(row);
  const tip = [row.label, rateWithFraction(row, locale)];
  if (row.interval) {
    const range = `${percentText(row.interval.low)} – ${percentText(row.interval.high)}`;
    tip.push(`${word('interval', locale)} ${range}`);
  }
  const before = row.previous ? rateOf(row.previous) : null;
  if (row.previous && before !== null) {
    tip.push(
      `${previousLabel} ${rateWithFraction(row.previous, locale)}${zh ? '' : ' '}${rate === null ? '' : change(row, row.previous, locale)}`,
    );
  }
  if (row.published) tip.push(`${word('published', locale)} ${publishedText(row.published)}`);
  if (row.target) tip.push(row.target.label);
  const all = whole ? rateOf(whole) : null;
  if (row.signal !== 'none' && rate !== null && all !== null) tip.push(signalSentence(row.signal, rate > all, locale));
  return tip;
}

function change(now: Counted, before: Counted, locale: Locale): string {
  const moved = movedTextOf(now, before, locale) ?? '';
  return locale === 'zh' ? `，${moved}` : `(${moved})`;
}

function signalSentence(signal: Signal, above: boolean, locale: Locale): string {
  const limits = signal === 'significant' ? '99.8%' : '95%';
  if (locale === 'zh') return `${word(signal, 'zh')}：${above ? '高' : '低'}于总体，超出 ${limits} 界限`;
  return `${word(signal, 'en')}: ${above ? 'above' : 'below'} the whole, beyond the ${limits} limits`;
}
