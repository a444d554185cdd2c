import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf, wilson } from '../../src/stats';

const of = (numerator: number, denominator: number | null) => ({ numerator, denominator });
const anyFraction = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.integer({ min: 0, max: n }).map((x) => ({ numerator: x, denominator: n })));

describe('Wilson interval', () => {
  it.each([
    [6, 31, 0.0919, 0.3628],
    [17, 21, 0.6, 0.9233],
    [1948, 5117, 0.3675, 0.3941],
    [3, 3, 0.4385, 1],
    [0, 5, 0, 0.4345],
    [20, 20, 0.8389, 1],
  ])('%i/%i is %f to %f', (x, n, low, high) => {
    const interval = wilson(of(x, n));
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('is null without a denominator', () => {
    expect(wilson(of(0, 0))).toBeNull();
    expect(wilson(of(3, null))).toBeNull();
  });

  it('holds the rate, stays in 0…1, and mirrors when hits and misses swap', () => {
    fc.assert(
      fc.property(anyFraction, ({ numerator: x, denominator: n }) => {
        const interval = wilson(of(x, n));
        const mirrored = wilson(of(n - x, n));
        if (!interval || !mirrored) throw new Error('known fraction without interval');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(x / n + 1e-12);
        expect(interval.high).toBeGreaterThanOrEqual(x / n - 1e-12);
        expect(interval.low).toBeCloseTo(1 - mirrored.high, 10);
      }),
    );
  });

  it('narrows as the same rate is seen on more things', () => {
    fc.assert(
      fc.property(anyFraction, fc.integer({ min: 2, max: 20 }), ({ numerator: x, denominator: n }, times) => {
        const small = wilson(of(x, n));
        const large = wilson(of(x * times, n * times));
        if (!small || !large) throw new Error('known fraction without interval');
        expect(large.high - large.low).toBeLessThan(small.high - small.low);
      }),
    );
  });
});

describe('Newcombe difference', () => {
  it('matches 90/105 against 70/95', () => {
    const found = differenceOf(of(90, 105), of(70, 95));
    expect(found?.difference).toBeCloseTo(0.1203, 4);
    expect(found?.low).toBeCloseTo(0.0088, 4);
    expect(found?.high).toBeCloseTo(0.231, 4);
  });

  it('turns its sign when the groups swap', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        const forth = differenceOf(a, b);
        const back = differenceOf(b, a);
        if (!forth || !back) throw new Error('known fractions without difference');
        expect(forth.difference).toBeCloseTo(-back.difference, 12);
        expect(forth.low).toBeCloseTo(-back.high, 12);
        expect(forth.low).toBeLessThanOrEqual(forth.difference);
      }),
    );
  });

  it('is null when either side is unknown', () => {
    expect(differenceOf(of(1, 2), of(0, 0))).toBeNull();
    expect(differenceOf(of(1, null), of(1, 2))).toBeNull();
  });
});
