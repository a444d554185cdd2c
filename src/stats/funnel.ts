import { binomialQuantile } from './binomial';
import { type Verdict, differenceOf, verdictOf } from './differ';
import { dispersionOf } from './dispersion';
import { type Difference, type Fraction, type Interval, Z95, Z998, isKnown } from './interval';
import { relatedToSize } from './size';

/** The 95 % and 99.8 % limits a rate of `denominator` things should stay within if only chance were at work. */
export interface FunnelLimits {
  readonly denominator: number;
  readonly inner: Interval;
  readonly outer: Interval;
}

/** How a set of rates stands: each against all the others together. */
export interface Funnel {
  /** Σx ÷ Σn of all that are compared. */
  readonly theta: number;
  /** Σn of all that are compared. */
  readonly size: number;
  /** How many times more the rates vary than chance would make them; 1 when that is not proven or there are fewer than 8. */
  readonly phi: number;
  /** Why no funnel should be drawn, or null when it may: fewer than 8 rates, or more spread than the model can bear. */
  readonly refused: 'too-few' | 'too-spread' | null;
  /** Whether the rate goes with size, so that a funnel would mislead. Null when it cannot be told. */
  readonly sizeRelated: boolean | null;
  /** Each rate minus that of the others, in the order given; null where the rate is unknown or there are no others. */
  readonly differences: readonly (Difference | null)[];
  /** Whether it differs: read from the same interval. */
  readonly verdicts: readonly (Verdict | null)[];
}

/** Fewest rates a funnel is drawn for (a judgement). */
export const MIN_FUNNEL = 8;
/** Overdispersion beyond which a funnel says nothing (a judgement). */
export const MAX_PHI = 4;

const clip = (value: number): number => Math.min(1, Math.max(0, value));

function limitsAt(theta: number, n: number, phi: number, z: number, tail: number): Interval {
  const spread = Math.sqrt(phi);
  const variance = theta * (1 - theta);
  if (n * variance < 10) {
    const low = binomialQuantile(tail, n, theta) / n;
    const high = binomialQuantile(1 - tail, n, theta) / n;
    return { low: clip(theta - spread * (theta - low)), high: clip(theta + spread * (high - theta)) };
  }
  const half = z * spread * Math.sqrt(variance / n);
  return { low: clip(theta - half), high: clip(theta + half) };
}

/**
 * Funnel limits (Spiegelhalter 2005) for `n` > 0 things: exact binomial quantiles while
 * nθ(1−θ) < 10, normal beyond, widened by √φ, clipped to 0…1.
 */
export function funnelLimits(theta: number, n: number, phi = 1): FunnelLimits {
  return {
    denominator: n,
    inner: limitsAt(theta, n, phi, Z95, 0.025),
    outer: limitsAt(theta, n, phi, Z998, 0.001),
  };
}

/**
 * Limits from 1 to `largest`, closer together where they bend: the curves of a funnel plot. What is compared is a rate with
 * the others of `size` things in all, so limits close in as one comes to be most of the whole.
 */
export function funnelCurve(
  { theta, phi, size }: Pick<Funnel, 'theta' | 'phi' | 'size'>,
  largest: number,
  steps = 120,
): FunnelLimits[] {
  const sizes = Array.from({ length: steps + 1 }, (_, i) => Math.max(1, Math.round(largest * (i / steps) ** 2)));
  return [...new Set(sizes)].map((n) => funnelLimits(theta, n, phi * Math.max(0, 1 - n / size)));
}

/** Everything but one: what a rate is compared with. */
export const without = (all: Fraction, one: Fraction): Fraction => ({
  numerator: all.numerator - one.numerator,
  denominator: (all.denominator ?? 0) - (one.denominator ?? 0),
});

/**
 * Judges every rate against the others together, those of `beside` included, which are not judged themselves. Intervals and
 * verdicts are widened by √φ wherever the rates vary more than chance makes them (Spiegelhalter 2005). Null when no rate is known.
 */
export function judge(fractions: readonly Fraction[], beside: readonly Fraction[] = []): Funnel | null {
  const known = [...fractions, ...beside].filter(isKnown);
  const all = {
    numerator: known.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: known.reduce((sum, { denominator }) => sum + denominator, 0),
  };
  if (all.denominator === 0) return null;
  const theta = all.numerator / all.denominator;
  const enough = known.length >= MIN_FUNNEL;
  const phi = enough ? dispersionOf(known, theta) : 1;
  return {
    theta,
    size: all.denominator,
    phi,
    refused: enough ? (phi > MAX_PHI ? 'too-spread' : null) : 'too-few',
    sizeRelated: relatedToSize(known),
    differences: fractions.map((one) => differenceOf(one, without(all, one), phi)),
    verdicts: fractions.map((one) => verdictOf(one, without(all, one), phi)),
  };
}
