import { clopperPearson } from './exact';
import { type Difference, type Fraction, type Interval, Z95, Z998, isKnown, wilson } from './interval';
import { normalTail } from './normal';

/** Whether a rate differs from the others: not, at 95 % (关注) or at 99.8 % (显著). */
export type Signal = 'none' | 'watch' | 'significant';

/** A rate's signal and the side it is on. */
export interface Verdict {
  readonly signal: Signal;
  /** Where the rate lies against the others, whether or not that is a signal. */
  readonly side: 'above' | 'below' | 'equal';
}

type Known = Fraction & { readonly denominator: number };

/** Below this nθ(1−θ) the normal approximation is not to be trusted and limits are exact. */
const SMALL = 15;

function limitsOf(fraction: Known, theta: number, z: number): Interval {
  const small = fraction.denominator * theta * (1 - theta) < SMALL;
  return (small ? null : wilson(fraction, z)) ?? clopperPearson(fraction, z);
}

function differenceAt(a: Known, b: Known, z: number): Difference {
  const theta = (a.numerator + b.numerator) / (a.denominator + b.denominator);
  const [ofA, ofB] = [limitsOf(a, theta, z), limitsOf(b, theta, z)];
  const [pA, pB] = [a.numerator / a.denominator, b.numerator / b.denominator];
  const difference = pA - pB;
  return {
    difference,
    low: difference - Math.hypot(pA - ofA.low, ofB.high - pB),
    high: difference + Math.hypot(ofA.high - pA, pB - ofB.low),
  };
}

/** A limit met exactly is inside; floating point must not push it out. */
const leavesOutZero = ({ low, high }: Interval): boolean => low > 1e-12 || high < -1e-12;

/**
 * The difference `a − b` of two independent groups with its 95 % interval, in 0…1 units: Newcombe's (1998, method 10), from Wilson
 * limits, exact ones where nθ(1−θ) < 15. With overdispersion `phi` the limits stand √φ times as far out. Null when either is unknown.
 */
export function differenceOf(a: Fraction, b: Fraction, phi = 1): Difference | null {
  return isKnown(a) && isKnown(b) ? differenceAt(a, b, Z95 * Math.sqrt(phi)) : null;
}

/**
 * The one meaning of “differs”: the interval of the difference to the others leaves 0 out, at 95 % or at 99.8 %. Null when
 * either rate is unknown.
 */
export function verdictOf(a: Fraction, others: Fraction, phi = 1): Verdict | null {
  if (!isKnown(a) || !isKnown(others)) return null;
  const seen = differenceAt(a, others, Z95 * Math.sqrt(phi));
  const clear = leavesOutZero(seen);
  const sure = clear && leavesOutZero(differenceAt(a, others, Z998 * Math.sqrt(phi)));
  const { difference } = seen;
  return {
    signal: sure ? 'significant' : clear ? 'watch' : 'none',
    side: difference === 0 ? 'equal' : difference > 0 ? 'above' : 'below',
  };
}

const WIDEST = 40;
const STEPS = 24;

/**
 * How often chance alone would give a difference as large, two-sided: the level at which {@link verdictOf} begins to see one.
 * Null when either rate is unknown.
 */
export function chanceOf(a: Fraction, others: Fraction, phi = 1): number | null {
  if (!isKnown(a) || !isKnown(others)) return null;
  let [low, high] = [0, WIDEST];
  for (let step = 0; step < STEPS; step++) {
    const z = (low + high) / 2;
    if (leavesOutZero(differenceAt(a, others, z))) low = z;
    else high = z;
  }
  return Math.min(1, 2 * normalTail(low / Math.sqrt(phi)));
}
