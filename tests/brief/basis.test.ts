import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { againstTarget, basisDocuments, ruleBreaks, statusOf, statusText, targetOf } from '../../src/brief';
import { type RuleVersion, type Target, periodsBetween, shift, toGrain } from '../../src/domain';
import { METRICS, metricById } from '../../src/model';

const TALKS = 'meeting/谈心谈话/times';
const version = (value: string, validFrom: string | null, validTo: string | null, docRef: string): RuleVersion => ({
  ruleId: TALKS,
  value,
  validFrom,
  validTo,
  docRef,
});
const rules = [version('1', null, '2017-12-31', '旧文件'), version('2', '2018-01-01', null, '新文件')];
const talks = metricById('talks_rate');
const quarters = periodsBetween('2016Q1', '2018Q4');

describe('the versions a figure was computed under', () => {
  it('are those in force at the end of its period, or on the as-of day where that is earlier', () => {
    const named = (period: string, asOf: string | null) =>
      basisDocuments({ rules, asOf }, talks, period, [], 'zh').named;
    expect(named('2018', '2018-12-31')).toEqual(['新文件（2018-01-01 起）']);
    expect(named('2017', '2018-12-31')).toEqual(['旧文件（至 2017-12-31）']);
    expect(named('2018', '2017-06-30')).toEqual(['旧文件（至 2017-12-31）']);
  });

  it('are only of the rules the metric reads', () => {
    for (const metric of METRICS.filter(({ rules: read }) => read?.length === 0 || read === undefined))
      expect(basisDocuments({ rules, asOf: null }, metric, '2018', [], 'zh').count).toBe(0);
    expect(basisDocuments({ rules, asOf: null }, metricById('theme_day_rate'), '2018', [], 'zh').count).toBe(0);
  });
});

describe('a trend', () => {
  it('breaks in the period in which a rule takes another value, whatever the grain', () => {
    expect(ruleBreaks({ rules, asOf: null }, talks, quarters)).toEqual(['2018Q1']);
    expect(ruleBreaks({ rules, asOf: null }, talks, ['2016', '2017', '2018'])).toEqual(['2018']);
    expect(ruleBreaks({ rules, asOf: null }, talks, ['2018Q1', '2018Q2'])).toEqual([]);
    expect(ruleBreaks({ rules, asOf: null }, metricById('theme_day_rate'), quarters)).toEqual([]);
  });

  it('does not break where only the document changed, and breaks at every other change inside it', () => {
    const day = fc.integer({ min: 1, max: 1090 }).map((days) => shift('2016-01-01', days));
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 4 }), fc.boolean(), (days, changes) => {
        const starts = [...days].sort();
        const all = [null, ...starts].map((from, at) => {
          const next = starts[at];
          return version(
            changes ? String(at + 1) : '1',
            from,
            next === undefined ? null : shift(next, -1),
            `第${at}版`,
          );
        });
        const expected = changes ? [...new Set(starts.map((start) => toGrain(start, 'quarter')))] : [];
        expect(ruleBreaks({ rules: all, asOf: null }, talks, quarters)).toEqual(expected);
      }),
    );
  });
});

describe('a target', () => {
  const target = (scope: string, period: string, value: number): Target => ({
    metricId: 'org_coverage_rate',
    scope,
    period,
    target: value,
    amber: value - 0.1,
    red: value - 0.2,
    docRef: '',
  });
  const zones = [{ id: 'JYGX', name: '济源高新区', type: '高新区', note: '' }];
  const targets = [target('', '', 0.8), target('', '2018', 0.85), target('济源高新区', '', 1)];

  it('of the zone itself comes before that of all, the narrower period before the wider', () => {
    const found = (zone: string | null, period: string) =>
      targetOf({ targets, zones }, 'org_coverage_rate', zone, period);
    expect(found('JYGX', '2018Q4')?.target).toBe(1);
    expect(found('XAGX', '2018Q4')?.target).toBe(0.85);
    expect(found(null, '2017Q4')?.target).toBe(0.8);
    expect(targetOf({ targets, zones }, 'star_rated_rate', null, '2018')).toBeNull();
  });

  it('is met, missed, below amber, below red, on the wanted side; on the line counts as met', () => {
    const one = target('', '', 0.9);
    expect([0.95, 0.9, 0.85, 0.75, 0.69].map((rate) => statusOf(rate, one, 'up'))).toEqual([
      'met',
      'met',
      'short',
      'amber',
      'red',
    ]);
    const less = { ...one, target: 0.1, amber: 0.2, red: 0.3 };
    expect([0.05, 0.1, 0.15, 0.25, 0.35].map((rate) => statusOf(rate, less, 'down'))).toEqual([
      'met',
      'met',
      'short',
      'amber',
      'red',
    ]);
    expect(statusText('red', 'up', 'zh')).toBe('低于红线');
    expect(statusText('red', 'down', 'zh')).toBe('高于红线');
  });

  it('is told with its value and a word, and not where nothing is known', () => {
    const metric = metricById('org_coverage_rate');
    const told = (numerator: number, denominator: number) =>
      againstTarget({ targets, zones }, metric, 'JYGX', '2018', { numerator, denominator }, 'zh');
    expect(told(138, 140)).toBe('目标 100%，未达目标');
    expect(told(140, 140)).toBe('目标 100%，达到目标');
    expect(told(100, 140)).toBe('目标 100%，低于红线');
    expect(told(0, 0)).toBeNull();
  });

  it('says how far it is missed where the figure shown is that of the target', () => {
    const metric = metricById('org_coverage_rate');
    const told = (numerator: number, denominator: number, locale: 'zh' | 'en' = 'zh') => {
      const cube = { targets: [{ ...target('', '', 0.3), amber: null, red: null }], zones: [] };
      return againstTarget(cube, metric, null, '2018', { numerator, denominator }, locale);
    };
    expect(told(2999, 10_000)).toBe('目标 30%，未达目标，差 0.01 个百分点');
    expect(told(29_999, 100_000)).toBe('目标 30%，未达目标，差 0.001 个百分点');
    expect(told(2996, 10_000, 'en')).toBe('target 30%, short of the target, by 0.04 points');
    expect(told(2994, 10_000)).toBe('目标 30%，未达目标');
    expect(told(3000, 10_000)).toBe('目标 30%，达到目标');
    expect(told(3001, 10_000)).toBe('目标 30%，达到目标');
  });
});
