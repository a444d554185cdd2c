import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, differenceOf, judge, verdictOf } from '../../src/stats';
import { binomialCumulative } from '../../src/stats/binomial';
import { clopperPearson } from '../../src/stats/exact';
import { normalTail } from '../../src/stats/normal';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const fraction = fc
  .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => of(Math.round(n * share), n));

describe('the normal tail and the exact interval', () => {
  it('knows the usual points', () => {
    expect(normalTail(0)).toBeCloseTo(0.5, 7);
    expect(normalTail(1.959964)).toBeCloseTo(0.025, 7);
    expect(normalTail(3.090232)).toBeCloseTo(0.001, 7);
    expect(normalTail(-1.959964)).toBeCloseTo(0.975, 7);
  });

  it('matches Clopper and Pearson by hand', () => {
    // 0 of 10: 1 − 0.025^(1/10); 10 of 10: 0.025^(1/10); 3 of 10 from tables.
    expect(clopperPearson(of(0, 10), 1.959964).high).toBeCloseTo(1 - 0.025 ** 0.1, 5);
    expect(clopperPearson(of(10, 10), 1.959964)).toEqual({ low: expect.closeTo(0.025 ** 0.1, 5) as number, high: 1 });
    expect(clopperPearson(of(3, 10), 1.959964).low).toBeCloseTo(0.0667, 4);
    expect(clopperPearson(of(3, 10), 1.959964).high).toBeCloseTo(0.6525, 4);
  });

  it('leaves what was seen in neither tail', () => {
    fc.assert(
      fc.property(fraction, (one) => {
        const { low, high } = clopperPearson(one, 1.959964);
        const { numerator: x, denominator: n } = one;
        if (x > 0) expect(1 - binomialCumulative(x - 1, n, low)).toBeCloseTo(0.025, 4);
        if (x < n) expect(binomialCumulative(x, n, high)).toBeCloseTo(0.025, 4);
      }),
      { numRuns: 60 },
    );
  });
});

describe('differs', () => {
  it('is read from the interval of the difference, whichever way it is asked', () => {
    fc.assert(
      fc.property(fraction, fraction, fc.double({ min: 1, max: 9, noNaN: true }), (a, b, phi) => {
        const difference = differenceOf(a, b, phi);
        const verdict = verdictOf(a, b, phi);
        const clear = difference !== null && (difference.low > 1e-12 || difference.high < -1e-12);
        expect(verdict?.signal !== 'none').toBe(clear);
        const back = verdictOf(b, a, phi);
        expect(back?.signal).toBe(verdict?.signal);
        if (clear) expect(verdict?.side).toBe((difference?.low ?? 0) > 0 ? 'above' : 'below');
        const p = chanceOf(a, b, phi) ?? 1;
        if (Math.abs(p - 0.05) > 1e-4) expect(p < 0.05).toBe(clear);
      }),
      { numRuns: 200 },
    );
  });

  it('needs more where rates vary more than chance makes them', () => {
    expect(verdictOf(of(60, 100), of(900, 1200))?.signal).toBe('significant');
    expect(verdictOf(of(60, 100), of(900, 1200), 9)?.signal).toBe('none');
    expect(verdictOf(of(3, 3), of(900, 1200))?.signal).toBe('none');
    expect(verdictOf(of(0, 0), of(900, 1200))).toBeNull();
  });

  it('compares one with the others, never with itself', () => {
    // Half of everything: against the whole it would look half as far away.
    const found = judge([of(40, 100), of(60, 100)]);
    expect(found?.differences[0]?.difference).toBeCloseTo(-0.2, 12);
    expect(found?.verdicts.map((verdict) => verdict?.side)).toEqual(['below', 'above']);
    expect(judge([of(4, 10)])?.verdicts).toEqual([null]);
    expect(judge([of(4, 10)], [of(8, 10)])?.differences[0]?.difference).toBeCloseTo(-0.4, 12);
  });

  it('finds about as many among equals as it says it would', () => {
    // 31 of 35 among zones of the example: its interval to the rest and its verdict say the same.
    const rest = of(2259 - 31, 2440);
    const difference = differenceOf(of(31, 35), rest);
    const verdict = verdictOf(of(31, 35), rest);
    expect(verdict?.signal === 'none').toBe((difference?.low ?? 0) <= 0 && (difference?.high ?? 0) >= 0);
  });
});
