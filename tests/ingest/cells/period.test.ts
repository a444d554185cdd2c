import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPeriod } from '../../../src/domain';
import { parsePeriod, titleFacts } from '../../../src/ingest/cells';

const READ: [string, string][] = [
  ['2023年第二季度', '2023Q2'],
  ['2023年二季度', '2023Q2'],
  ['2023二季度', '2023Q2'],
  ['2023年2季度', '2023Q2'],
  ['2023Q2', '2023Q2'],
  ['2016q1', '2016Q1'],
  ['2023-Q2', '2023Q2'],
  ['2023年Q2', '2023Q2'],
  ['Q2 2023', '2023Q2'],
  ['2023年一季度末', '2023Q1'],
  ['二〇二三年第四季度', '2023Q4'],
  ['2023年上半年', '2023H1'],
  ['2023上半年', '2023H1'],
  ['2023H1', '2023H1'],
  ['2023年下半年', '2023H2'],
  ['2023年年中考核', '2023H1'],
  ['2023年期中考核', '2023H1'],
  ['2018年度', '2018'],
  ['2018年', '2018'],
  ['2018', '2018'],
  ['2018全年', '2018'],
  ['2023年5月', '2023-05'],
  ['2023年5月份', '2023-05'],
  ['2023-05', '2023-05'],
  ['2023.5', '2023-05'],
  ['202305', '2023-05'],
  ['2023年1-3月', '2023Q1'],
  ['2023年1—6月', '2023H1'],
  ['2023年1-12月', '2023'],
  ['2018-12-31', '2018-12-31'],
  ['2018年12月31日', '2018-12-31'],
];

describe('parsePeriod', () => {
  it.each(READ)('%s is %s', (raw, period) => {
    expect(parsePeriod(raw)).toEqual({ state: 'value', value: period, reason: null });
    expect(isPeriod(period)).toBe(true);
  });

  it.each([
    ['二季度', '2018Q2'],
    ['第二季度', '2018Q2'],
    ['Q2', '2018Q2'],
    ['2季度', '2018Q2'],
    ['上半年', '2018H1'],
    ['H2', '2018H2'],
    ['5月', '2018-05'],
    ['5月份', '2018-05'],
    ['十二月', '2018-12'],
    ['年中', '2018H1'],
    ['年终考核', '2018'],
    ['全年', '2018'],
  ])('%s takes its year from the title', (raw, period) => {
    expect(parsePeriod(raw, { year: 2018 }).value).toBe(period);
    expect(parsePeriod(raw)).toMatchObject({ state: 'refused', reason: 'year-unknown' });
  });

  it.each([
    ['2023年1-9月', 'cumulative-period'],
    ['2023年13月', 'no-such-day'],
    ['18年二季度', 'two-digit-year'],
    ['第五季度', 'not-a-period'],
    ['2018-2019年度', 'not-a-period'],
    ['第十六届', 'not-a-period'],
    ['', 'not-a-period'],
  ])('refuses %s: %s', (raw, reason) => {
    expect(parsePeriod(raw)).toMatchObject({ state: 'refused', value: null, reason });
  });

  it('reads its own canonical texts unchanged', () => {
    const canonical = fc
      .tuple(
        fc.integer({ min: 1921, max: 2049 }),
        fc.constantFrom('', 'Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', '-01', '-12', '-06-30'),
      )
      .map(([year, rest]) => `${String(year)}${rest}`);
    fc.assert(
      fc.property(canonical, (text) => {
        expect(parsePeriod(text).value).toBe(text);
      }),
    );
  });
});

describe('titleFacts', () => {
  it.each([
    [
      ['济源高新区非公企业党组织覆盖情况统计表', '统计日期：2018年12月31日'],
      { year: 2018, asOf: '2018-12-31', period: null },
    ],
    [['某园区2018年第四季度党建情况表'], { year: 2018, asOf: '2018-12-31', period: '2018Q4' }],
    [['2018年度星级评定结果'], { year: 2018, asOf: '2018-12-31', period: '2018' }],
    [['（截至2017年9月底）'], { year: 2017, asOf: '2017-09-30', period: null }],
    [['party_org_20181231.csv'], { year: 2018, asOf: '2018-12-31', period: null }],
    [['2016年一季度至2018年四季度对比'], { year: null }],
    [['党组织名册'], { year: null, asOf: null, period: null }],
    // A title of a year that says which part of it.
    [['2024年度两新台账（三季度）'], { asOf: '2024-09-30', period: '2024Q3' }],
    [['2024年度考核（第三季度）'], { asOf: '2024-09-30', period: '2024Q3' }],
    [['三季度 2024年度'], { asOf: '2024-09-30', period: '2024Q3' }],
    [['上半年', '2024年度'], { asOf: '2024-06-30', period: '2024H1' }],
    [['2024年度台账（9月）'], { asOf: '2024-09-30', period: '2024-09' }],
    [['2024年度台账（截至9月底）'], { asOf: '2024-09-30', cutOff: '2024-09-30' }],
    [['统计截至9月15日', '2024年度'], { asOf: '2024-09-15', cutOff: '2024-09-15' }],
    // Months together: a period where they are one, else only the day to which they run.
    [['2024年1月至9月台账'], { asOf: '2024-09-30', period: null, span: null }],
    [['2024年1—9月台账'], { asOf: '2024-09-30', period: null }],
    [['24年1-9月'], { asOf: '2024-09-30', period: null }],
    [['2024年度台账（1-9月）'], { asOf: '2024-09-30', period: null }],
    [['2024年前三季度'], { asOf: '2024-09-30', period: null }],
    [['2024年一至三季度'], { asOf: '2024-09-30', period: null }],
    [['2024年1-6月'], { asOf: '2024-06-30', period: '2024H1' }],
    [['2024年10月—12月'], { asOf: '2024-12-31', period: '2024Q4' }],
    [['2024年1-12月'], { asOf: '2024-12-31', period: '2024' }],
    [['1-9月台账'], { asOf: null, period: null, span: '1-9月' }],
    // What only looks like one.
    [['2023年度党建考核结果（3月公布）'], { asOf: '2023-12-31', period: '2023' }],
    [['2024年度工作要点（4月2日）'], { period: '2024' }],
    [['党员5-10人的支部（2024年度）'], { asOf: '2024-12-31', period: '2024' }],
    [['2024年度非公企业3-50人覆盖台账'], { asOf: '2024-12-31', period: '2024' }],
  ])('reads %j', (lines, facts) => {
    expect(titleFacts(lines)).toMatchObject(facts);
  });
});
