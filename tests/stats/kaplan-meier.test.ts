import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Observed, atRiskAt, kaplanMeier } from '../../src/stats';

/*
 * Weeks in remission of 42 children with leukaemia, 6-mercaptopurine against placebo (Freireich et al. 1963), worked by hand in
 * Kleinbaum and Klein, Survival Analysis: A Self-Learning Text, ch. 2; negative: still in remission when last seen.
 */
const TREATED = [6, 6, 6, 7, 10, 13, 16, 22, 23, -6, -9, -10, -11, -17, -19, -20, -25, -32, -32, -34, -35];
const PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

const observedOf = (times: readonly number[]): Observed[] =>
  times.map((time) => ({ time: Math.abs(time), ended: Number(time > 0), censored: Number(time < 0) }));

/** Efron's redistribution to the right: the mass of what is censored is shared among all that are watched longer. */
function redistributed(observed: readonly Observed[]): Map<number, number> {
  const single = observed
    .flatMap(({ time, ended, censored }) => [
      ...Array.from({ length: ended }, () => ({ time, ended: true })),
      ...Array.from({ length: censored }, () => ({ time, ended: false })),
    ])
    .sort((a, b) => a.time - b.time || Number(b.ended) - Number(a.ended));
  const mass = single.map(() => 1 / single.length);
  const left = new Map<number, number>();
  let gone = 0;
  single.forEach(({ time, ended }, at) => {
    const own = mass[at] ?? 0;
    if (ended) {
      gone += own;
      left.set(time, 1 - gone);
      return;
    }
    const rest = single.length - at - 1;
    for (let later = at + 1; later < single.length; later++) mass[later] = (mass[later] ?? 0) + own / rest;
  });
  return left;
}

const observations = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 40 }),
    ended: fc.integer({ min: 0, max: 3 }),
    censored: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 40 },
);

describe('kaplanMeier', () => {
  it('is the textbook curve of the treated group, with its numbers at risk and Greenwood errors', () => {
    const { steps, count, ended, median } = kaplanMeier(observedOf(TREATED));
    expect([count, ended]).toEqual([21, 9]);
    expect(steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [6, 21],
      [7, 17],
      [10, 15],
      [13, 12],
      [16, 11],
      [22, 7],
      [23, 6],
    ]);
    const published = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    steps.forEach(({ survival }, at) => expect(survival).toBeCloseTo(published[at] ?? NaN, 4));
    expect(median).toBe(23);
  });

  it('gives the interval of the median by the log-log limits: 13 weeks to beyond the data', () => {
    expect(kaplanMeier(observedOf(TREATED)).medianInterval).toEqual({ low: 13, high: null });
  });

  it('is the textbook median of the placebo group, where nothing is censored', () => {
    const curve = kaplanMeier(observedOf(PLACEBO));
    expect(curve.median).toBe(8);
    expect(curve.medianInterval).toEqual({ low: 4, high: 11 });
    expect(curve.steps.at(-1)?.survival).toBe(0);
  });

  it('has no median while fewer than half have ended, and nothing to say about nobody', () => {
    expect(kaplanMeier(observedOf([5, -9, -9, -9])).median).toBeNull();
    expect(kaplanMeier([])).toEqual({
      count: 0,
      ended: 0,
      longest: 0,
      steps: [],
      median: null,
      medianInterval: { low: null, high: null },
    });
  });

  it('takes a curve of exactly one half as the median', () => {
    expect(kaplanMeier(observedOf([3, 3, 3, 7, 7, 7])).median).toBe(3);
  });

  it('equals redistribution to the right, whatever is observed', () => {
    fc.assert(
      fc.property(observations, (observed) => {
        const left = redistributed(observed);
        const { steps } = kaplanMeier(observed);
        expect(steps.map(({ time }) => time)).toEqual([...left.keys()]);
        for (const { time, survival } of steps) expect(survival).toBeCloseTo(left.get(time) ?? NaN, 9);
      }),
    );
  });

  it('without censoring is the share that lasts longer, and its median the sample median', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 60 }), (times) => {
        const curve = kaplanMeier(times.map((time) => ({ time, ended: 1, censored: 0 })));
        for (let at = 0; at <= 60; at++)
          expect(curve.steps.findLast(({ time }) => time <= at)?.survival ?? 1).toBeCloseTo(
            times.filter((time) => time > at).length / times.length,
            9,
          );
        const sorted = [...times].sort((a, b) => a - b);
        expect(curve.median).toBe(sorted[Math.ceil(times.length / 2) - 1]);
      }),
    );
  });

  it('never rises, does not depend on how the observations are pooled, and counts who is at risk', () => {
    fc.assert(
      fc.property(observations, (observed) => {
        const curve = kaplanMeier(observed);
        curve.steps.forEach((step, at) => {
          expect(step.survival).toBeLessThan(curve.steps[at - 1]?.survival ?? 1);
          expect(step.atRisk).toBe(atRiskAt(observed, step.time));
          if (step.interval) {
            expect(step.interval.low).toBeLessThanOrEqual(step.survival + 1e-12);
            expect(step.interval.high).toBeGreaterThanOrEqual(step.survival - 1e-12);
          }
        });
        const split = observed.flatMap(({ time, ended, censored }) => [
          { time, ended, censored: 0 },
          { time, ended: 0, censored },
        ]);
        expect(kaplanMeier(split)).toEqual(curve);
      }),
    );
  });
});
