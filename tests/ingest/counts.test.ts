import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cube, buildCube, countedIn, rateOf, rollUp } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { zoneBook } from '../../src/model';
import { factsOf } from '../../src/brief';
import { FIGURE_WORDS } from '../../src/state/messages/figure-words';
import { Chinese } from '../../src/state/wording';
import { rateTable } from '../../src/ui/figures/rates';
import { zoneScoresOf } from '../../src/pages/appraisal/zone-scores';
import { Collection, type FileInput, type FileReport, bytesSource, localStager } from '../../src/ingest';

const OFFICE = join(import.meta.dirname, '../office');

interface Quarter {
  readonly q: string;
  readonly n: number;
  readonly due: number;
  readonly dueBuilt: number;
  readonly guide: number;
}

const file = JSON.parse(readFileSync(join(OFFICE, 'truth.json'), 'utf8')) as Record<string, unknown>;
const truth = file as Record<string, Quarter[]>;
const appraised = file.app as [string, number][];

function input(path: string, data: Uint8Array): FileInput {
  return { path, data, source: bytesSource(path, data) };
}
const office = (name: string): FileInput => input(name, readFileSync(join(OFFICE, name)));
const text = (name: string, lines: string): FileInput =>
  input(name, new TextEncoder().encode(lines.trim().replaceAll('\n', '\r\n')));

