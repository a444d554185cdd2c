/** The lengths of time a figure can be about, finest first. */
export const GRAINS = ['day', 'month', 'quarter', 'half', 'year'] as const;

/** A length of time: one of {@link GRAINS}. */
export type Grain = (typeof GRAINS)[number];

/**
 * A period as text: `2018-12-31` (day), `2018-12` (month), `2018Q4` (quarter), `2018H2` (half-year), `2018` (year).
 * Within one grain the text order is the time order.
 */
export type Period = string;

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12]))?$/;

interface Span {
  readonly grain: Grain;
  readonly year: number;
  /** First month, 1–12. */
  readonly from: number;
  /** Last month, 1–12. */
  readonly to: number;
  readonly day: number | null;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Number of days in a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function spanOf(period: Period): Span | null {
  const found = PATTERN.exec(period);
  if (!found) return null;
  const [, y, m, d, q, h] = found;
  const year = Number(y);
  if (q !== undefined) return { grain: 'quarter', year, from: Number(q) * 3 - 2, to: Number(q) * 3, day: null };
  if (h !== undefined) return { grain: 'half', year, from: Number(h) * 6 - 5, to: Number(h) * 6, day: null };
  if (m === undefined) return { grain: 'year', year, from: 1, to: 12, day: null };
  const month = Number(m);
  if (month < 1 || month > 12) return null;
  if (d === undefined) return { grain: 'month', year, from: month, to: month, day: null };
  const day = Number(d);
  return day >= 1 && day <= daysInMonth(year, month) ? { grain: 'day', year, from: month, to: month, day } : null;
}

/** Cells hold few distinct periods and are asked about them often. */
const spans = new Map<Period, Span>();

function mustSpan(period: Period): Span {
  const known = spans.get(period);
  if (known) return known;
  const span = spanOf(period);
  if (!span) throw new RangeError(`not a period: ${period}`);
  spans.set(period, span);
  return span;
}

const pad = (n: number): string => String(n).padStart(2, '0');

function format(grain: Grain, year: number, month: number, day: number): Period {
  const y = String(year).padStart(4, '0');
  switch (grain) {
    case 'year':
      return y;
    case 'half':
      return `${y}H${month <= 6 ? 1 : 2}`;
    case 'quarter':
      return `${y}Q${Math.ceil(month / 3)}`;
    case 'month':
      return `${y}-${pad(month)}`;
    case 'day':
      return `${y}-${pad(month)}-${pad(day)}`;
  }
}

/** Whether the text is a well-formed period of any grain. */
export function isPeriod(text: string): boolean {
  return spanOf(text) !== null;
}

/** The grain of a period. Throws RangeError on text that is not a period. */
export function grainOf(period: Period): Grain {
  return mustSpan(period).grain;
}

/** Whether `a` is the same length of time as `b` or a finer one. */
export function isFinerOrEqual(a: Grain, b: Grain): boolean {
  return GRAINS.indexOf(a) <= GRAINS.indexOf(b);
}

/** The period of the given (equal or coarser) grain that contains `period`: `2018-11-05` at quarter → `2018Q4`. */
export function toGrain(period: Period, grain: Grain): Period {
  const span = mustSpan(period);
  if (!isFinerOrEqual(span.grain, grain)) throw new RangeError(`${period} is coarser than ${grain}`);
  return format(grain, span.year, span.from, span.day ?? 1);
}

/** First day of the period, as an ISO date. */
export function firstDay(period: Period): Period {
  const span = mustSpan(period);
  return format('day', span.year, span.from, span.day ?? 1);
}

/** Last day of the period, as an ISO date. */
export function lastDay(period: Period): Period {
  const span = mustSpan(period);
  return format('day', span.year, span.to, span.day ?? daysInMonth(span.year, span.to));
}

/** The period `steps` periods later (earlier when negative), same grain. */
export function shift(period: Period, steps: number): Period {
  const span = mustSpan(period);
  if (span.grain === 'day') {
    const time = new Date(Date.UTC(span.year, span.from - 1, (span.day ?? 1) + steps));
    return format('day', time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate());
  }
  const months = span.to - span.from + 1;
  const index = span.year * 12 + (span.from - 1) + steps * months;
  return format(span.grain, Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
}

/** The same period a year earlier (同比). */
export function yearBefore(period: Period): Period {
  const span = mustSpan(period);
  const day = span.day === null ? 1 : Math.min(span.day, daysInMonth(span.year - 1, span.from));
  return format(span.grain, span.year - 1, span.from, day);
}

/** Whether `outer` contains `inner` wholly. */
export function contains(outer: Period, inner: Period): boolean {
  const a = mustSpan(outer);
  const b = mustSpan(inner);
  return (
    ordinal(a, a.from, a.day ?? 1) <= ordinal(b, b.from, b.day ?? 1) &&
    ordinal(b, b.to, b.day ?? 31) <= ordinal(a, a.to, a.day ?? 31)
  );
}

const ordinal = (span: Span, month: number, day: number): number => (span.year * 12 + month) * 32 + day;

/** Every period of one grain from `from` to `to`, both included. */
export function periodsBetween(from: Period, to: Period): Period[] {
  const all: Period[] = [];
  for (let at = from; at <= to; at = shift(at, 1)) all.push(at);
  return all;
}
