import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileInput, type Stager, bytesSource, localStager } from '../../src/ingest';
import { followed, kept } from '../../src/state/match-book';
import { groupedQuestions } from '../../src/state/questions';
import { figuresOf } from '../../src/state/read-files';
import { rememberedUses } from '../../src/state/remembered-uses';
import { openNames } from '../../src/state/zone-table';

const HEADER = '企业名称,统一社会信用代码,开发区,统计日期,单位性质,经营状态,组建形式,从业人员,党员人数';
const codes = ['91420142E22A301EM1', '91420142E22A301EM2', '91420142E22A301EM3', '91420142E22A301EM4'];
const rows = (zone: string, day: string, count: number, mode = '单独支部'): string =>
  codes
    .slice(0, count)
    .map((code, at) => `第${at}有限公司,${code},${zone},${day},非公企业,运营,${mode},120,12`)
    .join('\n');
const table = (...parts: readonly string[]): string => `${[HEADER, ...parts].join('\n')}\n`;

function input(path: string, text: string): FileInput {
  const data = new TextEncoder().encode(text);
  return { path, data, source: bytesSource(path, data) };
}

/** One zone under two names on one day: the second corrects the first. The others are bare, of another type, and a part. */
const FILES: readonly (readonly [string, string])[] = [
  ['一.csv', table(rows('临江高新区', '2024-09-30', 4))],
  ['二更正.csv', table(rows('临江高新技术产业开发区', '2024-09-30', 2, '联合支部'))],
  ['三.csv', table(rows('望海', '2024-09-30', 3))],
  ['四.csv', table(rows('望海产业园', '2024-06-30', 3))],
  ['五.csv', table(rows('临江经开区', '2024-03-31', 3))],
  [
    '六综保区台账.csv',
    table(rows('', '2024-03-31', 2))
      .replaceAll(',开发区,', ',片区,')
      .replaceAll(',,2024', ',保税一片,2024'),
  ],
  ['青云综合保税区.csv', table(rows('', '2024-06-30', 2)).replace(',开发区,', ',备注,')],
];

