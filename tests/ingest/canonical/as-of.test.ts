import { describe, expect, it } from 'vitest';
import { type Around, PRECEDENCE, type Place, periodsSaid, yearSaid } from '../../../src/ingest/canonical/as-of';
import { fileLevelValues } from '../../../src/ingest/canonical/file-level';
import { localStager } from '../../../src/ingest';
import { bytesSource } from '../../../src/ingest';
import { tableById } from '../../../src/model';

const NOTHING: Around = { title: [], sheet: null, path: '台账.xlsx', notes: [] };

/** How each place may say a day, and the day it says; all different. */
const SAYS: Readonly<
  Record<Exclude<Place, 'row'>, { readonly ways: readonly Partial<Around>[]; readonly day: string }>
> = {
  'title-cut-off': {
    day: '2024-08-31',
    ways: [
      { title: ['统计截止：2024年8月31日'] },
      { title: ['（截至2024年8月底）'] },
      { title: ['数据截止日期：2024-08-31'] },
    ],
  },
  title: {
    day: '2024-09-30',
    ways: [
      { title: ['2024年第三季度台账'] },
      { title: ['2024年9月台账'] },
      { title: ['24年9月某区台账'] },
      { title: ['某区台账（2024年9月30日）'] },
    ],
  },
  sheet: { day: '2024-06-30', ways: [{ sheet: '2024年上半年' }, { sheet: '2024年二季度' }, { sheet: '202406' }] },
  'file-name': { day: '2024-03-31', ways: [{ path: '台账2024年第一季度.xlsx' }, { path: '台账_20240331.xlsx' }] },
  folder: { day: '2023-12-31', ways: [{ path: '2023年第四季度/台账.xlsx' }, { path: '2023年度/台账.xlsx' }] },
  footer: {
    day: '2023-09-30',
    ways: [{ notes: ['注：数据截至2023年9月30日'] }, { notes: ['注：统计截止2023年9月底'] }],
  },
  'filled-in': {
    day: '2024-10-12',
    ways: [
      { notes: ['填表日期：2024年10月12日'] },
      { notes: ['某区组织部 2024年10月12日'] },
      { notes: ['填表人：某某 制表日期：2024-10-12'] },
      { notes: ['填报时间：二〇二四年十月十二日'] },
      { title: ['填报单位：某区　填报日期：2024年10月12日'] },
      { title: ['上报日期：2024.10.12'] },
    ],
  },
};
type Saying = Exclude<Place, 'row'>;
const PLACES = PRECEDENCE.filter((place): place is Saying => place !== 'row');

function together(a: Partial<Around>, b: Partial<Around>): Around | null {
  if (a.path !== undefined && b.path !== undefined) {
    const [folder = '', name = ''] = [a, b].map(({ path = '' }) => path).sort((x) => (x.includes('/') ? -1 : 1));
    return { ...NOTHING, path: `${folder.split('/')[0] ?? ''}/${name}` };
  }
  return {
    title: [...(a.title ?? []), ...(b.title ?? [])],
    sheet: a.sheet ?? b.sheet ?? null,
    path: a.path ?? b.path ?? NOTHING.path,
    notes: [...(a.notes ?? []), ...(b.notes ?? [])],
  };
}

const pairs = PLACES.flatMap((stronger, at) => PLACES.slice(at + 1).map((weaker) => [stronger, weaker] as const));
const table = tableById('unit_coverage');

