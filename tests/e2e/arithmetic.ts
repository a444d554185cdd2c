import type { Pair } from './recount';

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

/** Difference of two rates in points, with a sign, as the page writes it; a dash where one is unknown. */
export function points(now: Pair, before: Pair): string {
  if (now[1] === 0 || before[1] === 0) return '—';
  const value = (now[0] / now[1] - before[0] / before[1]) * 100;
  const size = Math.abs(value).toFixed(1);
  return size === '0.0' ? size : `${value > 0 ? '+' : '−'}${size}`;
}

/** Wilson's 95 % interval, from the formula of domain.md §5.1. */
export function wilson([x, n]: Pair): readonly [number, number] {
  const z = 1.959964;
  const p = x / n;
  const middle = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, (middle - half) / (1 + (z * z) / n)), Math.min(1, (middle + half) / (1 + (z * z) / n))];
}
