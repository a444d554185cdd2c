import { describe, expect, it } from 'vitest';
import { cyclesUnder, evaluationOf, standardText, standardsOf, zonesIn } from '../../src/brief';
import { type Cell, type Cube, EMPTY_CUBE } from '../../src/cube';
import { RULES } from '../../src/model';

const cell = (metric: string, zone: string, period: string, category: string, numerator = 1): Cell => ({
  metric,
  zone,
  committee: '',
  domain: '',
  period,
  category,
  numerator,
  denominator: null,
});
const cube: Cube = {
  ...EMPTY_CUBE,
  rules: RULES,
  asOf: '2018-12-31',
  cells: [
    cell('appraisal_count', '甲', '2018', 'points|2016版', 40),
    cell('appraisal_count', '乙', '2018', 'points|2016版', 10),
    cell('appraisal_count', '丙', '2018', 'points|2018版', 90),
    cell('appraisal_score', '甲', '2018H1', 'points|2016版|80'),
    cell('appraisal_score', '甲', '2018', 'points|2016版|85'),
    cell('appraisal_score', '乙', '2018H1', 'points|2016版|70'),
  ],
};

describe('standards', () => {
  it('those most zones share come first, then the largest', () => {
    expect(standardsOf(cube, '2018', {}).map(({ id, count, zones }) => [id, count, zones])).toEqual([
      ['points|2016版', 50, 2],
      ['points|2018版', 90, 1],
    ]);
    expect(standardsOf(cube, '2018', { zones: ['丙'] }).map(({ id }) => id)).toEqual(['points|2018版']);
  });

  it('are named by their rule and version; a scheme no rule knows by its own name', () => {
    expect(standardText(cube, { scheme: 'points', version: '2016版' }, 'zh')).toBe('百分制等次办法 · 2016版');
    expect(standardText(cube, { scheme: '某办法', version: '' }, 'zh')).toBe('某办法');
  });
});

describe('cycles', () => {
  it('come in the order they end, the half-year before its year', () => {
    expect(cyclesUnder(cube, 'appraisal_score', 'points|2016版')).toEqual(['2018H1', '2018']);
  });

  it('are answered by the zones that held them, never by an earlier cycle of the year', () => {
    expect(zonesIn(cube, 'appraisal_score', '2018', 'points|2016版')).toEqual(['甲']);
    expect(zonesIn(cube, 'appraisal_score', '2018H1', 'points|2016版').sort()).toEqual(['乙', '甲']);
  });
});

describe('the rules an evaluation starts from', () => {
  it('standard weights with the levels and cut-offs of the scheme; a veto leaves the lowest', () => {
    const found = evaluationOf(cube, 'points', '2018');
    expect(found?.rules.weights).toEqual({ self: 0.2, peer: 0.1, mass: 0.3, superior: 0.4 });
    expect(found?.rules.levels.map(({ label, cutoff, cap }) => [label, cutoff, cap])).toEqual([
      ['优秀', 90, null],
      ['良好', 80, null],
      ['合格', 60, null],
      ['不合格', 0, null],
    ]);
    expect(found?.rules.vetoLevel).toBe(3);
  });

  it('a scheme without cut-offs is evaluated by the levels of the standard evaluation', () => {
    expect(evaluationOf(cube, 'letters', '2018')?.rules.levels.map(({ label }) => label)).toEqual([
      '好',
      '较好',
      '一般',
      '较差',
    ]);
  });

  it('an own evaluation in force takes the place of the standard one, from its first day on', () => {
    const own = { validFrom: '2018-07-01', validTo: null, docRef: '某区办法' };
    const changed: Cube = {
      ...cube,
      rules: [
        ...RULES,
        { ...own, ruleId: 'evaluation/points/weight/self', value: '0.5' },
        { ...own, ruleId: 'evaluation/points/weight/superior', value: '0.5' },
        { ...own, ruleId: 'evaluation/points/cap/优秀', value: '0.3' },
      ],
    };
    expect(evaluationOf(changed, 'points', '2018H1')?.rules.weights.self).toBe(0.2);
    const found = evaluationOf(changed, 'points', '2018');
    expect(found?.rules.weights).toEqual({ self: 0.5, peer: 0, mass: 0, superior: 0.5 });
    expect(found?.rules.levels[0]?.cap).toBe(0.3);
    expect(found?.documents).toContain('某区办法');
  });

  it('without any rule there is nothing to start from', () => {
    expect(evaluationOf({ ...cube, rules: [] }, 'points', '2018')).toBeNull();
  });
});
