import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Evaluated,
  type EvaluationRules,
  SOURCES,
  combinedScore,
  effectOf,
  evaluate,
  evaluationFaults,
  sensitivity,
  withCutoff,
  withWeight,
} from '../../src/stats';

const scores = (self: number | null, peer: number | null, mass: number | null, superior: number | null) => ({
  self,
  peer,
  mass,
  superior,
});
const org = (id: string, score: number | null, vetoed = false): Evaluated => ({
  id,
  scores: scores(score, score, score, score),
  vetoed,
});
const RULES: EvaluationRules = {
  weights: scores(0.2, 0.1, 0.3, 0.4) as EvaluationRules['weights'],
  levels: [
    { label: '好', cutoff: 90, cap: null },
    { label: '较好', cutoff: 80, cap: null },
    { label: '一般', cutoff: 60, cap: null },
    { label: '较差', cutoff: 0, cap: null },
  ],
  vetoLevel: 3,
};
const capped = (...caps: (number | null)[]): EvaluationRules => ({
  ...RULES,
  levels: RULES.levels.map((level, at) => ({ ...level, cap: caps[at] ?? null })),
});
const levelsOf = (list: readonly Evaluated[], rules: EvaluationRules): (number | null)[] =>
  evaluate(list, rules).map(({ level }) => level);

const points = fc.integer({ min: 40, max: 100 });
const organisation = fc.record({
  scores: fc.record({ self: points, peer: points, mass: points, superior: points }),
  vetoed: fc.boolean(),
});
const organisations: fc.Arbitrary<Evaluated[]> = fc
  .array(organisation, { minLength: 1, maxLength: 40 })
  .map((list) => list.map((one, at) => ({ id: String(at), ...one })));
const weights = fc
  .tuple(...SOURCES.map(() => fc.integer({ min: 0, max: 10 })))
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => {
    const sum = parts.reduce((all, part) => all + part, 0);
    return Object.fromEntries(
      SOURCES.map((source, at) => [source, (parts[at] ?? 0) / sum]),
    ) as EvaluationRules['weights'];
  });
const cap = fc.constantFrom(null, 0, 0.1, 0.25, 1 / 3, 0.5, 1);
const rules: fc.Arbitrary<EvaluationRules> = fc.record({
  weights,
  levels: fc
    .tuple(
      fc.integer({ min: 85, max: 95 }),
      fc.integer({ min: 70, max: 80 }),
      fc.integer({ min: 50, max: 65 }),
      cap,
      cap,
    )
    .map(([a, b, c, first, second]) => [
      { label: 'a', cutoff: a, cap: first },
      { label: 'b', cutoff: b, cap: second },
      { label: 'c', cutoff: c, cap: null },
      { label: 'd', cutoff: 0, cap: null },
    ]),
  vetoLevel: fc.constantFrom(null, 2, 3),
});

describe('combining scores', () => {
  it('weighs the sources: 90, 80, 85 and 95 make 89.5', () => {
    expect(combinedScore(scores(90, 80, 85, 95), RULES.weights)).toBeCloseTo(
      0.2 * 90 + 0.1 * 80 + 0.3 * 85 + 0.4 * 95,
      9,
    );
  });

  it('does not share out the weight of a missing source: the organisation is incomplete', () => {
    expect(combinedScore(scores(90, null, 85, 95), RULES.weights)).toBeNull();
    expect(levelsOf([{ id: 'a', scores: scores(99, null, 99, 99), vetoed: false }], RULES)).toEqual([null]);
  });

  it('does not ask a source without weight', () => {
    expect(combinedScore(scores(90, null, 80, null), { self: 0.5, peer: 0, mass: 0.5, superior: 0 })).toBeCloseTo(
      85,
      9,
    );
  });

  it('lies between the lowest and the highest score', () => {
    fc.assert(
      fc.property(organisation, weights, ({ scores: given }, weighed) => {
        const score = combinedScore(given, weighed) ?? Number.NaN;
        const asked = SOURCES.filter((source) => weighed[source] > 0).map((source) => given[source]);
        expect(score).toBeGreaterThanOrEqual(Math.min(...asked) - 1e-5);
        expect(score).toBeLessThanOrEqual(Math.max(...asked) + 1e-5);
      }),
    );
  });
});

