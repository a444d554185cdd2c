import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RuleVersion, type Target, shift } from '../../src/domain';
import {
  METRICS,
  RULES,
  STAR_SCHEMES,
  overlayRules,
  ruleFaults,
  ruleKind,
  ruleValue,
  rulesOn,
  schemeById,
  starSchemes,
  targetFaults,
  unitOf,
} from '../../src/model';

const metricOf = (id: string) => METRICS.find((metric) => metric.id === id);
const codes = (rows: readonly RuleVersion[]): string[] => ruleFaults(rows).map(({ code }) => code);
const row = (ruleId: string, value: string, validFrom: string | null = null, validTo: string | null = null) => ({
  ruleId,
  value,
  validFrom,
  validTo,
  docRef: '文件',
});
const unit = (id: string): RuleVersion[] => RULES.filter((rule) => unitOf(rule.ruleId) === id);
const withValue = (rows: readonly RuleVersion[], ruleId: string, value: string): RuleVersion[] =>
  rows.map((rule) => (rule.ruleId === ruleId ? { ...rule, value } : rule));

const day = fc.integer({ min: 0, max: 4000 }).map((days) => shift('2010-01-01', days));
const TIMES = 'meeting/支委会/times';

describe('the rules the product comes with', () => {
  it('have no fault, each a known kind, a document in both languages', () => {
    expect(ruleFaults(RULES)).toEqual([]);
    expect(RULES.filter(({ ruleId }) => ruleKind(ruleId) === null)).toEqual([]);
    expect(RULES.filter(({ docRef }) => docRef === '')).toEqual([]);
  });

  it('hold what the field demands', () => {
    expect(ruleValue(RULES, TIMES, '2018-06-30')).toBe('1');
    expect(ruleValue(RULES, 'meeting/党员大会/months', '2018-06-30')).toBe('3');
    expect(ruleValue(RULES, 'hours/member', '2012-01-01')).toBe('24');
    expect(ruleValue(RULES, 'hours/member', '2018-01-01')).toBeNull();
    expect(ruleValue(RULES, 'hours/member', '2023-12-31')).toBe('32');
    expect(ruleValue(RULES, 'hours/member', '2024-01-01')).toBeNull();
    expect(ruleValue(RULES, 'hours/secretary', '2020-01-01')).toBe('56');
  });

  it('give the star schemes', () => {
    expect(STAR_SCHEMES.find(({ id }) => id === 'xiqing-2016')).toMatchObject({
      cutoffs: [95, 85, 75, 65, 60],
      caps: { 5: 0.1 },
      kind: 'level',
    });
    expect(STAR_SCHEMES.find(({ id }) => id === 'shaanxi-5')?.everyYears).toBe(2);
    expect(STAR_SCHEMES.find(({ id }) => id === 'five-named')?.kind).toBe('named');
  });
});

