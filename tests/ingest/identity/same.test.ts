import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { type Desk, LARGE, type Unit, ledger, openDesk } from './files';

const DAY = '2018-12-31';
const CODE = '91610131MA6TX8AB1Q';
const OTHER = '91610131MA6TX8AB2Q';

describe('one thing or two', () => {
  let engine: Engine;
  let desk: Desk;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 60_000);
  beforeEach(async () => {
    desk = await openDesk(engine);
  }, 60_000);
  afterAll(() => engine.close());

  const near = (): Promise<unknown[]> =>
    desk.rows(
      "SELECT unit_name AS name, zone_id AS zone FROM unit_coverage WHERE zone_id <> '远方经开区' ORDER BY file_id, source_row",
    );

  const ONE: readonly [string, Partial<Unit>, Partial<Unit>][] = [
    ['a space', { name: '甲 科技有限公司' }, { name: '甲科技有限公司' }],
    ['an ideographic space', { name: '甲　科技有限公司' }, { name: '甲科技有限公司' }],
    ['brackets', { name: '甲（集团）有限公司' }, { name: '甲(集团)有限公司' }],
    ['full-width letters', { name: 'ＡＢＣ科技有限公司' }, { name: 'ABC科技有限公司' }],
    ['full-width figures', { name: '甲１２３有限公司' }, { name: '甲123有限公司' }],
    ['the code in the first row only', { code: CODE }, {}],
    ['the code in the second row only', {}, { code: CODE }],
    ['the code in one row and a space', { code: CODE, name: '甲 公司' }, { name: '甲公司' }],
  ];
  it.each(ONE)('takes two rows for one unit where they differ in %s, in one file and in two', async (_, a, b) => {
    const [first, second] = [a, b].map((unit) => ({ name: '甲科技有限公司', day: DAY, ...unit }));
    if (!first || !second) throw new Error('two rows');
    const report = await desk.add('一.csv', ledger([first, second]));
    expect(await near()).toHaveLength(1);
    expect(report.issueCounts['duplicate-spelling']).toBe(1);
    await desk.collection.clear();
    await desk.add('一.csv', ledger([first]));
    const later = await desk.add('二.csv', ledger([second]));
    expect(await near()).toHaveLength(1);
    expect(later.issues.find(({ code }) => code === 'duplicate-spelling')).toMatchObject({ otherFile: '一.csv' });
  });

  const TWO: readonly [string, Partial<Unit>, Partial<Unit>][] = [
    ['分公司', { name: '甲有限公司' }, { name: '甲有限公司分公司' }],
    ['第1 and 第2', { name: '甲第1分公司' }, { name: '甲第2分公司' }],
    ['their codes', { code: CODE }, { code: OTHER }],
    [
      "codes that the database's hash lets fall together",
      { code: '91610034MA000063RX' },
      { code: '91610085MA0000GERX' },
    ],
    ['their zones', {}, { zone: '江州经开区' }],
    ['what stands in brackets', { name: '甲（一）公司' }, { name: '甲（二）公司' }],
  ];
  it.each(TWO)('takes two rows for two units where they differ in %s', async (_, a, b) => {
    await desk.add('一.csv', ledger([a, b].map((unit) => ({ name: '甲科技有限公司', day: DAY, ...unit }))));
    expect(await near()).toHaveLength(2);
  });

  it('is not led by a name that two codes share', async () => {
    const name = '甲科技有限公司';
    await desk.add(
      '一.csv',
      ledger([
        { code: CODE, name, day: DAY },
        { code: OTHER, name, day: DAY },
        { name, day: DAY },
      ]),
    );
    expect(await near()).toHaveLength(3);
  });

  it('knows a zone by its id and by its name', async () => {
    await desk.add(
      '名册.csv',
      '开发区代码,开发区名称,开发区类型,开发区级别,行政区划代码\nYLGX,云岭高新区,高新区,省级,410000\n',
    );
    await desk.add('一.csv', ledger([{ name: '甲科技有限公司', day: DAY }]));
    await desk.add('二.csv', ledger([{ name: '甲科技有限公司', day: DAY, zone: 'YLGX' }]));
    expect(await near()).toHaveLength(1);
  });

  it('tells organisations apart by more than a space, and not by one', async () => {
    const head = '党组织名称,开发区,统计日期,党组织类别,党员数';
    const line = (name: string): string => `${name},云岭高新区,${DAY},支部,12`;
    await desk.add(
      '一.csv',
      `${[head, ...['甲公司一支部', '甲公司二支部', '甲公司 一支部', '甲公司第（1）支部', '甲公司第(1)支部', '甲公司第2支部'].map(line)].join('\n')}\n`,
    );
    expect(await desk.count('party_org')).toBe(4);
  });

  it('does not take the numbers that zones give their items for codes', async () => {
    const items = (zone: string): string =>
      `事项编号,开发区,责任单位,问题来源,发现时间,整改状态\nJC2017001,${zone},甲支部,检查,2017-03-01,未完成\n`;
    await desk.add('一.csv', items('云岭高新区'));
    const report = await desk.add('二.csv', items('江州经开区'));
    expect(await desk.count('rectification')).toBe(2);
    expect(report.twoZones).toBeUndefined();
  });

  it.each([
    ['small files', 0],
    ['large files', LARGE],
  ])(
    'asks about a code in two zones on one day and does as answered: %s',
    async (_, padding) => {
      await desk.add('一.csv', ledger([{ code: CODE, name: '甲公司', day: DAY }], padding));
      const report = await desk.add(
        '二.csv',
        ledger([
          { code: CODE, name: '甲公司', day: DAY, zone: '江州经开区' },
          { code: OTHER, name: '乙公司', day: DAY },
        ]),
      );
      expect(report.twoZones).toMatchObject([{ codes: 1, listed: [{ code: CODE }] }]);
      expect(report.issueCounts['code-in-two-zones']).toBe(1);
      expect(await near()).toHaveLength(3);
      for (const [zones, zone] of [
        ['earlier', '云岭高新区'],
        ['later', '江州经开区'],
      ] as const) {
        const choices = { zones };
        if (!(await desk.collection.replace(report.id, choices)))
          await desk.collection.rebuild(new Map([[report.id, choices]]));
        expect(await near()).toHaveLength(2);
        expect(await near()).toContainEqual({ name: '甲公司', zone });
        expect(desk.collection.files[1]?.issueCounts['code-zone-chosen']).toBe(1);
      }
    },
    120_000,
  );
});

