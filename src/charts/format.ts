import type { Locale } from '../domain';

const TAGS = { zh: 'zh-CN', en: 'en-GB' } as const;

interface Formats {
  readonly percent: Intl.NumberFormat;
  readonly wholePercent: Intl.NumberFormat;
  readonly tick: Intl.NumberFormat;
  readonly count: Intl.NumberFormat;
  readonly points: Intl.NumberFormat;
  readonly signed: Intl.NumberFormat;
}

function formatsOf(tag: string): Formats {
  const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return {
    percent: new Intl.NumberFormat(tag, { style: 'percent', ...one }),
    wholePercent: new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
    tick: new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
    count: new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }),
    points: new Intl.NumberFormat(tag, one),
    signed: new Intl.NumberFormat(tag, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }),
  };
}

// Building a formatter costs a thousand times what using it does.
const FORMATS: Record<Locale, Formats> = { zh: formatsOf(TAGS.zh), en: formatsOf(TAGS.en) };

/** Intl writes a hyphen for minus; print sets a minus sign. */
const minus = (text: string): string => text.replace('-', '−');

/** A rate in 0…1 as a percentage with one decimal: `81.0%`. */
export function percent(rate: number, locale: Locale): string {
  return FORMATS[locale].percent.format(rate);
}

/** A round rate in 0…1 as a percentage for axes: `80%`, `92.5%`. */
export function wholePercent(rate: number, locale: Locale): string {
  return FORMATS[locale].tick.format(rate);
}

/** A share of a whole as a whole percentage that never says all or nothing of a part: `>99%`, `<1%`. */
export function share(part: number, total: number, locale: Locale): string {
  const { wholePercent: format } = FORMATS[locale];
  const rate = part / total;
  if (part < total && rate > 0.995) return `>${format.format(0.99)}`;
  return part > 0 && rate < 0.005 ? `<${format.format(0.01)}` : format.format(rate);
}

/** A count with thousands separated: `4,153`. */
export function count(value: number, locale: Locale): string {
  return minus(FORMATS[locale].count.format(value));
}

/** A count with its sign: `+15`, `−3`, `0`. */
export function signedCount(value: number, locale: Locale): string {
  return minus(FORMATS[locale].signed.format(value));
}

/** x/n: `3,364/4,153`. */
export function fraction(numerator: number, denominator: number, locale: Locale): string {
  return `${count(numerator, locale)}/${count(denominator, locale)}`;
}

/** A difference of rates in percentage points, in words: `上升 2.1 个百分点`, `up 2.1 percentage points`. */
export function points(difference: number, locale: Locale): string {
  const rounded = Math.round(Math.abs(difference) * 1000) / 10;
  const amount = FORMATS[locale].points.format(rounded);
  if (rounded === 0) return locale === 'zh' ? '持平' : 'unchanged';
  if (locale === 'zh') return `${difference > 0 ? '上升' : '下降'} ${amount} 个百分点`;
  return `${difference > 0 ? 'up' : 'down'} ${amount} percentage points`;
}

/** A score with one decimal, with its sign where it is a difference: `86.5`, `+3.0`, `−1.5`. Ticks ask for no needless decimal. */
export function score(value: number, locale: Locale, signed = false, least = 1): string {
  const text = value.toLocaleString(TAGS[locale], { minimumFractionDigits: least, maximumFractionDigits: 1 });
  return minus(signed && value > 0 ? `+${text}` : text);
}