describe('what is refused', () => {
  it('a value that is none, not whole, or out of range', () => {
    expect(codes([row(TIMES, '两次')])).toEqual(['not-a-number']);
    expect(codes([row(TIMES, '1.5')])).toEqual(['not-whole']);
    expect(codes([row(TIMES, '0')])).toEqual(['out-of-range']);
    expect(codes([row('meeting/支委会/months', '5')])).toEqual(['not-a-choice']);
    expect(codes([row('meeting/茶话会/times', '1')])).toEqual(['unknown-rule']);
    expect(ruleFaults([row(TIMES, '40')])[0]?.message.zh).toContain('40');
  });

  it('dates that are none, reversed, or crossing', () => {
    expect(codes([row(TIMES, '1', '2018-02-30')])).toEqual(['not-a-day']);
    const [reversed] = ruleFaults([row(TIMES, '1', '2018-02-01', '2018-01-01')]);
    expect(reversed).toMatchObject({ code: 'ends-before-start', field: 'validTo', value: '2018-01-01' });
    const crossing = ruleFaults([row(TIMES, '1', null, '2018-03-01'), row(TIMES, '2', '2018-03-01')]);
    expect(crossing).toMatchObject([{ code: 'versions-cross', field: 'validFrom', value: '2018-03-01' }]);
    expect(codes([row(TIMES, '1'), row(TIMES, '2', '2018-03-01')])).toEqual(['versions-cross']);
    expect(codes([row(TIMES, '1', null, '2018-02-28'), row(TIMES, '2', '2018-03-01')])).toEqual([]);
  });

  it('levels that overlap or are out of order, on the level', () => {
    const scheme = unit('star/five-level-90');
    const equal = ruleFaults(withValue(scheme, 'star/five-level-90/cutoff/4', '90'));
    expect(equal).toMatchObject([
      { code: 'levels-overlap', item: { ruleId: 'star/five-level-90/cutoff/4' }, value: '90' },
    ]);
    const [high] = ruleFaults(withValue(scheme, 'star/five-level-90/cutoff/5', '75'));
    expect(high?.others).toEqual(['star/five-level-90/cutoff/5']);
    expect(codes(withValue(unit('grade/four-level'), 'grade/four-level/cutoff/较好', '95'))).toEqual([
      'levels-overlap',
    ]);
    expect(codes(withValue(unit('overdue/bands'), 'overdue/bands/2', '20'))).toEqual(['levels-overlap']);
  });

  it('shares over one, weights that do not sum, a level outside the scheme, a label without a place', () => {
    expect(codes(withValue(unit('star/points-110'), 'star/points-110/cap/5', '0.3'))).toEqual(['shares-over-one']);
    expect(codes(withValue(unit('star/points-110'), 'star/points-110/cap/5', '1.2'))).toEqual(['out-of-range']);
    const weights = ruleFaults(withValue(unit('evaluation/standard'), 'evaluation/standard/weight/self', '0.3'));
    expect(weights).toMatchObject([{ code: 'weights-not-one' }]);
    expect(weights[0]?.others).toContain('evaluation/standard/weight/self');
    expect(weights[0]?.message.zh).toContain('110%');
    expect(codes([...unit('star/five-level-90'), row('star/five-level-90/cap/6', '0.1')])).toEqual(['level-outside']);
    expect(codes([...unit('grade/three-level'), row('grade/three-level/cutoff/优', '90')])).toEqual(['unknown-label']);
    expect(codes(withValue(unit('grade/three-level'), 'grade/three-level/rank/后进', '5'))).toEqual(['ranks-broken']);
    expect(codes([row('star/新办法/max', '5')])).toEqual(['incomplete', 'incomplete']);
  });

  it('a target for an unknown metric, a distribution, a value out of range, limits out of order', () => {
    const target = (
      metricId: string,
      value: number,
      amber: number | null = null,
      red: number | null = null,
    ): Target => ({
      metricId,
      scope: '',
      period: '',
      target: value,
      amber,
      red,
      docRef: '',
    });
    const found = (given: Target) => targetFaults([given], metricOf).map(({ code, field }) => [field, code]);
    expect(found(target('org_coverage_rate', 1, 0.9, 0.8))).toEqual([]);
    expect(found(target('no_such_rate', 1))).toEqual([['metricId', 'unknown-metric']]);
    expect(found(target('star_level_dist', 1))).toEqual([['metricId', 'no-single-value']]);
    expect(found(target('org_coverage_rate', 85))).toEqual([['target', 'out-of-range']]);
    expect(found(target('org_coverage_rate', 0.8, 0.9))).toEqual([['amber', 'limits-out-of-order']]);
    expect(found(target('org_coverage_rate', 0.8, null, 0.9))).toEqual([['red', 'limits-out-of-order']]);
    expect(found(target('star_down_rate', 0.05, 0.1, 0.2))).toEqual([]);
    expect(found(target('star_down_rate', 0.1, 0.05))).toEqual([['amber', 'limits-out-of-order']]);
    expect(found({ ...target('org_coverage_rate', 1), period: '2018年' })).toEqual([['period', 'not-a-period']]);
  });
});