describe('levels', () => {
  it('a score at the cut-off reaches the level, however the weights add up in binary', () => {
    expect(levelsOf([org('a', 90), org('b', 89.99), org('c', 80), org('d', 59.5), org('e', 60)], RULES)).toEqual([
      0, 1, 1, 3, 2,
    ]);
  });

  it('fills a capped level from the highest score down; those tied at the cap all go to the next level', () => {
    const list = [org('a', 97), org('b', 95), org('c', 95), org('d', 94), org('e', 70)];
    // 40 % of five is two: a fits, b and c together do not, and d below them does not get in before them.
    expect(levelsOf(list, capped(0.4))).toEqual([0, 1, 1, 1, 2]);
    expect(levelsOf(list, capped(0.6))).toEqual([0, 0, 0, 1, 2]);
    expect(levelsOf(list, capped(0.6, 0))).toEqual([0, 0, 0, 2, 2]);
  });

  it('a cap is a share of the evaluated, not of the listed', () => {
    const list = [org('a', 97), org('b', 96), org('c', null), org('d', null)];
    expect(levelsOf(list, capped(0.5))).toEqual([0, 1, null, null]);
  });

  it('a vetoed organisation gets no better than the level of the veto, and takes no place above it', () => {
    const list = [org('a', 99, true), org('b', 95), org('c', 50, true)];
    expect(levelsOf(list, { ...RULES, vetoLevel: 2 })).toEqual([2, 0, 3]);
    expect(levelsOf(list, { ...RULES, vetoLevel: null })).toEqual([0, 0, 3]);
    expect(levelsOf([org('a', 99, true), org('b', 95), org('c', 94)], capped(0.34))).toEqual([3, 0, 1]);
  });

  it('keeps every cap, and gives every evaluated organisation one level', () => {
    fc.assert(
      fc.property(organisations, rules, (list, given) => {
        const outcomes = evaluate(list, given);
        const evaluated = outcomes.filter(({ score }) => score !== null);
        expect(evaluated.every(({ level }) => level !== null)).toBe(true);
        given.levels.slice(0, -1).forEach(({ cap: most }, level) => {
          const held = evaluated.filter((one) => one.level === level).length;
          if (most !== null) expect(held).toBeLessThanOrEqual(most * evaluated.length + 1e-9);
        });
      }),
    );
  });

  it('never gives a better level than score and veto allow', () => {
    fc.assert(
      fc.property(organisations, rules, (list, given) => {
        evaluate(list, given).forEach(({ level, score }, at) => {
          if (level === null || score === null) return;
          const last = given.levels.length - 1;
          if (level < last) expect(score).toBeGreaterThanOrEqual((given.levels[level]?.cutoff ?? 0) - 1e-5);
          if (list[at]?.vetoed && given.vetoLevel !== null) expect(level).toBeGreaterThanOrEqual(given.vetoLevel);
        });
      }),
    );
  });

  it('is monotone: of two organisations alike in veto, the higher score never has the lower level, equal ones have the same', () => {
    fc.assert(
      fc.property(organisations, rules, (list, given) => {
        const outcomes = evaluate(list, given);
        for (const [a, one] of outcomes.entries())
          for (const [b, other] of outcomes.entries()) {
            if (list[a]?.vetoed !== list[b]?.vetoed || one.score === null || other.score === null) continue;
            if (one.score > other.score) expect(one.level ?? 9).toBeLessThanOrEqual(other.level ?? 9);
            if (one.score === other.score) expect(one.level).toBe(other.level);
          }
      }),
    );
  });

  it('raising one organisation never lowers it', () => {
    fc.assert(
      fc.property(
        organisations,
        rules,
        fc.nat(),
        fc.constantFrom(...SOURCES),
        fc.integer({ min: 1, max: 60 }),
        (list, given, nth, source, by) => {
          const at = nth % list.length;
          const raised = list.map((one, i) =>
            i === at ? { ...one, scores: { ...one.scores, [source]: (one.scores[source] ?? 0) + by } } : one,
          );
          expect(evaluate(raised, given)[at]?.level ?? 9).toBeLessThanOrEqual(evaluate(list, given)[at]?.level ?? 9);
        },
      ),
    );
  });

  it('does not depend on the order of the organisations', () => {
    fc.assert(
      fc.property(organisations, rules, (list, given) => {
        const byId = (found: readonly { id: string; level: number | null }[]) =>
          Object.fromEntries(found.map(({ id, level }) => [id, level]));
        expect(byId(evaluate([...list].reverse(), given))).toEqual(byId(evaluate(list, given)));
      }),
    );
  });
});

