import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCube, rollUp } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';

/* What exports of systems and lists of a part of all units come to, beside other files of the same office. */

describe('files of one office', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 120_000);
  afterAll(() => engine.close());

  type Counted = Record<string, string>;
  async function load(files: Record<string, string>, metric: string, period: string) {
    const collection = await Collection.open(engine, localStager);
    for (const [path, text] of Object.entries(files)) {
      const data = new TextEncoder().encode(text);
      await collection.add({ path, data, source: bytesSource(path, data) });
    }
    await collection.settle();
    const cube = await buildCube(engine, []);
    const found: Counted = Object.fromEntries(
      rollUp(cube, { metric, by: ['zone'], periods: [period] }).map(({ zone, numerator, denominator }) => [
        zone ?? '',
        `${numerator}/${denominator}`,
      ]),
    );
    return { found, files: collection.files, book: collection.zoneBook };
  }
  const codes = (files: readonly FileReport[], path: string): Record<string, number> => ({
    ...files.find((file) => file.path === path)?.issueCounts,
  });

  const COUNTS = '园区,统计日期,企业总数,应建党组织数,已建党组织数\n望海产业园,2024-09-30,40,20,17\n';
  const units = (title: string, mode: string): string =>
    `${title}\n企业名称,园区,党员数,组建方式\n甲公司,望海产业园,5,${mode}\n乙公司,望海产业园,4,应建未建\n丙公司,望海产业园,6,应建未建\n`;

  it.each(['应建未建企业名单（2024年9月）', '2024年9月未组建党组织单位', '空白点清单2024年9月'])(
    'a list of those without an organisation (%s) is no list of all, and takes no counts’ place',
    async (title) => {
      const alone = await load(
        { 'a.csv': COUNTS, 'b.csv': units(title, '应建未建') },
        'should_build_built_rate',
        '2024Q3',
      );
      expect(alone.found).toEqual({ 望海产业园: '17/20' });
      expect(codes(alone.files, 'b.csv')['list-of-unbuilt']).toBe(1);
      expect(alone.files.find(({ path }) => path === 'b.csv')?.tables[0]?.view.off).toBe(true);
    },
  );

  it.each([
    ['两新组织党建台账（2024年9月）', '应建未建', '0/3'],
    ['应建未建企业名单（2024年9月）', '单独支部', '1/3'],
    ['已建未建情况（2024年9月）', '应建未建', '0/3'],
  ])('a list called %s with %s is read', async (title, mode, rate) => {
    const { found, files } = await load({ 'b.csv': units(title, mode) }, 'org_coverage_rate', '2024Q3');
    expect(found).toEqual({ 望海产业园: rate });
    expect(codes(files, 'b.csv')['list-of-unbuilt']).toBeUndefined();
  });

  it.each(['b.csv', '重点企业情况（2024年9月）.csv'])(
    'a list of those without an organisation that does not say so (%s) takes no counts’ place either',
    async (path) => {
      const list = units('企业情况（2024年9月）', '应建未建');
      const both = await load({ 'a.csv': COUNTS, [path]: list }, 'should_build_built_rate', '2024Q3');
      expect(both.found).toEqual({ 望海产业园: '17/20' });
      expect(codes(both.files, path)['unbuilt-beside-counts']).toBe(3);
      // Beside a list of those that have one it is the rest of it.
      const rest = units('企业情况（2024年9月）', '单独支部').replaceAll(/([甲乙丙])公司/gu, '$1$1公司');
      const three = await load({ 'a.csv': COUNTS, [path]: list, 'c.csv': rest }, 'org_coverage_rate', '2024Q3');
      expect(three.found).toEqual({ 望海产业园: '1/6' });
      // Said to be all, it is.
      const collection = await Collection.open(engine, localStager);
      for (const [name, text] of [['a.csv', COUNTS] as const, [path, list] as const]) {
        const data = new TextEncoder().encode(text);
        const choices = name === path ? { tables: { 0: { off: false } } } : {};
        await collection.add({ path: name, data, source: bytesSource(name, data) }, choices);
      }
      await collection.settle();
      await collection.settle();
      expect(collection.files.map(({ tables }) => tables[0]?.beside)).toEqual([undefined, undefined]);
    },
  );

  it('below the counts it belongs to it takes nothing’s place; below those with an organisation it is the rest of their list', async () => {
    const below = `望海产业园覆盖汇总（2024年9月）,,,\n街道,企业数,应建党组织数,已建党组织数\n红星街道,30,10,8\n柳林街道,20,9,9\n,,,\n未建党组织企业名单,,,\n序号,企业名称,组建方式,党员数\n1,甲公司,应建未建,4\n2,乙公司,应建未建,5\n`;
    expect((await load({ 'a.csv': below }, 'should_build_built_rate', '2024Q3')).found).toEqual({
      望海产业园: '17/19',
    });
    const parts = `望海产业园两新组织（2024年9月）,,\n已建单位名单,,\n企业名称,组建方式,党员数\n甲公司,单独支部,4\n乙公司,联合支部,5\n,,\n未建单位名单,,\n企业名称,组建方式,党员数\n丙公司,应建未建,4\n`;
    expect((await load({ 'a.csv': parts }, 'org_coverage_rate', '2024Q3')).found).toEqual({ 望海产业园: '2/3' });
  });

  it('ticks under quarters are told to say nothing of how often, ticks under months are not', async () => {
    const ticks = (columns: string): string =>
      `临江高新区2024年三会一课落实情况,,,\n支部名称,会议类型,${columns}\n甲支部,支委会,√,√\n乙支部,支委会,√,\n丙支部,支委会,√,√\n`;
    for (const [columns, count] of [
      ['一季度,二季度', 1],
      ['上半年,下半年', 1],
      ['1月,2月', undefined],
    ] as const) {
      const { files } = await load({ 'a.csv': ticks(columns) }, 'org_coverage_rate', '2024Q3');
      expect([columns, codes(files, 'a.csv')['tick-of-longer-period']]).toEqual([columns, count]);
    }
  });

  it.each(['一季度,二季度', '2024年第一季度,2024年第二季度'])(
    'a tick under a quarter (%s) keeps what is owed once, and says nothing of what is owed every month',
    async (columns) => {
      const register = `党组织编码,党组织名称,组织类别,开发区,党员总数\n${[1, 2, 3].map((n) => `ZB00${n},${n}支部,党支部,临江高新区,5`).join('\n')}\n`;
      const kinds = ['党员大会', '支委会'].flatMap((kind) => [
        `1支部,${kind},√,√`,
        `2支部,${kind},√,`,
        `3支部,${kind},×,√`,
      ]);
      const texts = {
        '党组织名册2024年6月.csv': register,
        'a.csv': `临江高新区2024年三会一课落实情况,,,\n支部名称,会议类型,${columns}\n${kinds.join('\n')}\n`,
      };
      expect((await load(texts, 'meeting_compliance_rate', '2024Q1')).found).toEqual({ 临江高新区: '2/3' });
      expect((await load(texts, 'meeting_compliance_rate', '2024Q2')).found).toEqual({ 临江高新区: '2/3' });
    },
  );

  const stars = (second: string): string =>
    `年度,开发区,党组织名称,评定星级\n2024,望海产业园,甲支部,三星\n2024,望海产业园,乙支部,${second}\n`;

  it.each([
    ['星级评定2024.csv', '星级评定2024（终版）.csv'],
    ['星级评定2024.csv', '星级评定2024-修改.csv'],
    ['星级评定2024.csv', '星级评定2024（定稿）.csv'],
  ])(
    'a rating that states no scheme is one rating in %s and %s, of which the last version counts',
    async (first, last) => {
      for (const order of [
        [first, last],
        [last, first],
      ]) {
        const texts = Object.fromEntries(order.map((path) => [path, stars(path === last ? '五星' : '四星')]));
        const { found, files } = await load(texts, 'star_rated_rate', '2024');
        expect(found).toEqual({ 望海产业园: '2/2' });
        expect(files.map(({ path }) => codes(files, path)['row-corrected'] ?? 0).reduce((a, b) => a + b)).toBe(1);
        const [row] = await engine.rows(`SELECT star_level AS level FROM star_rating WHERE org_name = '乙支部'`);
        expect(Number(row?.level)).toBe(5);
      }
    },
  );

  it('codes of zones with their names are a register, whatever else a register has beside them', async () => {
    for (const [head, first] of [
      ['开发区代码,开发区名称,类型,级别', 'KFQ1,望海高新技术产业开发区,高新区,省级'],
      ['园区编码,园区名称', 'KFQ1,望海高新技术产业开发区'],
    ] as const) {
      const register = `${head}\n${first}\n${first.replaceAll('KFQ1,望海', 'KFQ2,临江')}\n`;
      const list =
        'ZONE_CODE,单位名称,单位性质,经营状态,组建方式,统计日期\nKFQ1,甲公司,非公企业,在业,单独支部,2024-09-30\nKFQ1,乙公司,非公企业,在业,未建,2024-09-30\n';
      const { book } = await load({ '编码.csv': register, 'b.csv': list }, 'org_coverage_rate', '2024Q3');
      expect([book.zoneOf('KFQ1'), book.zoneOf('望海高新技术产业开发区')]).toEqual(['KFQ1', 'KFQ1']);
    }
  });
});
