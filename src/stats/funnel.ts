import { binomialQuantile } from './binomial';
import { type Fraction, type Interval, Z95, Z998, isKnown } from './interval';
import { dispersionOf } from './dispersion';
import { relatedToSize } from './size';

/** The 95 % and 99.8 % limits a rate of `denominator` things should stay within if only chance were at work. */
export interface FunnelLimits {
  readonly denominator: number;
  readonly inner: Interval;
  readonly outer: Interval;
}

/** Whether a rate differs from the whole: not, outside 95 % (关注) or outside 99.8 % (显著). */
export type Signal = 'none' | 'watch' | 'significant';

/** A rate's signal and the side it is on. */
export interface Verdict {
  readonly signal: Signal;
  /** Where the rate lies against the whole, whether or not that is a signal. */
  readonly side: 'above' | 'below' | 'equal';
}

/** Everything the funnel says about a set of rates. */
export interface Funnel {
  /** The whole (Σx ÷ Σn) or the declared target. */
  readonly theta: number;
  /** Overdispersion the limits are widened for; 1 when none is proven or there are too few rates to tell. */
  readonly phi: number;
  /** Why no funnel should be drawn, or null when it may: fewer than 8 rates, or more spread than the model can bear. */
  readonly refused: 'too-few' | 'too-spread' | null;
  /** Whether the rate goes with size, so that a funnel would mislead. Null when it cannot be told. */
  readonly sizeRelated: boolean | null;
  /** In the order given; null where the rate is unknown. */
  readonly verdicts: readonly (Verdict | null)[];
}

/** Fewest rates a funnel is drawn for (domain.md §5.3, a judgement). */
export const MIN_FUNNEL = 8;
/** Overdispersion beyond which a funnel says nothing (domain.md §5.3, a judgement). */
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
 * Funnel limits (Spiegelhalter 2005, domain.md §5.3) for `n` > 0 things: exact binomial quantiles while
 * nθ(1−θ) < 10, normal beyond, widened by √φ, clipped to 0…1.
 */
export function funnelLimits(theta: number, n: number, phi = 1): FunnelLimits {
  return {
    denominator: n,
    inner: limitsAt(theta, n, phi, Z95, 0.025),
    outer: limitsAt(theta, n, phi, Z998, 0.001),
  };
}

/** Limits from 1 to `largest`, closer together where they bend: the curves of a funnel plot. */
export function funnelCurve(theta: number, largest: number, phi = 1, steps = 120): FunnelLimits[] {
  const sizes = Array.from({ length: steps + 1 }, (_, i) => Math.max(1, Math.round(largest * (i / steps) ** 2)));
  return [...new Set(sizes)].map((n) => funnelLimits(theta, n, phi));
}

/** A rate against `theta` by its funnel limits. Null when the rate is unknown. */
export function signalOf(fraction: Fraction, theta: number, phi = 1): Verdict | null {
  if (!isKnown(fraction)) return null;
  const rate = fraction.numerator / fraction.denominator;
  const { inner, outer } = funnelLimits(theta, fraction.denominator, phi);
  // A limit met exactly is inside; floating point must not push it out.
  const outside = (limits: Interval): boolean => rate < limits.low - 1e-12 || rate > limits.high + 1e-12;
  const signal = outside(outer) ? 'significant' : outside(inner) ? 'watch' : 'none';
  return { signal, side: rate === theta ? 'equal' : rate > theta ? 'above' : 'below' };
}

/**
 * Judges every rate against the pooled whole it belongs to, or against a declared target (domain.md §5.3).
 * Null when no rate is known. Limits are widened for overdispersion while the funnel stands; where it is refused the
 * verdicts are against chance alone, for a dot chart with a note.
 */
export function judge(fractions: readonly Fraction[], target: number | null = null): Funnel | null {
  const known = fractions.filter(isKnown);
  const n = known.reduce((sum, { denominator }) => sum + denominator, 0);
  if (n === 0) return null;
  const theta = target ?? known.reduce((sum, { numerator }) => sum + numerator, 0) / n;
  const enough = known.length >= MIN_FUNNEL;
  const phi = enough ? dispersionOf(known, theta) : 1;
  const refused = enough ? (phi > MAX_PHI ? 'too-spread' : null) : 'too-few';
  return {
    theta,
    phi,
    refused,
    sizeRelated: relatedToSize(known),
    verdicts: fractions.map((fraction) => signalOf(fraction, theta, refused === null ? phi : 1)),
  };
}