describe('which day a table is of', () => {
  it.each<[string, Partial<Around>, string]>([
    ['a sheet a quarter', { title: ['2024年度台账'], sheet: '一季度' }, '2024-03-31'],
    ['a sheet a month', { title: ['2024年度台账'], sheet: '9月' }, '2024-09-30'],
    ['the name of the file', { title: ['2024年度台账'], path: '三季度台账.xlsx' }, '2024-09-30'],
    ['a folder in a folder', { path: '2024年度/3季度/台账.xlsx' }, '2024-09-30'],
    ['months together', { title: ['2024年度台账'], sheet: '1-9月' }, '2024-09-30'],
    ['no part of it', { title: ['2024年度台账'], sheet: '2023年四季度' }, '2024-12-31'],
    ['a cut-off of its own', { title: ['2024年度台账（截至11月底）'], sheet: '三季度' }, '2024-11-30'],
  ])('is the part of its year that another place names: %s', (_, around, day) => {
    if (!table) throw new Error('nothing to read');
    const { values, otherDays } = fileLevelValues(table, { ...NOTHING, ...around }, [], { fields: [] });
    expect(values).toMatchObject({ snapshot_date: day });
    // The year in which it lies says nothing else.
    expect(otherDays.filter(({ place }) => place === 'title' && day < '2024-12-31')).toEqual([]);
  });

  it.each(SAYS['filled-in'].ways)('is told where only the filling in says it: %j', (way) => {
    if (!table) throw new Error('nothing to read');
    const { values, otherDays } = fileLevelValues(table, { ...NOTHING, ...way }, [], { fields: [] });
    expect([values.snapshot_date, otherDays.map(({ day }) => day)]).toEqual(['2024-10-12', ['2024-10-12']]);
  });

  it.each<[Partial<Around>, string | undefined]>([
    [{ title: ['2024年度三会一课统计表'] }, '2024'],
    [{ title: ['2024年三会一课统计表'] }, '2024'],
    [{ title: ['2024年1-6月三会一课统计表'] }, '2024H1'],
    [{ title: ['2024年1-9月三会一课统计表'] }, undefined],
    [{ title: ['2024年度三会一课统计表（前三季度）'] }, undefined],
    [{ title: ['2024年三会一课统计表'], sheet: '1-9月' }, undefined],
    [{ path: '2024年三会一课统计表（1—11月）.xlsx' }, undefined],
  ])('counts of several months are of no period, and not of the year: %j', (around, period) => {
    const life = tableById('org_life');
    if (!life) throw new Error('nothing to read');
    expect(fileLevelValues(life, { ...NOTHING, ...around }, [], { fields: [] }).values.period).toBe(period);
  });

  it('is the last quarter where the sheet of a year says so, and not the year', () => {
    const [first] = periodsSaid({ ...NOTHING, title: ['2024年度台账'], sheet: '四季度' });
    expect(first).toMatchObject({ place: 'sheet', day: '2024-12-31', period: '2024Q4' });
  });

  it.each(PLACES)('is read where only %s says it', (place) => {
    for (const way of SAYS[place].ways)
      expect([way, periodsSaid({ ...NOTHING, ...way })[0]]).toMatchObject([way, { place, day: SAYS[place].day }]);
  });

  it.each(pairs)('is said by %s before %s, and what does not decide is told', (stronger, weaker) => {
    for (const a of SAYS[stronger].ways)
      for (const b of SAYS[weaker].ways) {
        const around = together(a, b);
        if (!around || !table) throw new Error('nothing to read');
        const { values, otherDays } = fileLevelValues(table, around, [], { fields: [] });
        expect([around, values.snapshot_date]).toEqual([around, SAYS[stronger].day]);
        expect([around, otherDays.map(({ day }) => day)]).toEqual([around, [SAYS[weaker].day]]);
      }
  });

  it.each([
    [{ title: ['第三季度台账'], path: '2024年台账.xlsx' }, '2024-09-30'],
    [{ title: ['第三季度台账'], notes: ['填表日期：2024年10月12日'] }, '2024-09-30'],
    [{ title: ['四季度台账'], notes: ['填表日期：2025年1月8日'] }, '2024-12-31'],
    [{ sheet: '9月', path: '2024年台账.xlsx' }, '2024-09-30'],
    [{ title: ['2018年度台账', '填表日期：2019年1月5日'] }, '2018-12-31'],
    [{ title: ['2018年度台账', '2019年1月5日'] }, '2018-12-31'],
    [{ title: ['花名册', '统计时间：2024.9'] }, '2024-09-30'],
    [{ path: '花名册（截至2024.10）.xlsx' }, '2024-10-31'],
    [{ path: '两园区组建情况2024.9.xlsx' }, '2024-09-30'],
    [{ title: ['2023.10-2024.9情况'] }, undefined],
    [{ title: ['投资2024.5万元项目'] }, undefined],
    [{ title: ['2016年一季度至2018年四季度对比'] }, undefined],
    [{}, undefined],
  ])('of %j is %s', (around, day) => {
    expect(periodsSaid({ ...NOTHING, ...around })[0]?.day).toBe(day);
  });

  it('leaves the year of months to the place that decides, not to the day of filling in', () => {
    expect(yearSaid({ ...NOTHING, title: ['2024年台账', '填表日期：2025年1月8日'] })).toBe(2024);
    expect(yearSaid({ ...NOTHING, title: ['2023年与2024年对比'], path: '2024年.xlsx' })).toBeNull();
  });

  it('is that of its sheet for meetings without a day of their own, and never that of meetings with one', async () => {
    const stage = async (text: string): Promise<string[]> => {
      const source = bytesSource('三会一课统计（1-9月）.csv', new TextEncoder().encode(text));
      const { tables } = await localStager.stage({ source }, [], {}, {});
      return tables.map(({ staged }) => String(staged?.fileLevel.period));
    };
    const sheets = [1, 2].map(
      (n) => `2024年${n}月“三会一课”情况\n园区,支部名称,支委会,党课\n云岭高新区,甲支部,√,\n云岭高新区,乙支部,√,√\n`,
    );
    expect(await stage(sheets.join('\n'))).toEqual(['2024-01', '2024-02']);
    expect(
      await stage(
        '2024年三会一课记录\n园区,支部名称,会议类型,召开时间\n云岭高新区,甲支部,支委会,2024-03-05\n云岭高新区,乙支部,党课,\n',
      ),
    ).toEqual(['undefined']);
  });

  it('is any period for ticks and counts under kinds of meetings', async () => {
    const of = async (title: string, cells: readonly string[]): Promise<string> => {
      const lines = [title, '园区,支部名称,支委会,党课', ...cells.map((cell, n) => `云岭高新区,${n}支部,${cell}`)];
      const source = bytesSource('情况.csv', new TextEncoder().encode(`${lines.join('\n')}\n`));
      const { tables } = await localStager.stage({ source }, [], {}, {});
      return String(tables[0]?.staged?.fileLevel.period);
    };
    const [ticks, counts] = [
      ['√,', '√,√'],
      ['12,4', '5,1'],
    ];
    expect(await of('2023年6月情况', ticks ?? [])).toBe('2023-06');
    expect(await of('2023年第二季度情况', ticks ?? [])).toBe('2023Q2');
    expect(await of('2023年度情况', ticks ?? [])).toBe('2023');
    expect(await of('2023年第二季度情况', counts ?? [])).toBe('2023Q2');
    expect(await of('2023年度情况', counts ?? [])).toBe('2023');
  });

  it('is the row’s own where it has a column for it', async () => {
    const text =
      '2024年第三季度台账\n企业名称,开发区,统计日期,单位性质,组建形式\n甲公司,云岭高新区,2024-08-31,非公企业,单独支部\n乙公司,云岭高新区,2024-07-31,非公企业,联合支部\n填表日期：2024年10月12日\n';
    const data = new TextEncoder().encode(text);
    const { tables } = await localStager.stage({ source: bytesSource('台账.csv', data) }, [], {}, {});
    expect(tables[0]?.otherDays).toBeUndefined();
    expect(tables[0]?.staged?.columns).toContain('snapshot_date');
  });
});
