/** One bar of a histogram of exact values: how many have this value. */
export interface Bin {
  readonly value: number;
  readonly count: number;
}

/**
 * The quantile `q` (0…1) of the values a histogram holds: one of them, or the mean of the two neighbours where `q` falls
 * between them (the median of an even number). Null when the bins hold nothing.
 */
export function quantileOfBins(bins: readonly Bin[], q: number): number | null {
  const filled = bins.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
  const size = filled.reduce((sum, { count }) => sum + count, 0);
  if (size === 0) return null;
  const nth = (rank: number): number => {
    let reached = 0;
    const holding = filled.find(({ count }) => (reached += count) >= rank) ?? filled.at(-1);
    return holding?.value ?? 0;
  };
  const place = size * q;
  const clamped = (rank: number): number => Math.min(size, Math.max(1, rank));
  return Number.isInteger(place) ? (nth(clamped(place)) + nth(clamped(place + 1))) / 2 : nth(clamped(Math.ceil(place)));
}

/** Median and quartiles of a histogram. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly size: number;
}

/** The median and quartiles of the values a histogram holds; null when it holds nothing. */
export function quartilesOfBins(bins: readonly Bin[]): Quartiles | null {
  const at = (q: number): number | null => quantileOfBins(bins, q);
  const [lower, median, upper] = [at(0.25), at(0.5), at(0.75)];
  if (lower === null || median === null || upper === null) return null;
  return { lower, median, upper, size: bins.reduce((sum, { count }) => sum + count, 0) };
}
