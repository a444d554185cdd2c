import { describe, expect, it } from 'vitest';
import { gradeText, gradesOf, standardChanges } from '../../src/brief';
import { EMPTY_CUBE, type Cell } from '../../src/cube';
import { RULES } from '../../src/model';

const cube = { ...EMPTY_CUBE, rules: RULES };

describe('grades of a scheme', () => {
  it('come from the rules, the best first, one word a rank', () => {
    const labels = (scheme: string): string[] => gradesOf(cube, scheme, '2018').map(({ label }) => label);
    expect(labels('three-level')).toEqual(['先进', '一般', '后进']);
    expect(labels('four-level')).toEqual(['好', '较好', '一般', '较差']);
    expect(labels('letters')).toEqual(['A', 'B', 'C', 'D']);
    expect(labels('本地办法')).toEqual([]);
  });

  it('follow the version in force when the period ended', () => {
    const rule = { value: '1', docRef: '', ruleId: 'grade/x/rank/甲', validFrom: null, validTo: '2017-12-31' };
    const dated = {
      ...cube,
      rules: [rule, { ...rule, ruleId: 'grade/x/rank/优', validFrom: '2018-01-01', validTo: null }],
    };
    expect(gradesOf(dated, 'x', '2017')).toEqual([{ rank: 1, label: '甲' }]);
    expect(gradesOf(dated, 'x', '2018H1')).toEqual([{ rank: 1, label: '优' }]);
  });

  it('are said in both languages', () => {
    expect(gradeText({ rank: 3, label: '后进' }, 'en')).toBe('Backward');
    expect(gradeText({ rank: 3, label: '' }, 'zh')).toBe('第 3 等');
  });
});

describe('changes of the standard', () => {
  const cell = (zone: string, period: string, category: string): Cell => ({
    metric: 'graded_rate',
    zone,
    committee: '',
    domain: '',
    period,
    category,
    numerator: 5,
    denominator: 5,
  });
  const cells = [
    ...['2016', '2017', '2018'].map((period) => cell('甲', period, 'three-level|旧')),
    cell('乙', '2016', 'three-level|旧'),
    cell('乙', '2017H1', 'three-level|旧'),
    cell('乙', '2017', 'three-level|新'),
    cell('乙', '2018', 'three-level|新'),
    cell('丙', '2016', 'three-level|旧'),
    cell('丙', '2017', 'four-level|旧'),
    cell('丙', '2018', 'four-level|旧'),
    cell('丁', '2018', 'three-level|新'),
  ];

  it('are found where a zone takes a new standard or another scheme, not where it begins', () => {
    const periods = ['2016', '2017', '2018'];
    expect(standardChanges({ ...cube, cells }, 'three-level', periods)).toEqual([
      { zone: '乙', period: '2017', since: '2017', what: 'standard' },
      { zone: '丙', period: '2017', since: '2017', what: 'scheme' },
    ]);
    expect(standardChanges({ ...cube, cells }, 'four-level', periods)).toEqual([
      { zone: '丙', period: '2017', since: '2017', what: 'scheme' },
    ]);
    expect(standardChanges({ ...cube, cells }, 'three-level', periods, ['甲'])).toEqual([]);
    const later = [...cells, cell('乙', '2018H1', 'three-level|新')];
    expect(standardChanges({ ...cube, cells: later }, 'three-level', ['2017H1', '2018H1'])).toEqual([
      { zone: '乙', period: '2018H1', since: '2017', what: 'standard' },
    ]);
  });
});
