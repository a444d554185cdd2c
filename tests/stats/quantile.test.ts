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

function binned(values: readonly number[]): Bin[] {
  const bins = new Map<number, number>();
  for (const value of values) bins.set(value, (bins.get(value) ?? 0) + 1);
  return [...bins].map(([value, count]) => ({ value, count }));
}

/** Scores as bodies give them: whole points, half points, one or two decimals. */
const scores = fc.constantFrom(1, 2, 10, 100).chain((parts) =>
  fc.array(
    fc.integer({ min: -20 * parts, max: 100 * parts }).map((steps) => steps / parts),
    { minLength: 1, maxLength: 80 },
  ),
);

describe('quantiles from bins', () => {
  it('are those of the values', () => {
    fc.assert(
      fc.property(scores, fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1), (values, q) => {
        expect(quantileOfBins(binned(values), q)).toBe(exact(values, q));
      }),
    );
  });

  it('do not depend on the order of the bins nor on how often one is named', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
        const bins = binned(values);
        const apart = bins.flatMap(({ value, count }) => Array.from({ length: count }, () => ({ value, count: 1 })));
        expect(quantileOfBins([...apart].reverse(), q)).toBe(quantileOfBins(bins, q));
      }),
    );
  });

  it('rise with q', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const bins = binned(values);
        const steps = Array.from({ length: 21 }, (_, at) => quantileOfBins(bins, at / 20) ?? NaN);
        expect([...steps].sort((a, b) => a - b)).toEqual(steps);
      }),
    );
  });

  it('match a worked example', () => {
    const bins = [80, 81, 83, 90].map((value) => ({ value, count: 1 }));
    expect(quartilesOfBins(bins)).toEqual({ lower: 80.5, median: 82, upper: 86.5, size: 4 });
    expect(quartilesOfBins([{ value: 81, count: 5 }])?.median).toBe(81);
  });

  it('are null when there is nothing', () => {
    expect(quantileOfBins([], 0.5)).toBeNull();
    expect(quantileOfBins([{ value: 3, count: 0 }], 0.5)).toBeNull();
    expect(quartilesOfBins([])).toBeNull();
  });
});
