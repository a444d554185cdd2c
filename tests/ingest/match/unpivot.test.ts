import { describe, expect, it } from 'vitest';
import { longRows } from '../../../src/ingest/canonical/long-rows';
import { matchHeader, unpivotPlan } from '../../../src/ingest/match';

const months = Array.from({ length: 12 }, (_, at) => `${String(at + 1)}月`);
const bare = { rows: [], title: [], context: {} };

describe('wide tables', () => {
  it('turns coverage by quarter into one row a unit a quarter, on the quarter’s last day', () => {
    const header = ['企业名称', '单位性质', '2016年一季度', '2016年二季度', '2016Q3', '2016年第四季度'];
    const match = matchHeader(header, { rows: [['甲', '非公企业', '未建-应建', '单独支部', '单独建', '联合支部']] });
    expect(match.table).toBe('unit_coverage');
    expect(match.unpivot).toMatchObject({
      idColumns: [0, 1],
      periodColumn: 'snapshot_date',
      valueColumn: 'coverage_mode',
    });
    expect(match.unpivot?.periodColumns.map(({ index, written }) => [index, written])).toEqual([
      [2, '2016-03-31'],
      [3, '2016-06-30'],
      [4, '2016-09-30'],
      [5, '2016-12-31'],
    ]);
  });

  it('reads what is measured from the header', () => {
    const match = matchHeader(['支部名称', '2017年星级', '2018年星级']);
    expect(match.table).toBe('star_rating');
    expect(match.unpivot).toMatchObject({ periodColumn: 'cycle', valueColumn: 'star_level' });
    const tiers = matchHeader(['党组织名称', '党组织类别', '党员数 2017年末', '党员数 2018年末']);
    expect(tiers.unpivot).toMatchObject({
      idColumns: [0, 1],
      periodColumn: 'snapshot_date',
      valueColumn: 'member_total',
    });
  });

  it('reads the year from the tier above', () => {
    const plan = unpivotPlan(['单位', '2017年 一季度', '2017年 二季度', '2018年 一季度'], null, bare);
    expect(plan).toMatchObject({
      periodColumns: [{ written: '2017Q1' }, { written: '2017Q2' }, { written: '2018Q1' }],
    });
  });

  it('keeps the kind of meeting a header names', () => {
    const header = ['支部名称', ...months.map((month) => `支委会次数 ${month}`), '按时开展月份数', '完成率'];
    const row = ['甲', ...months.map(() => '1'), '12', '100%'];
    const match = matchHeader(header, { rows: [row], title: ['2018年组织生活开展情况统计表'] });
    expect(match.table).toBe('org_life');
    expect(match.unpivot).toMatchObject({ idColumns: [0], periodColumn: 'period', valueColumn: 'held_count' });
    expect(match.unpivot?.periodColumns[2]).toMatchObject({
      written: '2018-03',
      constants: { activity_type: '支委会' },
    });
  });

  it('counts a tick once', () => {
    const header = ['党支部', '会议类型', ...months];
    const row = ['甲', '支委会', ...months.map((_, at) => (at % 2 === 0 ? '√' : '×'))];
    const match = matchHeader(header, { rows: [row], title: ['2018年“三会一课”开展情况'] });
    expect(match).toMatchObject({ table: 'org_life', unpivot: { valueColumn: 'held_count', ticked: true } });
    expect(longRows(match, row).map((cells) => cells.get('held_count'))).toEqual(
      months.map((_, at) => (at % 2 === 0 ? '1' : '0')),
    );
    const counted = matchHeader(header, { rows: [['甲', '支委会', ...months.map(() => '1')]], title: ['2018年'] });
    expect(counted.unpivot?.ticked).toBeUndefined();
  });

  it('reads words that say no more than a tick, under periods, under kinds and in a column of its own', () => {
    const read = (header: string[], ...rows: string[][]) => matchHeader(header, { rows, title: ['2024年三会一课'] });
    for (const [yes, no] of [
      ['是', '否'],
      ['已开展', '未开展'],
      ['已召开', '未开'],
      ['√', '×'],
    ] as const) {
      const under = [
        read(['支部名称', '会议类型', '一季度', '二季度'], ['甲支部', '支委会', yes, no], ['乙支部', '党课', yes, yes]),
        read(['支部名称', '党员大会', '支委会'], ['甲支部', yes, no], ['乙支部', no, yes]),
        read(['支部名称', '会议类型', '是否召开'], ['甲支部', '支委会', yes], ['乙支部', '党课', no]),
      ];
      for (const { table, unpivot } of under)
        expect([yes, table, unpivot?.valueColumn, unpivot?.ticked]).toEqual([yes, 'org_life', 'held_count', true]);
    }
    const counts = read(['支部名称', '会议类型', '开展情况'], ['甲支部', '支委会', '3次'], ['乙支部', '党课', '是']);
    expect(counts.unpivot).toBeNull();
  });

  it('lets the title say what is counted', () => {
    const row = ['甲', ...months.map(() => '1'), '12'];
    const match = matchHeader(['党支部', ...months, '合计'], { rows: [row], title: ['2018年主题党日开展情况统计表'] });
    expect(match.table).toBe('org_life');
    expect(match.unpivot).toMatchObject({ idColumns: [0], valueColumn: 'held_count' });
  });

  it('asks for the year instead of guessing it', () => {
    const match = matchHeader(['党支部', ...months], { rows: [['甲', ...months.map(() => '1')]] });
    expect(match).toMatchObject({ unpivot: null, yearUnknown: true });
    expect(matchHeader(['党支部', ...months], { context: { year: 2018 } })).toMatchObject({ yearUnknown: false });
  });

  it('needs six months without a year, two periods with one', () => {
    expect(unpivotPlan(['单位', ...months.slice(0, 5)], null, { ...bare, context: { year: 2018 } })).toBeNull();
    expect(unpivotPlan(['单位', ...months.slice(0, 6)], null, { ...bare, context: { year: 2018 } })).not.toBeNull();
    expect(unpivotPlan(['单位', '2017年', '2018年'], null, bare)).not.toBeNull();
    expect(unpivotPlan(['单位', '2018年得分', '备注'], null, bare)).toBeNull();
    expect(
      unpivotPlan(['单位', '1', '2', '3', '4', '5', '6', '7'], null, { ...bare, context: { year: 2018 } }),
    ).toBeNull();
  });

  it('leaves subtotals of a coarser grain and totals out', () => {
    const header = ['单位', '1月', '2月', '3月', '一季度', '4月', '5月', '6月', '二季度', '合计', '备注'];
    const plan = unpivotPlan(header, null, { ...bare, context: { year: 2018 } });
    expect(plan).toMatchObject({ idColumns: [0, 10] });
    expect(plan).toHaveProperty('periodColumns.length', 6);
  });

  it('does not take cells for a value they cannot be', () => {
    const header = ['企业名称', '单位性质', '2016年一季度', '2016年二季度'];
    expect(matchHeader(header, { rows: [['甲', '非公企业', '12.5', '13.5']] }).unpivot?.valueColumn ?? null).toBeNull();
  });
});
