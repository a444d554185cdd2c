import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bin, quantileOfBins, quartilesOfBins } from '../../src/stats';

/** The quantile of the values themselves: the mean of the two neighbours where it falls between them. */
function exact(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = sorted.length * q;
  const at = (rank: number): number => sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? NaN;
  return Number.isInteger(place) ? (at(place) + at(place + 1)) / 2 : at(Math.ceil(place));
}

function binned(values: readonly number[], width: number): Bin[] {
  const bins = new Map<number, number>();
  for (const value of values) {
    const lower = Math.floor(value / width) * width;
    bins.set(lower, (bins.get(lower) ?? 0) + 1);
  }
  return [...bins].map(([lower, count]) => ({ lower, count }));
}

const scores = fc.array(
  fc.integer({ min: -2000, max: 10000 }).map((hundredths) => hundredths / 100),
  { minLength: 1, maxLength: 80 },
);

describe('quantiles from bins', () => {
  it('are within half a bin of those of the values', () => {
    fc.assert(
      fc.property(
        scores,
        fc.constantFrom(0.5, 1, 2, 5),
        fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1),
        (values, width, q) => {
          const found = quantileOfBins(binned(values, width), width, q) ?? NaN;
          expect(Math.abs(found - exact(values, q))).toBeLessThanOrEqual(width / 2 + 1e-9);
        },
      ),
    );
  });

  it('do not depend on the order of the bins nor on how often one is named', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const bins = binned(values, 1);
        const apart = bins.flatMap(({ lower, count }) => Array.from({ length: count }, () => ({ lower, count: 1 })));
        expect(quantileOfBins([...apart].reverse(), 1, q)).toBe(quantileOfBins(bins, 1, q));
      }),
    );
  });

  it('rise with q', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const bins = binned(values, 1);
        const steps = Array.from({ length: 21 }, (_, at) => quantileOfBins(bins, 1, at / 20) ?? NaN);
        expect([...steps].sort((a, b) => a - b)).toEqual(steps);
      }),
    );
  });

  it('match a worked example', () => {
    // 80, 81, 83, 90 in bins of one point centred on whole points.
    const bins = [80, 81, 83, 90].map((score) => ({ lower: score - 0.5, count: 1 }));
    expect(quartilesOfBins(bins, 1)).toEqual({ lower: 80.5, median: 82, upper: 86.5, size: 4, error: 0.5 });
  });

  it('are null when there is nothing', () => {
    expect(quantileOfBins([], 1, 0.5)).toBeNull();
    expect(quantileOfBins([{ lower: 3, count: 0 }], 1, 0.5)).toBeNull();
    expect(quartilesOfBins([], 1)).toBeNull();
  });
});
