/** A source of uniform numbers in [0, 1). */
export type Random = () => number;

/** A deterministic source of uniform numbers in [0, 1): the same seed gives the same numbers everywhere (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const CELLS = 512;
/** Half-width of the table in standard deviations: what lies beyond has less than 1e-12 of the weight. */
const REACH = 8;

/**
 * Draws from Beta(a, b), a and b ≥ ½, on the angular scale φ = asin √p, by inverting a table of its distribution.
 * The angle grows with p, so ranks of angles are ranks of rates; on it the density has no poles and the same width for
 * every p, so one table fits all and a draw costs one uniform number.
 */
export function betaAngles(a: number, b: number, random: Random): Random {
  const mode = Math.asin(Math.sqrt(a / (a + b)));
  const width = REACH / (2 * Math.sqrt(a + b));
  const from = Math.max(0, mode - width);
  const step = (Math.min(Math.PI / 2, mode + width) - from) / CELLS;
  const density = (angle: number): number =>
    (2 * a - 1) * Math.log(Math.sin(angle)) + (2 * b - 1) * Math.log(Math.cos(angle));
  const peak = density(mode);
  const cumulative = new Float64Array(CELLS + 1);
  for (let i = 0; i < CELLS; i++) {
    cumulative[i + 1] = (cumulative[i] ?? 0) + Math.exp(density(from + (i + 0.5) * step) - peak);
  }
  const total = cumulative[CELLS] ?? 1;
  // Where the search for a given u may start, so that it takes a step or two.
  const guide = new Uint16Array(CELLS);
  for (let g = 0, cell = 0; g < CELLS; g++) {
    while ((cumulative[cell + 1] ?? total) < (g / CELLS) * total) cell++;
    guide[g] = cell;
  }
  return () => {
    const u = random();
    const target = u * total;
    let cell = guide[(u * CELLS) | 0] ?? 0;
    while ((cumulative[cell + 1] ?? total) < target) cell++;
    const low = cumulative[cell] ?? 0;
    const high = cumulative[cell + 1] ?? total;
    return from + step * (cell + (high > low ? (target - low) / (high - low) : 0));
  };
}
