import { type Fraction, isKnown } from './interval';
import { betaAngles, seeded } from './random';

/** Where a rate stands among the others, with how far that place can be trusted. Rank 1 is best. */
export interface Standing {
  /** Place by the observed rate; equal rates share the better place (1, 2, 2, 4). */
  readonly observed: number;
  /** Median place over the draws. */
  readonly median: number;
  /** 2.5 % point of the place. */
  readonly low: number;
  /** 97.5 % point of the place. */
  readonly high: number;
  /** `front` 前列 or `rear` 靠后 when that quarter is at least 90 % sure, else null. */
  readonly quarter: 'front' | 'rear' | null;
}

/** Settings of {@link rankIntervals}; the defaults are the product's. */
export interface RankSettings {
  /** `up` ranks the highest rate first, `down` the lowest. */
  readonly direction?: 'up' | 'down';
  readonly draws?: number;
  readonly seed?: number;
  /** How many times more the rates vary than chance makes them: places are as uncertain as φ times fewer things would leave them. */
  readonly phi?: number;
}

const DRAWS = 10_000;
const SEED = 20181231;
/** How sure a quarter must be before it is said (a judgement, docs/methods.md). */
const SURE = 0.9;

type Known = Fraction & { readonly denominator: number };

/** All draws, one after the other, each with one value a zone, signed so that the largest is best. */
function drawAll(zones: readonly Known[], draws: number, seed: number, sign: number, phi: number): Float64Array {
  const random = seeded(seed);
  const k = zones.length;
  const values = new Float64Array(draws * k);
  zones.forEach(({ numerator: x, denominator: n }, zone) => {
    const draw = betaAngles(x / phi + 0.5, (n - x) / phi + 0.5, random);
    for (let i = zone; i < values.length; i += k) values[i] = sign * draw();
  });
  return values;
}

/** How often each zone took each place: `counts[zone][place]`, place from 0. */
function countPlaces(values: Float64Array, k: number): Uint32Array[] {
  const counts = Array.from({ length: k }, () => new Uint32Array(k));
  const behind = new Uint16Array(k);
  for (let start = 0; start < values.length; start += k) {
    behind.fill(0);
    for (let a = 0; a < k; a++) {
      const mine = values[start + a] ?? 0;
      let ahead = 0;
      for (let b = 0; b < a; b++) {
        const other = (values[start + b] ?? 0) > mine ? 1 : 0;
        ahead += other;
        behind[b] = (behind[b] ?? 0) + 1 - other;
      }
      behind[a] = ahead;
    }
    for (let a = 0; a < k; a++) {
      const row = counts[a];
      const place = behind[a] ?? 0;
      if (row) row[place] = (row[place] ?? 0) + 1;
    }
  }
  return counts;
}

/** Zones with the same x and n share one distribution: simulation noise must not order them. */
function shareTies(zones: readonly Known[], counts: readonly Uint32Array[]): Uint32Array[] {
  const pooled = new Map<string, Uint32Array>();
  const nameOf = (zone: Known): string => `${zone.numerator}/${zone.denominator}`;
  zones.forEach((zone, i) => {
    const sum = pooled.get(nameOf(zone)) ?? new Uint32Array(zones.length);
    counts[i]?.forEach((count, place) => (sum[place] = (sum[place] ?? 0) + count));
    pooled.set(nameOf(zone), sum);
  });
  return zones.map((zone) => pooled.get(nameOf(zone)) ?? new Uint32Array(zones.length));
}

/** The first place (from 1) at which the share of the counts reaches `probability`. */
function placeAt(counts: Uint32Array, total: number, probability: number): number {
  let sum = 0;
  const index = counts.findIndex((count) => (sum += count) >= probability * total);
  return index + 1;
}

function quarterOf(counts: Uint32Array, total: number): 'front' | 'rear' | null {
  const k = counts.length;
  const size = Math.floor(k / 4);
  if (size === 0) return null;
  const within = (from: number, to: number): number => counts.slice(from, to).reduce((a, b) => a + b, 0) / total;
  if (within(0, size) >= SURE) return 'front';
  return within(k - size, k) >= SURE ? 'rear' : null;
}

/** Observed places; rates are compared by cross-multiplying, so 1/3 and 2/6 tie exactly. */
function observedPlaces(zones: readonly Known[], sign: number): number[] {
  const ahead = (a: Known, b: Known): boolean => sign * (a.numerator * b.denominator - b.numerator * a.denominator) > 0;
  return zones.map((zone) => 1 + zones.filter((other) => ahead(other, zone)).length);
}

/**
 * Rank intervals (Goldstein and Spiegelhalter 1996, docs/methods.md) from Beta(x+½, n−x+½) draws with a fixed seed, in
 * the order given. A rate that is unknown has no place: null, and the others are ranked without it.
 */
export function rankIntervals(fractions: readonly Fraction[], settings: RankSettings = {}): (Standing | null)[] {
  const { direction = 'up', draws = DRAWS, seed = SEED, phi = 1 } = settings;
  const sign = direction === 'up' ? 1 : -1;
  const zones = fractions.filter(isKnown);
  const counts = shareTies(zones, countPlaces(drawAll(zones, draws, seed, sign, phi), zones.length));
  const observed = observedPlaces(zones, sign);
  const standings = counts.map((row, i): Standing => {
    const total = row.reduce((a, b) => a + b, 0);
    return {
      observed: observed[i] ?? 1,
      median: placeAt(row, total, 0.5),
      low: placeAt(row, total, 0.025),
      high: placeAt(row, total, 0.975),
      quarter: quarterOf(row, total),
    };
  });
  let next = 0;
  return fractions.map((fraction) => (isKnown(fraction) ? (standings[next++] ?? null) : null));
}
