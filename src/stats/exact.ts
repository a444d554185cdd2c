import { binomialCumulative } from './binomial';
import type { Fraction, Interval } from './interval';
import { normalTail } from './normal';

const STEPS = 60;

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
  x >= n ? 1 : solve((rate) => binomialCumulative(x, n, rate), tail);

const lowerOf = (x: number, n: number, tail: number): number =>
  x <= 0 ? 0 : solve((rate) => binomialCumulative(x - 1, n, rate), 1 - tail);

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
