import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fraction, rankIntervals } from '../../src/stats';
import { betaAngles, seeded } from '../../src/stats/random';

const of = (numerator: number, denominator: number | null): Fraction => ({ numerator, denominator });
const ten = [
  of(19, 20),
  of(46, 50),
  of(162, 200),
  of(85, 105),
  of(20, 24),
  of(21, 26),
  of(400, 530),
  of(12, 12),
  of(70, 95),
  of(33, 47),
];

describe('rank intervals', () => {
  it.each([
    [7, 1, 1, 5],
    [3, 6, 3, 9],
    [2, 6, 4, 8],
    [9, 10, 5, 10],
  ])('zone %i stands at %i (%i–%i), give or take one for the draws', (index, median, low, high) => {
    const standing = rankIntervals(ten)[index];
    expect(Math.abs((standing?.median ?? 99) - median)).toBeLessThanOrEqual(1);
    expect(Math.abs((standing?.low ?? 99) - low)).toBeLessThanOrEqual(1);
    expect(Math.abs((standing?.high ?? 99) - high)).toBeLessThanOrEqual(1);
  });

  it('gives the same answer every time, and another seed agrees within one place', () => {
    const once = rankIntervals(ten);
    expect(rankIntervals(ten)).toEqual(once);
    rankIntervals(ten, { seed: 7 }).forEach((standing, i) => {
      expect(Math.abs((standing?.median ?? 99) - (once[i]?.median ?? 0))).toBeLessThanOrEqual(1);
    });
  });

  it('keeps equal rates on one observed place, and equal fractions on one interval', () => {
    const standings = rankIntervals([of(1, 3), of(9, 10), of(2, 6), of(9, 10), of(0, 4)]);
    expect(standings.map((standing) => standing?.observed)).toEqual([3, 1, 3, 1, 5]);
    expect(standings[1]).toEqual(standings[3]);
  });

  it('reverses when less is better', () => {
    const up = rankIntervals(ten);
    const down = rankIntervals(ten, { direction: 'down' });
    expect(down[7]?.observed).toBe(10);
    up.forEach((standing, i) => {
      expect(Math.abs((standing?.median ?? 0) + (down[i]?.median ?? 0) - 11)).toBeLessThanOrEqual(1);
    });
  });

  it('has no place for an unknown rate and ranks the others without it', () => {
    const standings = rankIntervals([of(0, 0), of(3, 4), of(5, null), of(1, 4)]);
    expect(standings[0]).toBeNull();
    expect(standings[2]).toBeNull();
    expect(standings[1]?.observed).toBe(1);
    expect(standings[3]?.observed).toBe(2);
    expect(rankIntervals([])).toEqual([]);
  });

  it('says front and rear only when sure', () => {
    const clear = [of(990, 1000), ...Array.from({ length: 6 }, (_, i) => of(500 + i, 1000)), of(10, 1000)];
    const standings = rankIntervals(clear);
    expect(standings[0]?.quarter).toBe('front');
    expect(standings[7]?.quarter).toBe('rear');
    expect(standings[3]?.quarter).toBeNull();
    expect(rankIntervals(ten)[7]?.quarter).toBeNull();
  });

  it('orders low ≤ median ≤ high within the number of zones', () => {
    const fraction = fc.integer({ min: 1, max: 800 }).chain((n) => fc.integer({ min: 0, max: n }).map((x) => of(x, n)));
    fc.assert(
      fc.property(fc.array(fraction, { minLength: 1, maxLength: 12 }), (zones) => {
        for (const standing of rankIntervals(zones, { draws: 300 })) {
          if (!standing) throw new Error('known rate without standing');
          expect(standing.low).toBeGreaterThanOrEqual(1);
          expect(standing.low).toBeLessThanOrEqual(standing.median);
          expect(standing.median).toBeLessThanOrEqual(standing.high);
          expect(standing.high).toBeLessThanOrEqual(zones.length);
        }
      }),
    );
  });
});

describe('Beta draws', () => {
  it.each([
    [12.5, 0.5],
    [0.5, 5.5],
    [162.5, 38.5],
    [1948.5, 3169.5],
    [1, 1],
  ])('have the mean and the variance of Beta(%f, %f)', (a, b) => {
    const draw = betaAngles(a, b, seeded(1));
    const values = Array.from({ length: 40_000 }, () => Math.sin(draw()) ** 2);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    const expected = (a * b) / ((a + b) ** 2 * (a + b + 1));
    expect(Math.abs(mean - a / (a + b))).toBeLessThan(4 * Math.sqrt(expected / values.length));
    expect(variance / expected).toBeGreaterThan(0.95);
    expect(variance / expected).toBeLessThan(1.05);
  });
});