describe('names of zones in loaded files', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 120_000);
  afterAll(() => engine.close());

  async function loaded(
    files: readonly (readonly [string, string])[],
    decisions = {},
    stager: Stager = localStager,
  ): Promise<Collection> {
    const collection = await Collection.open(engine, stager);
    await collection.decideZones(decisions);
    for (const [path, text] of files) await collection.add(input(path, text));
    return collection;
  }
  async function seen(collection: Collection) {
    const { cube, zones } = await figuresOf(engine, collection);
    const cells = cube.cells
      .filter(({ metric, denominator }) => metric === 'org_coverage_rate' && (denominator ?? 0) > 0)
      .map(({ zone, committee, period, numerator, denominator }) =>
        [zone, committee, period, numerator, denominator].join(' '),
      )
      .sort();
    return { cells, zones };
  }

  it('are one zone by rule, ask once about the rest, and do not depend on the order of files', async () => {
    const { cells, zones } = await seen(await loaded(FILES));
    expect(zones.map(({ zone }) => zone).sort()).toEqual(
      ['临江高新区', '临江经开区', '望海', '望海产业园', '综保区', '青云综保区'].sort(),
    );
    expect(openNames(zones).map(({ written, candidates }) => [written, ...candidates])).toEqual([
      ['望海', '望海产业园'],
      ['综保区', '青云综保区'],
    ]);
    // The file of the other name corrects two of the four: they are not counted twice.
    expect(cells.filter((cell) => cell.startsWith('临江高新区'))).toEqual(['临江高新区  2024-09-30 4 4']);
    // A part of a zone is no zone.
    expect(cells.filter((cell) => cell.startsWith('综保区'))).toEqual(['综保区 保税一片 2024-03-31 2 2']);
    expect((await seen(await loaded([...FILES].reverse()))).cells).toEqual(cells);
  }, 120_000);

  it('are what the user says, and exactly as before once that is taken back', async () => {
    let read = 0;
    const stager: Stager = { ...localStager, stage: (...asked) => ((read += 1), localStager.stage(...asked)) };
    const collection = await loaded(FILES, {}, stager);
    const before = await seen(collection);
    const said = { 望海: '望海产业园', 综保区: '青云综合保税区', 临江高新技术产业开发区: '临江高新技术产业开发区' };
    await collection.decideZones(said);
    const decided = await seen(collection);
    read = 0;
    expect(await seen(collection)).toEqual(decided);
    expect(read).toBe(0);
    expect(openNames(decided.zones)).toEqual([]);
    expect(decided.cells.filter((cell) => cell.startsWith('望海'))).toEqual([
      '望海产业园  2024-06-30 3 3',
      '望海产业园  2024-09-30 3 3',
    ]);
    // Kept apart, no row gives way to the other's.
    expect(decided.cells).toContain('临江高新区  2024-09-30 4 4');
    expect(decided.cells).toContain('临江高新技术产业开发区  2024-09-30 2 2');
    expect((await seen(await loaded([...FILES].reverse(), said))).cells).toEqual(decided.cells);
    await collection.decideZones({});
    expect(await seen(collection)).toEqual(before);
  }, 120_000);

  it('of a register with other names go to it', async () => {
    const register = '开发区代码,开发区名称,别名\nLJ,临江高新区,临高、老高新\nWH,望海产业园,\n';
    const { cells, zones } = await seen(
      await loaded([
        ['甲.csv', table(rows('老高新', '2024-09-30', 2))],
        ['园区名录.csv', register],
        ['乙.csv', table(rows('望海产业园区', '2024-09-30', 3))],
      ]),
    );
    expect(cells).toEqual(['LJ  2024-09-30 2 2', 'WH  2024-09-30 3 3']);
    expect(openNames(zones)).toEqual([]);
  }, 120_000);

  it('are known before the files are read again, wherever the register stands: then none is read once more', async () => {
    const register = '开发区代码,开发区名称,别名\nLJ,临江高新区,老高新\n';
    const files = [
      ['一.csv', table(rows('老高新', '2024-09-30', 4))],
      ['二更正.csv', table(rows('临江高新区', '2024-09-30', 2, '联合支部'))],
      ['园区名录.csv', register],
    ] as const;
    let read = 0;
    const stager: Stager = { ...localStager, stage: (...asked) => ((read += 1), localStager.stage(...asked)) };
    for (const order of [files, [...files].reverse()]) {
      const collection = await loaded(order, {}, stager);
      const first = await seen(collection);
      // Two of the four rows give way to those that correct them, which only the register tells.
      expect(first.cells).toEqual(['LJ  2024-09-30 4 4']);
      read = 0;
      expect(await seen(collection)).toEqual(first);
      expect(read).toBe(0);
    }
  }, 120_000);

  it('are asked for once over all files and sheets, and filled in next time for files of that name', async () => {
    const bare = (day: string): string => table(rows('', day, 2)).replace(',开发区,', ',备注,');
    const collection = await loaded([
      ['滨江覆盖台账2024Q1.csv', bare('2024-03-31')],
      ['滨江覆盖台账2024Q2.csv', bare('2024-06-30')],
    ]);
    await collection.settle();
    const groups = groupedQuestions(collection.files);
    expect(groups.map((group) => ('asked' in group ? [group.key, group.asked.length] : [group.key]))).toEqual([
      ['given zone_id', 2],
    ]);
    const [first] = collection.files;
    if (!first) throw new Error('no file');
    await collection.rebuild(new Map([[first.id, { tables: { 0: { fileLevel: { zone_id: '云岭高新区' } } } }]]));
    const [answered] = collection.files;
    if (!answered) throw new Error('no file');
    collection.matches = followed(kept({}, answered, 0));
    await collection.add(input('滨江覆盖台账（2024年第三季度）更正.csv', bare('2024-09-30')));
    await collection.add(input('别处的覆盖台账2024Q3.csv', bare('2024-09-30').replaceAll('第0', '第9')));
    await collection.add(input('覆盖台账2024Q3.csv', bare('2024-09-30').replaceAll('第0', '第8')));
    await collection.settle();
    const named = (path: string) => collection.files.find((file) => file.path === path);
    const third = named('滨江覆盖台账（2024年第三季度）更正.csv');
    const other = named('别处的覆盖台账2024Q3.csv');
    expect(third?.tables[0]?.fileLevel.zone_id).toBe('云岭高新区');
    expect(rememberedUses(collection.files).map(({ given, files }) => [given, files.length])).toEqual([
      [{ zone_id: '云岭高新区' }, 1],
    ]);
    // Another file of the same header may be of another zone: it is asked about.
    expect(other?.tables[0]?.fileLevel.zone_id).toBeUndefined();
    expect(named('覆盖台账2024Q3.csv')?.tables[0]?.fileLevel.zone_id).toBeUndefined();
  }, 120_000);
});
