/** A lower and an upper limit, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A count out of a total: `numerator` of `denominator`. A null or zero denominator is unknown, never 0 %. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** The difference of two rates in 0…1 units, with its interval. */
export interface Difference extends Interval {
  readonly difference: number;
}

/** Two-sided 95 % point of the normal distribution. */
export const Z95 = 1.959964;

/** Two-sided 99.8 % point of the normal distribution. */
export const Z998 = 3.090232;

/** Whether the fraction has a rate at all: a positive denominator. */
export function isKnown<T extends Fraction>(fraction: T): fraction is T & { readonly denominator: number } {
  return fraction.denominator !== null && fraction.denominator > 0;
}

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * Wilson's score interval of a rate, in 0…1: how far it would move if the same process ran again.
 * Null when the denominator is 0 or null.
 */
export function wilson(fraction: Fraction, z: number = Z95): Interval | null {
  if (!isKnown(fraction)) return null;
  const n = fraction.denominator;
  const p = fraction.numerator / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  // At 0 and n the formula is exact but rounding leaves 1e-17.
  return {
    low: fraction.numerator === 0 ? 0 : clip(centre - half),
    high: fraction.numerator === n ? 1 : clip(centre + half),
  };
}
