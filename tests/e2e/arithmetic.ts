import { type Pair, percent } from './recount';

/** The twelve quarters of the example, in order. */
export const quarters = (): string[] =>
  ['2016', '2017', '2018'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`));

/** The quarter before another. */
export function quarterBefore(quarter: string): string {
  const [year, nth] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))];
  return nth === 1 ? `${year - 1}Q4` : `${year}Q${nth - 1}`;
}

/** Whether something that happened in a quarter happened in a period. */
export function after(period: string, quarter: string): boolean {
  if (quarter === '' || quarter.slice(0, 4) !== period.slice(0, 4)) return false;
  if (period.length === 4) return true;
  if (period.includes('Q')) return quarter === period;
  return Number(quarter.slice(5)) > 2 === period.endsWith('H2');
}

/** A whole-number quotient × 10^digits, half away from zero. */
function rounded(top: number, bottom: number, digits: number): number {
  const size = Math.floor((2 * Math.abs(top) * 10 ** digits + bottom) / (2 * bottom));
  return top < 0 ? -size : size;
}

/**
 * Difference of two rates in points, with a sign, as the page writes it: what the two percentages differ by, or with one digit more
 * where rounding makes that another number; a dash where one is unknown.
 */
export function points(now: Pair, before: Pair): string {
  if (now[1] === 0 || before[1] === 0) return '—';
  const [a, b] = [percent(now), percent(before)].map((text) => text.replace('%', ''));
  const decimals = Math.max(...[a, b].map((text) => (text ?? '').split('.')[1]?.length ?? 0));
  const [top, bottom] = [100 * (now[0] * before[1] - before[0] * now[1]), now[1] * before[1]];
  let digits = decimals;
  if (rounded(top, bottom, digits) !== Math.round((Number(a) - Number(b)) * 10 ** digits)) {
    digits += 1;
    while (rounded(top, bottom, digits) === 0 && digits < decimals + 6) digits += 1;
  }
  const value = rounded(top, bottom, digits);
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${(Math.abs(value) / 10 ** digits).toFixed(digits)}`;
}

/** Wilson's 95 % interval, from its formula (docs/methods.md). */
export function wilson([x, n]: Pair): readonly [number, number] {
  const z = 1.959964;
  const p = x / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, (middle - half) / (1 + (z * z) / n)), Math.min(1, (middle + half) / (1 + (z * z) / n))];
}
