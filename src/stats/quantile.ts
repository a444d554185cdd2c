/** One bar of a histogram: values from `lower` up to, not including, `lower` plus the width of a bin. */
export interface Bin {
  readonly lower: number;
  readonly count: number;
}

/**
 * The quantile `q` (0…1) of the values a histogram holds, in their unit. Every value stands at the middle of its bin, so the
 * answer is within half a width of the quantile of the values themselves, taken as the mean of the two neighbours where `q`
 * falls between them (the median of an even number). Null when the bins hold nothing.
 */
export function quantileOfBins(bins: readonly Bin[], width: number, q: number): number | null {
  const filled = bins.filter(({ count }) => count > 0).sort((a, b) => a.lower - b.lower);
  const size = filled.reduce((sum, { count }) => sum + count, 0);
  if (size === 0) return null;
  const nth = (rank: number): number => {
    let reached = 0;
    const holding = filled.find(({ count }) => (reached += count) >= rank) ?? filled.at(-1);
    return (holding?.lower ?? 0) + width / 2;
  };
  const place = size * q;
  const clamped = (rank: number): number => Math.min(size, Math.max(1, rank));
  return Number.isInteger(place) ? (nth(clamped(place)) + nth(clamped(place + 1))) / 2 : nth(clamped(Math.ceil(place)));
}

/** Median and quartiles of a histogram; `error` is the most each can be off by: half the width of a bin. */
export interface Quartiles {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly size: number;
  readonly error: number;
}

/** The median and quartiles of the values a histogram holds; null when it holds nothing. */
export function quartilesOfBins(bins: readonly Bin[], width: number): Quartiles | null {
  const at = (q: number): number | null => quantileOfBins(bins, width, q);
  const [lower, median, upper] = [at(0.25), at(0.5), at(0.75)];
  if (lower === null || median === null || upper === null) return null;
  return { lower, median, upper, size: bins.reduce((sum, { count }) => sum + count, 0), error: width / 2 };
}
