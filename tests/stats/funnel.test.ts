import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialQuantile, dispersionOf, funnelCurve, funnelLimits, judge } from '../../src/stats';
import { binomialCumulative, binomialMass } from '../../src/stats/binomial';
import { winsorise } from '../../src/stats/dispersion';
import { chiSquareQuantile, logGamma } from '../../src/stats/gamma';

const of = (numerator: number, denominator: number | null) => ({ numerator, denominator });
const theta = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('binomial and chi-square', () => {
  it.each([
    [20, 0.025, 13],
    [20, 0.975, 19],
    [105, 0.025, 77],
    [105, 0.975, 93],
    [105, 0.001, 72],
    [105, 0.999, 96],
  ])('quantile of n = %i at %f is %i for θ = .81', (n, probability, expected) => {
    expect(binomialQuantile(probability, n, 0.81)).toBe(expected);
  });

  it('masses add up to one and cumulate', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), theta, (n, p) => {
        const sum = Array.from({ length: n + 1 }, (_, k) => binomialMass(k, n, p)).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(1, 9);
        const k = binomialQuantile(0.5, n, p);
        expect(binomialCumulative(k, n, p)).toBeGreaterThanOrEqual(0.5 - 1e-9);
        expect(Math.abs(k - n * p)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('knows factorials and textbook chi-square points', () => {
    expect(Math.exp(logGamma(6))).toBeCloseTo(120, 9);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.8415, 4);
    expect(chiSquareQuantile(0.95, 8)).toBeCloseTo(15.5073, 4);
    expect(chiSquareQuantile(0.95, 20)).toBeCloseTo(31.4104, 4);
  });
});

describe('funnel limits', () => {
  it('are exact where the normal ones would leave 0…1', () => {
    const { inner, outer } = funnelLimits(0.81, 10);
    expect(inner.high).toBe(1);
    expect(inner.low).toBe(binomialQuantile(0.025, 10, 0.81) / 10);
    expect(outer.low).toBe(binomialQuantile(0.001, 10, 0.81) / 10);
  });

  it('are normal for large n', () => {
    const { inner, outer } = funnelLimits(0.5, 400);
    expect(inner.low).toBeCloseTo(0.5 - 1.959964 * 0.025, 6);
    expect(outer.high).toBeCloseTo(0.5 + 3.090232 * 0.025, 6);
  });

  it('hold the whole, nest, stay in 0…1 and widen with overdispersion', () => {
    fc.assert(
      fc.property(theta, fc.integer({ min: 1, max: 3000 }), fc.double({ min: 1, max: 4, noNaN: true }), (t, n, phi) => {
        const { inner, outer } = funnelLimits(t, n);
        const wide = funnelLimits(t, n, phi);
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high);
        expect(outer.low).toBeGreaterThanOrEqual(0);
        expect(outer.high).toBeLessThanOrEqual(1);
        expect(wide.inner.high).toBeGreaterThanOrEqual(Math.min(1, inner.high) - 1e-12);
      }),
    );
  });

  it('give a curve from 1 to the largest, without repeats', () => {
    const sizes = funnelCurve({ theta: 0.8, phi: 1, size: 5000 }, 500).map(({ denominator }) => denominator);
    expect(sizes[0]).toBe(1);
    expect(sizes.at(-1)).toBe(500);
    expect(new Set(sizes).size).toBe(sizes.length);
  });
});

describe('overdispersion', () => {
  it('pulls in the outermost tenth', () => {
    expect(winsorise([1, 2, 3, 4, 5, 6, 7, 8, 9, 100])).toEqual([2, 2, 3, 4, 5, 6, 7, 8, 9, 9]);
    expect(winsorise([5, 1])).toEqual([5, 1]);
  });

  it('is one for rates that vary as chance makes them, more for rates that vary more', () => {
    const calm = Array.from({ length: 12 }, (_, i) => of(80 + (i % 3), 100));
    const wild = Array.from({ length: 12 }, (_, i) => of(i % 2 ? 95 : 65, 100));
    expect(dispersionOf(calm, 0.81)).toBe(1);
    // Every z is ±15/√(.8·.2/100)/100 = ±3.75.
    expect(dispersionOf(wild, 0.8)).toBeCloseTo(3.75 ** 2, 6);
    expect(dispersionOf([], 0.5)).toBe(1);
    expect(dispersionOf(wild, 1)).toBe(1);
  });
});

describe('a set of rates, each against the others', () => {
  it('judges a set against its pooled whole, not the mean of rates', () => {
    const found = judge([of(12, 12), of(19, 20), of(162, 200), of(400, 530), of(0, 0)]);
    expect(found?.theta).toBeCloseTo(593 / 762, 12);
    expect(found?.theta).not.toBeCloseTo(0.879, 2);
    expect(found?.refused).toBe('too-few');
    expect(found?.phi).toBe(1);
    expect(found?.verdicts[4]).toBeNull();
  });

  it('refuses a funnel that is spread beyond φ = 4, and widens below', () => {
    const wild = judge(Array.from({ length: 12 }, (_, i) => of(i % 2 ? 95 : 65, 100)));
    expect(wild?.refused).toBe('too-spread');
    expect(wild?.phi).toBeGreaterThan(4);
    // What varies that much by itself makes nobody stand out: the verdicts are widened all the same.
    expect(wild?.verdicts.every((verdict) => verdict?.signal === 'none')).toBe(true);
    const some = judge(Array.from({ length: 12 }, (_, i) => of(i % 2 ? 87 : 73, 100)));
    expect(some?.refused).toBeNull();
    expect(some?.phi).toBeCloseTo((0.07 / 0.04) ** 2, 6);
    expect(some?.verdicts.every((verdict) => verdict?.signal === 'none')).toBe(true);
  });

  it('says when rates go with size', () => {
    const grows = judge(Array.from({ length: 10 }, (_, i) => of((i + 1) * (5 + i), (i + 1) * 20)));
    expect(grows?.sizeRelated).toBe(true);
    const mixed = judge([7, 2, 9, 4, 6, 1, 8, 3, 5].map((hits, i) => of(hits * (i + 1), 10 * (i + 1))));
    expect(mixed?.sizeRelated).toBe(false);
  });

  it('is null when nothing is known', () => {
    expect(judge([])).toBeNull();
    expect(judge([of(0, 0), of(2, null)])).toBeNull();
  });
});
