import { type Fraction, isKnown } from './interval';

/** One zone's figures by stratum (domain). */
export interface Mix {
  readonly key: string;
  readonly strata: Readonly<Record<string, Fraction>>;
}

/** A zone's rate as if it had the mix of all zones together. */
export interface Standardised {
  readonly key: string;
  /** Own rate, over all strata. Null when unknown. */
  readonly raw: number | null;
  /** Standardised rate over the usable strata. Null when no stratum is usable. */
  readonly standardised: number | null;
  /** Share of the pooled weight the usable strata carry, 0…1; below 1 the rate speaks for that part only. */
  readonly covered: number;
}

/** A stratum smaller than this says too little to be weighted up (a judgement, docs/methods.md). */
export const MIN_STRATUM = 5;

function pooledWeights(mixes: readonly Mix[]): Map<string, number> {
  const sizes = new Map<string, number>();
  let total = 0;
  for (const { strata } of mixes) {
    for (const [name, fraction] of Object.entries(strata)) {
      if (!isKnown(fraction)) continue;
      sizes.set(name, (sizes.get(name) ?? 0) + fraction.denominator);
      total += fraction.denominator;
    }
  }
  return new Map([...sizes].map(([name, size]) => [name, size / total]));
}

function standardiseOne(mix: Mix, weights: ReadonlyMap<string, number>): Standardised {
  let x = 0;
  let n = 0;
  let weighted = 0;
  let covered = 0;
  for (const [name, fraction] of Object.entries(mix.strata)) {
    if (!isKnown(fraction)) continue;
    x += fraction.numerator;
    n += fraction.denominator;
    if (fraction.denominator < MIN_STRATUM) continue;
    const weight = weights.get(name) ?? 0;
    weighted += weight * (fraction.numerator / fraction.denominator);
    covered += weight;
  }
  return {
    key: mix.key,
    raw: n === 0 ? null : x / n,
    standardised: covered === 0 ? null : weighted / covered,
    covered: Math.min(1, covered),
  };
}

/**
 * Direct standardisation (docs/methods.md): every zone's stratum rates weighted by the pooled mix of all zones,
 * over strata of at least {@link MIN_STRATUM}, weights renormalised to those.
 */
export function standardise(mixes: readonly Mix[]): Standardised[] {
  const weights = pooledWeights(mixes);
  return mixes.map((mix) => standardiseOne(mix, weights));
}

/** Whether some pair of zones stands the other way round once the mix is equal: the reader must be warned. */
export function orderChanges(rows: readonly Standardised[]): boolean {
  return rows.some((a, i) =>
    rows.slice(i + 1).some((b) => {
      if (a.raw === null || b.raw === null || a.standardised === null || b.standardised === null) return false;
      return (a.raw - b.raw) * (a.standardised - b.standardised) < -1e-12;
    }),
  );
}
