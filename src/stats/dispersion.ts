import { chiSquareQuantile } from './gamma';
import { type Fraction, isKnown } from './interval';

/** Share of the rates pulled in at each end before their spread is measured. */
const WINSORISED = 0.1;

/** The values with the outermost tenth at each end moved to the value next inside. */
export function winsorise(values: readonly number[], share: number = WINSORISED): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * share);
  const low = sorted[cut] ?? -Infinity;
  const high = sorted[sorted.length - 1 - cut] ?? Infinity;
  return values.map((value) => Math.min(high, Math.max(low, value)));
}

/**
 * How many times more the rates vary around `theta` than chance alone would make them (Spiegelhalter 2005): the mean
 * winsorised z², or 1 when that excess is not proven at 95 %, when nothing is known, or when theta is 0 or 1.
 */
export function dispersionOf(fractions: readonly Fraction[], theta: number): number {
  const variance = theta * (1 - theta);
  const known = fractions.filter(isKnown);
  if (variance === 0 || known.length === 0) return 1;
  const scores = known.map(({ numerator: x, denominator: n }) => (x / n - theta) / Math.sqrt(variance / n));
  const phi = winsorise(scores).reduce((sum, z) => sum + z * z, 0) / scores.length;
  return scores.length * phi > chiSquareQuantile(0.95, scores.length) ? phi : 1;
}