describe('sensitivity', () => {
  it('counts who would change: one at 90, one at 89.5, one at 80.2', () => {
    const list = [org('a', 90), org('b', 89.5), org('c', 80.2)];
    const lever = (at: number) => sensitivity(list, RULES).find((one) => one.kind === 'cutoff' && one.at === at);
    expect(lever(0)).toMatchObject({ less: { changed: 1, up: 1 }, more: { changed: 1, down: 1 } });
    expect(lever(1)).toMatchObject({ less: { changed: 0 }, more: { changed: 1, down: 1 } });
    expect(lever(2)).toMatchObject({ less: { changed: 0 }, more: { changed: 0 } });
  });

  it('moving a cut-off or a weight by nothing changes nothing', () => {
    fc.assert(
      fc.property(organisations, rules, (list, given) => {
        const before = evaluate(list, given);
        const still = { changed: 0, up: 0, down: 0, incomplete: 0 };
        for (const level of [0, 1, 2]) {
          const moved = withCutoff(given, level, 0);
          expect(moved && effectOf(before, evaluate(list, moved))).toEqual(still);
        }
        for (const source of SOURCES) {
          const moved = withWeight(given, source, 0);
          expect(moved && effectOf(before, evaluate(list, moved))).toEqual(still);
        }
      }),
    );
  });

  it('a moved weight leaves a sum of 1 and the others in proportion, or cannot be moved', () => {
    fc.assert(
      fc.property(weights, fc.constantFrom(...SOURCES), fc.constantFrom(-0.1, 0.1), (given, source, by) => {
        const moved = withWeight({ ...RULES, weights: given }, source, by);
        if (moved === null) {
          const room = given[source] + by;
          expect(room < 0 || room > 1 || given[source] > 1 - 1e-9).toBe(true);
          return;
        }
        expect(evaluationFaults(moved)).toEqual([]);
        expect(moved.weights[source]).toBeCloseTo(given[source] + by, 9);
        const others = SOURCES.filter((one) => one !== source && given[one] > 0);
        const ratios = others.map((one) => moved.weights[one] / given[one]);
        for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0] ?? 1, 9);
      }),
    );
  });

  it('raising a cut-off moves nobody up where no level has a cap', () => {
    fc.assert(
      fc.property(organisations, weights, fc.constantFrom(0, 1, 2), (list, given, level) => {
        const free = { ...RULES, weights: given };
        const moved = withCutoff(free, level, 1);
        if (moved === null) throw new Error('a cut-off that cannot move');
        expect(effectOf(evaluate(list, free), evaluate(list, moved)).up).toBe(0);
      }),
    );
  });

  it('counts those a source never asked before leaves without a level', () => {
    const list: Evaluated[] = [{ id: 'a', scores: scores(95, null, 95, 95), vetoed: false }];
    const asked = { ...RULES, weights: { self: 0.2, peer: 0, mass: 0.4, superior: 0.4 } };
    const moved = withWeight(asked, 'peer', 0.1);
    expect(moved && effectOf(evaluate(list, asked), evaluate(list, moved))).toEqual({
      changed: 0,
      up: 0,
      down: 0,
      incomplete: 1,
    });
  });

  it('the strongest lever comes first', () => {
    fc.assert(
      fc.property(organisations, rules, (list, given) => {
        const reach = sensitivity(list, given).map(({ less, more }) =>
          Math.max(less?.changed ?? 0, more?.changed ?? 0),
        );
        expect(reach).toEqual([...reach].sort((a, b) => b - a));
      }),
      { numRuns: 30 },
    );
  });
});

describe('rules that cannot be applied', () => {
  it.each([
    ['weights that do not sum to 1', { ...RULES, weights: { ...RULES.weights, self: 0.3 } }, 'weights', 'sum', 1.1],
    ['a negative weight', { ...RULES, weights: { ...RULES.weights, self: -0.2 } }, 'weight', 'not-a-share', -0.2],
    [
      'a weight that is no number',
      { ...RULES, weights: { ...RULES.weights, mass: Number.NaN } },
      'weight',
      'not-a-share',
      Number.NaN,
    ],
    ['a cap above 1', capped(1.2), 'cap', 'not-a-share', 1.2],
    ['a veto at a level that is not there', { ...RULES, vetoLevel: 7 }, 'veto', 'no-level', 7],
  ] as const)('%s', (_, given, field, code, value) => {
    const [fault] = evaluationFaults(given);
    expect(fault).toMatchObject({ field, code });
    if (Number.isNaN(value)) expect(fault?.value).toBeNaN();
    else expect(fault?.value).toBeCloseTo(value, 9);
  });

  it('cut-offs out of order or out of range, on the level that is wrong', () => {
    const at = (cutoff: number) => ({
      ...RULES,
      levels: RULES.levels.map((level, nth) => (nth === 1 ? { ...level, cutoff } : level)),
    });
    expect(evaluationFaults(at(90))).toEqual([{ field: 'cutoff', at: 1, code: 'order', value: 90 }]);
    expect(evaluationFaults(at(120))).toEqual([{ field: 'cutoff', at: 1, code: 'not-a-score', value: 120 }]);
    expect(evaluationFaults(at(50)).map((fault) => fault.at)).toEqual([2]);
    expect(evaluationFaults(RULES)).toEqual([]);
  });
});