describe('versions', () => {
  it('are refused exactly when two of them hold on one day', () => {
    const versions = fc.array(fc.record({ from: fc.option(day), length: fc.option(fc.nat(900)) }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(versions, (given) => {
        const rows = given.map(({ from, length }, at) =>
          row(TIMES, String(at + 1), from, length === null ? null : shift(from ?? '2010-01-01', length)),
        );
        const edges = rows.flatMap(({ validFrom, validTo }) => [validFrom ?? '0001-01-01', validTo ?? '9999-12-31']);
        const shared = edges.some((edge) => rulesOn(rows, edge).length > 1);
        expect(codes(rows).includes('versions-cross')).toBe(shared);
      }),
    );
  });

  it('leave at most one value for every day once accepted', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 5 }), day, (starts, on) => {
        const sorted = [...starts].sort();
        const rows = sorted.map((from, at) => {
          const next = sorted[at + 1];
          return row(TIMES, String(at + 1), from, next === undefined ? null : shift(next, -1));
        });
        expect(codes(rows)).toEqual([]);
        const nth = sorted.filter((from) => from <= on).length;
        expect(ruleValue(rows, TIMES, on)).toBe(nth === 0 ? null : String(nth));
      }),
    );
  });
});

const cutoffs = fc.uniqueArray(fc.integer({ min: 1, max: 110 }), { minLength: 5, maxLength: 5 });
const levelRows = (scores: readonly number[]): RuleVersion[] => [
  ...unit('star/five-level-90').filter(({ ruleId }) => !ruleId.includes('/cutoff/')),
  ...scores.map((score, at) => row(`star/five-level-90/cutoff/${5 - at}`, String(score))),
];

describe('a star scheme', () => {
  it('is accepted exactly when its cut-offs fall from the best level down', () => {
    fc.assert(
      fc.property(cutoffs, (scores) => {
        const falls = scores.every((score, at) => at === 0 || score < (scores[at - 1] ?? 0));
        expect(ruleFaults(levelRows(scores)).length === 0).toBe(falls);
        const sorted = [...scores].sort((a, b) => b - a);
        const rules = [...RULES.filter(({ ruleId }) => unitOf(ruleId) !== 'star/five-level-90'), ...levelRows(sorted)];
        expect(schemeById({ rules, asOf: '2018-12-31' }, 'five-level-90')?.cutoffs).toEqual(sorted);
      }),
    );
  });

  it('changes as a whole on the day its new version begins', () => {
    const old = unit('star/five-level-90').map((rule) => ({ ...rule, validTo: '2017-12-31' }));
    const renewed = levelRows([95, 85, 75, 65, 60]).map((rule) => ({ ...rule, validFrom: '2018-01-01' }));
    const rules = [...old, ...renewed];
    expect(ruleFaults(rules)).toEqual([]);
    expect(starSchemes(rules, '2017-12-31')[0]?.cutoffs).toEqual([90, 80, 70, 60]);
    expect(starSchemes(rules, '2018-01-01')[0]?.cutoffs).toEqual([95, 85, 75, 65, 60]);
  });
});

describe('an overlay', () => {
  const layer = fc.array(
    fc.record({
      ruleId: fc.constantFrom(TIMES, 'meeting/党课/times', 'hours/member', 'branch/min-full'),
      value: fc.constantFrom('1', '2', '3', 'x', '-1', '99999'),
      validFrom: fc.option(day),
      validTo: fc.constant(null),
      docRef: fc.constant(''),
    }),
    { maxLength: 6 },
  );

  it('puts a rule in force from the last layer that has it without a fault, whole', () => {
    fc.assert(
      fc.property(layer, layer, (loaded, edited) => {
        const { inForce, layerOf, refused } = overlayRules([RULES, loaded, edited]);
        expect(ruleFaults(inForce)).toEqual([]);
        const layers = [RULES, loaded, edited];
        for (const id of new Set(RULES.map(({ ruleId }) => unitOf(ruleId)))) {
          const own = layers.map((rows) => rows.filter(({ ruleId }) => unitOf(ruleId) === id));
          const at = own.findLastIndex((rows) => rows.length > 0 && ruleFaults(rows).length === 0);
          expect(layerOf.get(id)).toBe(at);
          expect(inForce.filter(({ ruleId }) => unitOf(ruleId) === id)).toEqual(own[at]);
        }
        const faulty = [loaded, edited].flatMap((rows) => ruleFaults(rows));
        expect(refused.map(({ fault }) => fault)).toEqual(expect.arrayContaining(faulty));
        expect(refused).toHaveLength(faulty.length);
      }),
    );
  });
});
