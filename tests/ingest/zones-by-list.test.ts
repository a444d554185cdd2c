import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileInput, type TableChoice, bytesSource, localStager } from '../../src/ingest';
import { readDecisions, writeDecisions } from '../../src/state/decisions-file';
import { groupedQuestions, notAsked } from '../../src/state/questions';
import { decisionsOf, figuresOf } from '../../src/state/read-files';

type File = readonly [path: string, content: string | Uint8Array];

const input = ([path, content]: File): FileInput => {
  const data = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, data, source: bytesSource(path, data) };
};
const lines = (header: string, rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

const ZONES = ['临江高新区', '东湖经开区', '望海产业园'];
const org = (zone: number, at: number): string => `0421000${zone}00${String(at).padStart(2, '0')}`;
const nameOf = (zone: number, at: number): string =>
  `${'甲乙丙'[zone] ?? ''}辰${'一二三四五'[at] ?? ''}科技有限公司党支部`;

/** A register of one zone, or of several. */
const register = (zones: readonly number[], day = '2024-09-30'): string =>
  lines(
    '党组织代码,党组织名称,党组织类别,所属开发区,党员人数,统计日期',
    zones.flatMap((zone) =>
      [0, 1, 2, 3].map((at) => `${org(zone, at)},${nameOf(zone, at)},党支部,${ZONES[zone] ?? ''},${5 + at},${day}`),
    ),
  );
const meetings = (header: string, who: (zone: number, at: number) => string, zones = [0, 1, 2]): string =>
  lines(
    `${header},会议类型,召开时间,应到人数,实到人数`,
    zones.flatMap((zone) =>
      [0, 1, 2, 3].flatMap((at) => [
        `${who(zone, at)},支委会,2024-07-0${at + 1},3,3`,
        `${who(zone, at)},党员大会,2024-08-1${at},5,4`,
      ]),
    ),
  );
const LOG: File = ['全市三会一课台账2024.csv', meetings('党组织代码', org)];

function shuffles<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    shuffles([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}

describe('rows that state no zone', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  }, 120_000);
  afterAll(() => engine.close());

  async function loaded(files: readonly File[]): Promise<Collection> {
    const collection = await Collection.open(engine, localStager);
    for (const file of files) await collection.add(input(file));
    return collection;
  }
  async function seen(collection: Collection) {
    const { cube, unplaced } = await figuresOf(engine, collection);
    const cells = cube.cells.map((cell) => JSON.stringify(cell)).sort();
    const held = Object.fromEntries(
      (
        await engine.rows(
          `SELECT coalesce(zone_id, '') AS zone, CAST(count(*) AS DOUBLE) AS n FROM org_life GROUP BY 1 ORDER BY 1`,
        )
      ).map(({ zone, n }) => [String(zone), Number(n)]),
    );
    return { cells, held, unplaced, questions: groupedQuestions(collection.files) };
  }
  const reportOf = (collection: Collection, path: string) => collection.files.find((file) => file.path === path);

  it('are of the zone that the register says, whatever the order of files', async () => {
    const files: File[] = [LOG, ['一.csv', register([0])], ['其余.csv', register([1, 2])]];
    const all = [];
    for (const order of shuffles(files)) all.push(await seen(await loaded(order)));
    const [first] = all;
    expect(first?.held).toEqual({ 临江高新区: 8, 东湖经开区: 8, 望海产业园: 8 });
    expect(first?.questions).toEqual([]);
    for (const { cells, held } of all) {
      expect(held).toEqual(first?.held);
      expect(cells).toEqual(first?.cells);
    }
    // As if the log had said it.
    const stated = LOG[1]
      .toString()
      .replaceAll(
        /^(0421000(\d)00\d\d),/gmu,
        (_, code: string, zone: string) => `${code},${ZONES[Number(zone)] ?? ''},`,
      );
    const zoned: File = [LOG[0], stated.replace('党组织代码,', '党组织代码,所属开发区,')];
    const withZones = await seen(await loaded([zoned, ...files.slice(1)]));
    const counts = (cells: readonly string[] = []): string[] =>
      cells.filter((cell) => !cell.includes('"metric":"data_'));
    expect(counts(first?.cells)).toEqual(counts(withZones.cells));
  }, 300_000);

  it('are told on the card and asked about only where no register has them', async () => {
    const files: File[] = [LOG, ['名册.csv', register([0, 1])]];
    const collection = await loaded(files);
    const { held, questions, unplaced } = await seen(collection);
    expect(held).toEqual({ '': 8, 临江高新区: 8, 东湖经开区: 8 });
    expect(unplaced.map(({ rows }) => rows)).toEqual([8]);
    expect(questions.map(({ key }) => key)).toEqual(['unlisted org']);
    // A question says it: nothing else does, until nobody asks any more.
    expect(notAsked(unplaced, collection.files)).toEqual([]);
    const log = reportOf(collection, LOG[0]);
    expect(log?.tables[0]?.listed).toMatchObject({ thing: 'org', rows: 16, unlisted: 8, several: 0 });
    expect(log?.issueCounts).toMatchObject({ 'zone-from-list': 1, 'not-in-list': 8 });
    expect(log?.issueCounts).not.toHaveProperty('missing-column');
    expect(log?.issues.find(({ code }) => code === 'not-in-list')).toMatchObject({
      column: '党组织代码',
      value: org(2, 0),
    });

    const decide = async (choice: TableChoice) => {
      const id = reportOf(collection, LOG[0])?.id ?? 0;
      expect(await collection.replace(id, { tables: { 0: choice } })).toBe(true);
      return seen(collection);
    };
    const answered = await decide({ unlisted: '望海产业园' });
    expect(answered.held).toEqual({ 临江高新区: 8, 东湖经开区: 8, 望海产业园: 8 });
    expect(answered.questions).toEqual([]);
    const left = await decide({ unlisted: '' });
    expect([left.held, left.questions]).toEqual([held, []]);
    expect(notAsked(left.unplaced, collection.files).map(({ rows }) => rows)).toEqual([8]);
    // What was decided is kept in a file of decisions.
    const kept = { book: {}, words: { headers: [], values: [] }, files: await decisionsOf(collection), setting: null };
    expect(readDecisions(writeDecisions(kept)).files).toEqual(kept.files);
    const off = await decide({ byList: false });
    expect(off.held).toEqual({ '': 24 });
    expect(off.questions.map(({ key }) => key)).toEqual(['given zone_id']);
    const given = await decide({ fileLevel: { zone_id: '望海产业园' } });
    expect([given.held, given.questions]).toEqual([{ 望海产业园: 24 }, []]);
    expect((await decide({})).held).toEqual(held);
  }, 120_000);

  it('follow a register that goes, comes back, or says otherwise', async () => {
    const collection = await loaded([LOG, ['名册.csv', register([0, 1, 2])]]);
    const before = await seen(collection);
    const id = reportOf(collection, '名册.csv')?.id ?? 0;
    if (!(await collection.remove(id))) await collection.rebuild();
    const without = await seen(collection);
    expect([without.held, without.questions.map(({ key }) => key)]).toEqual([{ '': 24 }, ['given zone_id']]);
    await collection.add(input(['名册.csv', register([0, 1, 2])]));
    expect((await seen(collection)).cells).toEqual(before.cells);
  }, 120_000);

  it('are told where a code stands in two zones, which decides nothing', async () => {
    const moved = register([1]).replaceAll(org(1, 0), org(0, 0)).replaceAll(nameOf(1, 0), nameOf(0, 0));
    const collection = await loaded([LOG, ['甲.csv', register([0, 2])], ['乙.csv', moved]]);
    const { held } = await seen(collection);
    // The two of the code in both registers, and the two of the code that is in none any more.
    expect(held).toEqual({ '': 4, 临江高新区: 6, 东湖经开区: 6, 望海产业园: 8 });
    const log = reportOf(collection, LOG[0]);
    expect(log?.tables[0]?.listed).toMatchObject({ rows: 20, unlisted: 2, several: 2 });
    expect(log?.issues.find(({ code }) => code === 'listed-in-several')).toMatchObject({
      value: org(0, 0),
      detail: '东湖经开区、临江高新区',
    });
    // Two names of one zone are one zone.
    const renamed = register([0])
      .replaceAll('临江高新区', '临江高新技术产业开发区')
      .replaceAll('2024-09-30', '2024-06-30');
    const same = await loaded([LOG, ['甲.csv', register([0, 1, 2])], ['六月.csv', renamed]]);
    expect((await seen(same)).questions).toEqual([]);
  }, 120_000);

  it('go by full names, and by codes and names that zones may share only where nearly all are listed', async () => {
    const all: File = ['名册.csv', register([0, 1, 2])];
    const byName: File = ['台账.csv', meetings('支部名称', nameOf)];
    expect((await seen(await loaded([byName, all]))).held).toEqual({ 临江高新区: 8, 东湖经开区: 8, 望海产业园: 8 });
    // A log that numbers its meetings in a column of codes.
    const numbered: File = [
      '编号台账.csv',
      meetings('编号,支部名称', (zone, at) => `HY2024-${zone}${at},${nameOf(zone, at)}`),
    ];
    expect((await seen(await loaded([all, numbered]))).held).toEqual({ 临江高新区: 8, 东湖经开区: 8, 望海产业园: 8 });

    const short = (text: string): string => text.replaceAll(/0421000(\d)00(\d\d)/gu, 'ZB$1$2');
    const files: File[] = [
      ['名册.csv', short(register([0, 1, 2]))],
      ['台账.csv', short(LOG[1].toString())],
    ];
    expect((await seen(await loaded(files))).held).toEqual({ 临江高新区: 8, 东湖经开区: 8, 望海产业园: 8 });
    // Codes that each zone gives for itself: the register of one zone says nothing of the log of another.
    const own = (text: string): string => text.replaceAll(/0421000\d00(\d\d)/gu, 'ZB$1');
    const plain = (text: string): string => own(text).replaceAll(/[甲乙丙]辰(.)科技有限公司党支部/gu, '第$1党支部');
    const other: File = ['台账.csv', own(meetings('党组织代码', org, [2]))];
    expect((await seen(await loaded([['甲.csv', plain(register([0]))], other]))).held).toEqual({ '': 8 });
    const two: File[] = [['甲.csv', plain(register([0]))], ['乙.csv', plain(register([1]))], other];
    expect((await seen(await loaded(two))).held).toEqual({ '': 8 });
  }, 120_000);

  it('are found in another sheet of the workbook, before and behind', async () => {
    const grid = (text: string): string[][] =>
      text
        .trim()
        .split('\n')
        .map((line) => line.split(','));
    for (const names of [
      ['名册', '记录'],
      ['记录', '名册'],
    ]) {
      const book = XLSX.utils.book_new();
      for (const name of names)
        XLSX.utils.book_append_sheet(
          book,
          XLSX.utils.aoa_to_sheet(grid(name === '名册' ? register([0, 1, 2]) : LOG[1].toString())),
          name,
        );
      const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
      const { held, questions } = await seen(await loaded([['全市.xlsx', bytes]]));
      expect([held, questions]).toEqual([{ 临江高新区: 8, 东湖经开区: 8, 望海产业园: 8 }, []]);
    }
  }, 120_000);

  it('of the same meetings are not counted beside those of a log that states zones', async () => {
    const zoned: File = [
      '临江会议.csv',
      meetings('党组织代码,开发区', (zone, at) => `${org(zone, at)},${ZONES[zone] ?? ''}`, [0]),
    ];
    for (const files of shuffles<File>([LOG, ['名册.csv', register([0, 1, 2])], zoned]))
      expect((await seen(await loaded(files))).held).toEqual({ 临江高新区: 8, 东湖经开区: 8, 望海产业园: 8 });
  }, 300_000);

  it('of a list of units are those of the list before it', async () => {
    const uscc = (zone: number, at: number): string => `9142014${zone}E22A301EM${at}`;
    const units = (header: string, zone: (of: number) => string, day: string): string =>
      lines(
        `企业名称,统一社会信用代码,${header}统计日期,单位性质,经营状态,组建形式,从业人员,党员人数`,
        [0, 1].flatMap((of) =>
          [0, 1, 2, 3].map(
            (at) => `第${of}${at}机械有限公司,${uscc(of, at)},${zone(of)}${day},非公企业,运营,单独支部,120,12`,
          ),
        ),
      );
    const files: File[] = [
      ['企业2024Q2.csv', units('开发区,', (of) => `${ZONES[of] ?? ''},`, '2024-06-30')],
      ['企业2024Q3.csv', units('', () => '', '2024-09-30')],
    ];
    for (const order of shuffles(files)) {
      const collection = await loaded(order);
      await seen(collection);
      const rows = await engine.rows(
        `SELECT zone_id, CAST(count(*) AS DOUBLE) AS n FROM unit_coverage WHERE snapshot_date = '2024-09-30' GROUP BY 1 ORDER BY 1`,
      );
      expect(rows).toEqual([
        { zone_id: '东湖经开区', n: 4 },
        { zone_id: '临江高新区', n: 4 },
      ]);
      expect(reportOf(collection, '企业2024Q3.csv')?.tables[0]?.listed).toMatchObject({ thing: 'unit', rows: 8 });
    }
  }, 120_000);
});