describe('coverage reported in counts', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 120_000);
  afterAll(() => engine.close());

  async function load(...files: FileInput[]): Promise<{ cube: Cube; files: readonly FileReport[] }> {
    const collection = await Collection.open(engine, localStager);
    for (const file of files) await collection.add(file);
    await collection.settle();
    const cube = await buildCube(engine, []);
    await collection.tellCounted();
    return { cube, files: collection.files };
  }

  /** x/n of each zone in a period; null where it is unknown. */
  const rates = (cube: Cube, metric: string, period: string): Record<string, string | null> =>
    Object.fromEntries(
      rollUp(cube, { metric, by: ['zone'], periods: [period] }).map((group) => [
        group.zone ?? '',
        rateOf(group) === null ? null : `${group.numerator}/${group.denominator}`,
      ]),
    );
  const codes = (files: readonly FileReport[], at = 0): Record<string, number> => ({ ...files[at]?.issueCounts });

  it('an office’s own summary tables give the truth in every quarter they report', async () => {
    const names = ['2023Q3', '2024Q3', '2024Q4'].map((quarter) => `望海产业园覆盖汇总表${quarter}.xlsx`);
    const { cube, files } = await load(...names.map(office));
    for (const file of files) {
      expect(file.tables.map(({ table, loaded }) => [table, loaded])).toEqual([['coverage_count', 3]]);
      expect(file.tables[0]?.view.controls?.every(({ agrees }) => agrees)).toBe(true);
      // The rates of the cells settle what 已建数 is a part of: nothing is assumed, nothing doubted.
      expect(Object.keys(file.issueCounts)).toEqual(['title-row', 'total-row', 'note-row']);
    }
    for (const period of ['2023Q3', '2024Q3', '2024Q4']) {
      const quarter = `${period.slice(0, 4)}年第${['一', '二', '三', '四'][Number(period.at(-1)) - 1]}季度`;
      const told = truth['望海产业园']?.find(({ q }) => q === quarter);
      if (!told) throw new Error(quarter);
      expect(rates(cube, 'should_build_built_rate', period)).toEqual({ 望海产业园: `${told.dueBuilt}/${told.due}` });
      expect(rates(cube, 'instructor_rate', period)).toEqual({ 望海产业园: `${told.guide}/${told.n}` });
      // Not stated of all units: the zone is there and unknown.
      for (const metric of ['org_coverage_rate', 'standalone_build_rate', 'work_coverage_rate'])
        expect(rates(cube, metric, period)).toEqual({ 望海产业园: null });
      expect(countedIn(cube, { metric: 'should_build_built_rate' }, [period], ['zone'])).toEqual([
        { key: ['望海产业园'], part: 'all', said: 'all' },
      ]);
      const streets = rollUp(cube, { metric: 'should_build_built_rate', by: ['committee'], periods: [period] });
      expect(streets.map(({ committee }) => committee).sort()).toEqual(['望海街道', '沙洲镇', '蓝湾街道']);
    }
    expect(cube.asOf).toBe('2024-12-31');
    // What its counts do not say is unknown in the figure, too: neither 0/0 nor a rate.
    const ask = { period: '2024Q3', zones: ['望海产业园'], comparison: 'none', by: 'zone' } as const;
    const chinese = new Chinese();
    chinese.add(FIGURE_WORDS);
    const rowOf = (metric: string): unknown[] =>
      rateTable(factsOf(cube, { ...ask, metric }), () => '望海', chinese, '园区').rows[0]?.slice(0, 4) ?? [];
    expect(rowOf('org_coverage_rate')).toEqual(['望海（汇总数）', null, null, null]);
    expect(rowOf('should_build_built_rate').slice(2)).toEqual([86, 113]);
  });

  it('measures as rows and quarters as columns: each quarter is one row of the zone', async () => {
    const { cube, files } = await load(
      text(
        '滨江高新区历期汇总.csv',
        `滨江高新区党组织覆盖情况
指标,2023年第三季度,2024年第三季度,2024年第四季度
企业总数,70,72,75
应建党组织数,30,31,32
已建党组织数,20,25,27
党员数,310,322,330`,
      ),
    );
    expect(codes(files)).toMatchObject({ 'table-turned': 1 });
    for (const [period, rate] of [
      ['2023Q3', '20/30'],
      ['2024Q3', '25/31'],
      ['2024Q4', '27/32'],
    ] as const)
      expect(rates(cube, 'should_build_built_rate', period)).toEqual({ 滨江高新区: rate });
  });

  const TWINS: readonly (readonly [string, string, string, Record<string, Record<string, string | null>>])[] = [
    [
      'other words, other order, counts of non-public enterprises',
      '滨江高新区.csv',
      `滨江高新区非公企业党建情况（2024年第三季度）
镇街,指导员人数,单建,联建,组建率,已建党组织数,应建党组织数,非公企业数
一镇,10,5,3,80%,8,10,30
二街道,12,9,3,60%,12,20,40
合计,22,14,6,66.7%,20,30,70`,
      {
        should_build_built_rate: { 滨江高新区: '20/30' },
        instructor_rate: { 滨江高新区: '22/70' },
        org_coverage_rate: { 滨江高新区: null },
      },
    ],
    [
      'the rate says that 已建 is of all enterprises',
      '滨江高新区.csv',
      `滨江高新区党建覆盖情况（2024年9月）
街道,企业数,应建数,已建数,单独组建,联合组建,覆盖率
甲街道,50,20,30,10,20,60.0
乙街道,40,10,12,6,6,30.0`,
      {
        org_coverage_rate: { 滨江高新区: '42/90' },
        standalone_build_rate: { 滨江高新区: '16/90' },
        should_build_built_rate: { 滨江高新区: null },
      },
    ],
    [
      'no 应建数: 已建 is of all, as fractions',
      '滨江高新区2024年9月.csv',
      `街道,企业总数,已建党组织企业数,未建党组织企业数,党组织覆盖率
甲街道,50,30,20,0.6
乙街道,40,12,28,0.3`,
      { org_coverage_rate: { 滨江高新区: '42/90' } },
    ],
    [
      'one zone a row, quarters in a column, in one file',
      '各园区党建覆盖汇总.csv',
      `季度,园区名称,应建企业数,应建已建数,企业总数,已建企业数
2024年第二季度,滨江高新区,10,5,30,9
2024年第二季度,江北经开区,20,8,50,12
2024年第三季度,滨江高新区,10,6,30,12
2024年第三季度,江北经开区,20,9,50,15`,
      {
        should_build_built_rate: { 滨江高新区: '6/10', 江北经开区: '9/20' },
        org_coverage_rate: { 滨江高新区: '12/30', 江北经开区: '15/50' },
      },
    ],
    [
      'two header tiers, other names of the parts',
      '滨江高新区2024Q3.csv',
      `滨江高新区两新组织党组织组建情况统计表,,,,,,
街道,企业总数,应建党组织企业数,已建党组织企业数,,,党员人数
,,,小计,单独建立,联合建立,
甲街道,50,20,15,10,5,200
乙街道,40,10,7,6,1,100`,
      { should_build_built_rate: { 滨江高新区: '22/30' }, org_coverage_rate: { 滨江高新区: null } },
    ],
    [
      'what is left to do instead of what is done',
      '滨江高新区2024年三季度党建.csv',
      `街道,应建,应建未建,企业总数
甲街道,20,5,50
乙街道,10,3,40`,
      { should_build_built_rate: { 滨江高新区: '22/30' }, org_coverage_rate: { 滨江高新区: null } },
    ],
    [
      'all that are required: both rates are stated',
      '滨江高新区2024年三季度党建.csv',
      `街道,企业总数,应建数,已建数,工作覆盖数
甲街道,20,20,15,18
乙街道,10,10,7,10`,
      {
        should_build_built_rate: { 滨江高新区: '22/30' },
        org_coverage_rate: { 滨江高新区: '22/30' },
        work_coverage_rate: { 滨江高新区: '28/30' },
      },
    ],
    [
      'a blank part is unknown, a zero is zero',
      '滨江高新区2024年三季度党建.csv',
      `街道,企业总数,已建数,单独组建,联合组建
甲街道,20,15,15,0
乙街道,10,7,,`,
      { org_coverage_rate: { 滨江高新区: '22/30' }, standalone_build_rate: { 滨江高新区: '15/20' } },
    ],
    [
      'commas, units in brackets, committees as rows',
      '滨江高新区2024年三季度.csv',
      `滨江高新区党建工作情况汇总,,,
党委名称,企业总数（家）,已建党组织数（个）,选派党建指导员数（名）
科技园党委,"1,200",300,500
软件园党委,800,100,300`,
      { org_coverage_rate: { 滨江高新区: '400/2000' }, instructor_rate: { 滨江高新区: '800/2000' } },
    ],
    [
      'only the whole zone, one line',
      '滨江高新区2024年三季度党建.csv',
      `开发区,两新组织总数,应建,已建,应建已建率
滨江高新区,70,30,20,66.7%`,
      { should_build_built_rate: { 滨江高新区: '20/30' }, org_coverage_rate: { 滨江高新区: null } },
    ],
  ];

  it.each(TWINS)('%s', async (_, name, lines, expected) => {
    const { cube, files } = await load(text(name, lines));
    expect(files.map(({ tables }) => tables[0]?.table)).toEqual(['coverage_count']);
    for (const [metric, zones] of Object.entries(expected))
      expect([metric, rates(cube, metric, '2024Q3')]).toEqual([metric, zones]);
    const errors = files.flatMap(({ issues }) => issues.filter(({ severity }) => severity === 'error'));
    expect(errors).toEqual([]);
  });

  it.each([
    ['人口.csv', '街道,户数,人口,企业总数,面积\n甲街道,100,300,20,3.5\n乙街道,200,500,30,4.5'],
    ['充电桩2024Q3.csv', '街道,应建数,已建数,覆盖率\n甲街道,10,5,50%\n乙街道,20,10,50%'],
    ['滨江高新区工会组建情况2024Q3.csv', '街道,企业总数,应建数,已建数,组建率\n甲街道,50,10,5,50%\n乙街道,60,20,10,50%'],
    [
      '滨江高新区经济指标2024Q3.csv',
      '街道,企业总数,从业人员,营业收入,税收\n甲街道,100,300,20,3.5\n乙街道,200,500,30,4.5',
    ],
  ])('%s is no coverage of ours', async (name, lines) => {
    const collection = await Collection.open(engine, localStager);
    await expect(collection.add(text(name, lines))).rejects.toMatchObject({ code: 'no-known-table' });
  });

  it('rates without counts are refused with the reason, never added up', async () => {
    const { cube, files } = await load(
      text('滨江高新区2024年三季度党建.csv', '街道,企业总数,党组织覆盖率\n甲街道,50,60%\n乙街道,40,30%'),
    );
    expect(codes(files)).toMatchObject({ 'rate-without-counts': 2 });
    expect(rates(cube, 'org_coverage_rate', '2024Q3')).toEqual({ 滨江高新区: null });
  });

  it('what does not agree is told with row and column', async () => {
    const { files } = await load(
      text(
        '滨江高新区2024年三季度党建.csv',
        `街道,企业总数,应建数,已建数,单独组建,联合组建,覆盖率
甲街道,50,20,15,10,5,75%
乙街道,40,10,7,6,2,60%
丙街道,40,10,12,6,6,120%
丁街道,40,12,6,3,3,50%
合计,170,52,41,25,16,78.8%`,
      ),
    );
    const told = files[0]?.issues
      .filter(({ severity }) => severity !== 'note')
      .map(({ code, row, column, value, detail }) =>
        [code, row, column, value, detail].filter((part) => part != null).join(' '),
      );
    expect(told).toEqual(
      expect.arrayContaining([
        'total-mismatch 6 已建数 41 40',
        'rate-not-counts 3 覆盖率 60% 7/10 = 70%',
        'built-over-due 4 已建数 12 10',
        'parts-not-built 3 已建数 7',
      ]),
    );
  });

  const LIST = `企业名称,开发区,街道,统计日期,单位性质,经营状态,组建方式,党建指导员
一公司,滨江高新区,甲街道党工委,2024-09-30,非公企业,运营,单独支部,是
二公司,滨江高新区,甲街道党工委,2024-09-30,非公企业,运营,未建-应建,否
三公司,滨江高新区,甲街道党工委,2024-09-30,非公企业,运营,联合支部,否`.replaceAll(',街道,', ',所属街道,');
  const COUNTS = `滨江高新区党建覆盖汇总表（2024年第三季度）
街道,企业总数,已建数,指导员数
甲街道,4,2,1
乙街道,40,10,8`;

  it('rows win over counts of the same committee; the difference is told; the pool is partly counted', async () => {
    for (const order of [0, 1]) {
      const both = [text('清单.csv', LIST), text('汇总.csv', COUNTS)];
      const { cube, files } = await load(...(order === 0 ? both : both.reverse()));
      expect(rates(cube, 'org_coverage_rate', '2024Q3')).toEqual({ 滨江高新区: '12/43' });
      expect(countedIn(cube, { metric: 'org_coverage_rate' }, ['2024Q3'], ['zone', 'committee'])).toEqual([
        { key: ['滨江高新区', '乙街道'], part: 'all', said: 'all' },
      ]);
      const told = files.find(({ path }) => path === '汇总.csv')?.issues ?? [];
      expect(
        told
          .filter(({ code }) => code.startsWith('counts-'))
          .map(({ code, row, column, value, detail }) => [code, row, column, value, detail]),
      ).toEqual([
        ['counts-beside-rows', null, '企业总数', '滨江高新区 甲街道 2024-09-30', undefined],
        ['counts-not-rows', 3, '企业总数', '滨江高新区 甲街道 2024-09-30: 4', '3'],
      ]);
    }
  });

  it('a list is held against counts by what the rates count: no status stated, enterprises and organisations in one kind', async () => {
    const list = `企业名称,开发区,所属街道,统计日期,单位性质,组建方式
一公司,滨江高新区,甲街道党工委,2024-09-30,两新组织,单独支部
二公司,滨江高新区,甲街道党工委,2024-09-30,两新组织,未建-应建
三公司,滨江高新区,甲街道党工委,2024-09-30,非公企业,联合支部`;
    const told = (files: readonly FileReport[]): (string | undefined)[][] =>
      files.flatMap(({ issues }) =>
        issues.filter(({ code }) => code === 'counts-not-rows').map(({ value, detail }) => [value ?? '', detail]),
      );
    const counts = (units: number): FileInput =>
      text('汇总.csv', `滨江高新区党建覆盖汇总表（2024年第三季度）\n街道,企业总数,已建数\n甲街道,${units},2`);
    const right = await load(text('清单.csv', list), counts(3));
    expect(rates(right.cube, 'org_coverage_rate', '2024Q3')).toEqual({ 滨江高新区: '2/3' });
    expect(told(right.files)).toEqual([]);
    const wrong = await load(text('清单.csv', list), counts(5));
    expect(told(wrong.files)).toEqual([['滨江高新区 甲街道 2024-09-30: 5', '3']]);
  });

  it('the whole of a zone gives way to its rows, and comes back when they go', async () => {
    const collection = await Collection.open(engine, localStager);
    const list = await collection.add(text('清单.csv', LIST));
    await collection.add(
      text('汇总.csv', '滨江高新区党建\n开发区,季度,企业总数,已建数\n滨江高新区,2024年三季度,50,12'),
    );
    await collection.settle();
    expect(rates(await buildCube(engine, []), 'org_coverage_rate', '2024Q3')).toEqual({ 滨江高新区: '2/3' });
    await collection.tellCounted();
    expect(codes(collection.files, 1)).toHaveProperty('counts-beside-rows');
    await collection.remove(list.id);
    await collection.settle();
    expect(rates(await buildCube(engine, []), 'org_coverage_rate', '2024Q3')).toEqual({ 滨江高新区: '12/50' });
    await collection.tellCounted();
    expect(codes(collection.files)).not.toHaveProperty('counts-beside-rows');
  });

  it('an office’s own score sheet of zones gives the truth, apart from organisations', async () => {
    const { cube, files } = await load(office('2024年度开发区党建考核评分表.xlsx'));
    expect(files.map(({ tables, issueCounts }) => [tables[0]?.table, tables[0]?.loaded, issueCounts])).toEqual([
      ['zone_score', 35, { 'title-row': 1 }],
    ]);
    const { zones, items } = zoneScoresOf(cube, {}, '2024');
    const { zoneOf } = zoneBook(appraised.map(([zone]) => zone));
    expect(Object.fromEntries(zones.map(({ zone, total }) => [zone, total]))).toEqual(
      Object.fromEntries(appraised.map(([zone, total]) => [zoneOf(zone), total])),
    );
    expect(items.map(({ item, full }) => [item, full])).toEqual([
      ['组织建设', 30],
      ['党员队伍', 20],
      ['服务发展', 20],
      ['组织生活', 20],
      ['创新加分', 10],
      ['扣分', null],
    ]);
    expect(zones[0]).toMatchObject({ zone: '临江高新区', level: '优秀', place: 1 });
    expect(zones[1]).toMatchObject({ zone: '望海产业园', level: '良好', place: 1 });
    expect(cube.cells.filter(({ metric }) => metric === 'appraisal_score')).toEqual([]);
  });

  it.each([
    [
      'full marks in a row below',
      '单位,党的建设,队伍建设,减分项,合计,等级\n满分,60,40,,100,\n江北高新区,50,30,2,78,良\n滨海经开区,55,35,0,90,优',
    ],
    [
      'other brackets and order',
      '等次,总得分,加分项(最高5分),领导班子（满分60）,队伍建设【40分】,扣分情况,被考核单位\n良,78,0,50,30,-2,江北高新区\n优,90,0,55,35,0,滨海经开区',
    ],
  ])('%s', async (_, lines) => {
    const { cube, files } = await load(text('2024年党建考核.csv', lines));
    const { zones, items } = zoneScoresOf(cube, {}, '2024');
    expect(zones.map(({ zone, total, level }) => [zone, total, level])).toEqual([
      ['滨海经开区', 90, '优'],
      ['江北高新区', 78, '良'],
    ]);
    expect(items.filter(({ kind }) => kind === '指标').map(({ full }) => full)).toEqual([60, 40]);
    expect(files.flatMap(({ issues }) => issues.filter(({ severity }) => severity !== 'note'))).toEqual([]);
  });

  it('totals and ranks that do not agree are told; sheets of organisations are no scores of zones', async () => {
    const { files } = await load(
      text(
        '2024年党建考核.csv',
        '开发区,甲(60分),乙(40分),扣分,总分,名次\n江北高新区,50,30,2,79,1\n滨海经开区,65,35,0,100,2\n东湖园区,10,10,0,20,3',
      ),
    );
    expect(files[0]?.issues.map(({ code, row, column, value, detail }) => [code, row, column, value, detail])).toEqual(
      expect.arrayContaining([
        ['score-not-total', 2, '总分', '79.0', '78.0'],
        ['rank-not-score', 2, '名次', '1', '2'],
        ['rank-not-score', 3, '名次', '2', '1'],
      ]),
    );
    expect(files[0]?.issueCounts).toMatchObject({ 'score-over-full': 1 });
    for (const lines of [
      '党支部,甲(60分),乙(40分),总分\n第一党支部,50,30,80\n第二党支部,40,30,70',
      '单位,甲(60分),乙(40分),总分\n望海街道,50,30,80\n蓝湾街道,40,30,70',
    ]) {
      const collection = await Collection.open(engine, localStager);
      const report = await collection.add(text('2024年党建考核.csv', lines)).catch(() => null);
      expect(report?.tables[0]?.table ?? null).not.toBe('zone_score');
    }
  });
});
