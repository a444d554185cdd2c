import { binomialCumulative } from './binomial';
import type { Fraction, Interval } from './interval';
import { normalTail } from './normal';

const STEPS = 44;
/** From here on (1 − p)^n is no longer a number a computer can hold. */
const DEEP = 600;

/** P(X ≤ k) for k far below n: each term from the one before. */
function lowerTail(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  if (n * -Math.log1p(-p) > DEEP) return binomialCumulative(k, n, p);
  const odds = p / (1 - p);
  let term = Math.exp(n * Math.log1p(-p));
  let sum = term;
  for (let at = 0; at < k; at++) {
    term *= ((n - at) / (at + 1)) * odds;
    sum += term;
  }
  return Math.min(1, sum);
}

/** The rate at which a falling function of the rate meets `wanted`. */
function solve(value: (rate: number) => number, wanted: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (value(middle) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Upper limit for x of n, x in the lower half, where the sum has few terms. */
const upperOf = (x: number, n: number, tail: number): number =>
  x >= n ? 1 : solve((rate) => lowerTail(x, n, rate), tail);

const lowerOf = (x: number, n: number, tail: number): number =>
  x <= 0 ? 0 : solve((rate) => lowerTail(x - 1, n, rate), 1 - tail);

/**
 * The exact binomial interval of a rate (Clopper and Pearson 1934), in 0…1, at a two-sided normal point `z`: the rates under
 * which what was seen is not in either tail. For small numbers, where score intervals are too short.
 */
export function clopperPearson(
  { numerator: x, denominator: n }: Fraction & { denominator: number },
  z: number,
): Interval {
  const tail = normalTail(z);
  if (x <= n / 2) return { low: lowerOf(x, n, tail), high: upperOf(x, n, tail) };
  return { low: 1 - upperOf(n - x, n, tail), high: 1 - lowerOf(n - x, n, tail) };
}