describe('which of two files counts', () => {
  let engine: Engine;
  let desk: Desk;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 60_000);
  beforeEach(async () => {
    desk = await openDesk(engine);
  }, 60_000);
  afterAll(() => engine.close());

  const unit = (members: number): string =>
    ledger([
      { name: '甲公司', day: DAY, members },
      { name: '乙公司', day: DAY },
    ]);
  const members = async (): Promise<unknown> =>
    (await desk.rows("SELECT members::DOUBLE AS n FROM unit_coverage WHERE unit_name = '甲公司'"))[0];

  it.each([
    ['the later one', '甲.csv', '乙.csv', 2, 'loaded'],
    ['the correction, though it was loaded first', '台账（更正）.csv', '台账.csv', 1, 'marked'],
    ['the revised one', '台账.csv', '台账修订版.csv', 2, 'marked'],
    ['the supplement', '台账.csv', '补报.csv', 2, 'marked'],
    ['the one of the later day', '台账2019年2月.csv', '台账2019年1月.csv', 1, 'dated'],
  ] as const)('is %s', async (_, first, second, expected, why) => {
    await desk.add(first, unit(1));
    const report = await desk.add(second, unit(2));
    expect(await members()).toEqual({ n: expected });
    expect(report.corrections).toMatchObject([{ why, kept: expected === 2 ? 'later' : 'earlier', rows: 1 }]);
    expect(await desk.count('unit_coverage')).toBe(2);
    const choices = { repeats: expected === 2 ? 'earlier' : 'later' } as const;
    await desk.collection.rebuild(new Map([[report.id, choices]]));
    expect(await members()).toEqual({ n: 3 - expected });
  });

  it('leaves what a correction does not say as it was', async () => {
    await desk.add('台账.csv', unit(1));
    await desk.add('更正.csv', `企业名称,开发区,统计日期,单位性质,党员人数\n甲公司,云岭高新区,${DAY},非公企业,9\n`);
    expect(
      await desk.rows(
        "SELECT members::DOUBLE AS n, employees::DOUBLE AS staff, CAST(operating AS VARCHAR) AS state FROM unit_coverage WHERE unit_name = '甲公司'",
      ),
    ).toEqual([{ n: 9, staff: 120, state: '运营' }]);
  });
});

describe('items of rectification', () => {
  let engine: Engine;
  let desk: Desk;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 60_000);
  beforeEach(async () => {
    desk = await openDesk(engine);
  }, 60_000);
  afterAll(() => engine.close());

  const HEAD = '开发区,序号,责任单位,问题描述,整改措施,整改时限,整改状态,完成日期';
  const items = (word: string, closed = 0, count = 20): string =>
    `${[HEAD, ...Array.from({ length: count }, (_, n) => `甲开发区,${n + 1},第${n}支部,${word}问题${n + 1},措施${n},2024-06-30,${n < closed ? '已完成,2024-05-01' : '未完成,'}`)].join('\n')}\n`;
  const withoutNumber = (text: string): string =>
    text
      .split('\n')
      .map((line) =>
        line
          .split(',')
          .filter((_, at) => at !== 1)
          .join(','),
      )
      .join('\n');

  it('of two ledgers with the same numbers are all there', async () => {
    await desk.add('台账A.csv', items('党建'));
    const second = await desk.add('台账B.csv', items('作风'));
    expect(await desk.count('rectification')).toBe(40);
    expect(second.issueCounts['duplicate-key']).toBeUndefined();
  });

  it.each([
    ['numbered', (text: string) => text],
    ['without numbers', withoutNumber],
  ])('are the same items in a later state when the ledger comes again: %s', async (_, written) => {
    await desk.add('台账2024年4月.csv', written(items('党建', 3)));
    const later = await desk.add('台账2024年5月.csv', written(items('党建', 12)));
    expect(await desk.count('rectification')).toBe(20);
    expect(await desk.rows("SELECT count(*)::DOUBLE AS n FROM rectification WHERE status = '已完成'")).toEqual([
      { n: 12 },
    ]);
    expect(later.corrections).toMatchObject([{ kept: 'later', columns: { status: 9, closed_date: 9 } }]);
  });

  it('are all there without a number', async () => {
    await desk.add('台账.csv', withoutNumber(items('党建', 0, 33)));
    expect(await desk.count('rectification')).toBe(33);
  });

  it('numbered anew in each section are all there', async () => {
    await desk.add('台账.csv', `${items('党建')}${items('作风').split('\n').slice(1).join('\n')}`);
    expect(await desk.count('rectification')).toBe(40);
  });
});
