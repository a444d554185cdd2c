import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCells, prepare, total, EMPTY_CUBE } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileInput, type FileReport, bytesSource, localStager } from '../../src/ingest';
import { metricById } from '../../src/model';

const HEADER = '党组织代码,党组织名称,统计日期,开发区,上级党组织代码,党组织类别,党员总数';
const COMMITTEES = ['01,云岭高新区党工委,2018-12-31,云岭高新区,,党工委,', '0101,甲党委,2018-12-31,云岭高新区,01,党委,'];
const BRANCHES = [
  '010101,一支部,2018-12-31,云岭高新区,0101,支部,12',
  '010102,二支部,2018-12-31,云岭高新区,0199,支部,8',
  '010103,三支部,2018-12-31,云岭高新区,010104,支部,7',
  '010104,四支部,2018-12-31,云岭高新区,010105,支部,6',
  '010105,五支部,2018-12-31,云岭高新区,010103,支部,5',
  '010106,六支部,2018-12-31,云岭高新区,010106,支部,4',
];

function input(path: string, lines: readonly string[]): FileInput {
  const data = new TextEncoder().encode([HEADER, ...lines].join('\n') + '\n');
  return { path, data, source: bytesSource(path, data) };
}

const told = ({ issues }: FileReport, code: string): unknown[] =>
  issues.filter((issue) => issue.code === code).map(({ row, column, value, detail }) => [row, column, value, detail]);

describe('who is above whom', () => {
  let engine: Engine;
  let collection: Collection;
  beforeAll(async () => {
    engine = await openNodeEngine();
  });
  beforeEach(async () => {
    collection = await Collection.open(engine, localStager);
  });
  afterAll(() => engine.close());

  /** Adds a file as a batch of its own. */
  async function added(file: FileInput): Promise<FileReport> {
    const { id } = await collection.add(file);
    await collection.settle();
    return collection.files.find((report) => report.id === id) as FileReport;
  }

  it('tells orphans and circles with record, column, value and name', async () => {
    const report = await added(input('名册.csv', [...COMMITTEES, ...BRANCHES]));
    expect(report.issueCounts).toEqual({ 'parent-not-found': 1, 'parent-circle': 4 });
    expect(told(report, 'parent-not-found')).toEqual([[5, '上级党组织代码', '0199', '二支部']]);
    expect(told(report, 'parent-circle')).toEqual([
      [6, '上级党组织代码', '010104', '三支部'],
      [7, '上级党组织代码', '010105', '四支部'],
      [8, '上级党组织代码', '010103', '五支部'],
      [9, '上级党组织代码', '010106', '六支部'],
    ]);
  });

  it('finds parents by name, and takes no day or zone for another', async () => {
    const named = ['7,七支部,2018-12-31,云岭高新区,甲党委,支部,3'];
    const elsewhere = ['8,八支部,2017-12-31,云岭高新区,甲党委,支部,3', '9,九支部,2018-12-31,青岚经开区,甲党委,支部,3'];
    const report = await added(input('名册.csv', [...COMMITTEES, ...named, ...elsewhere]));
    expect(told(report, 'parent-not-found')).toEqual([
      [5, '上级党组织代码', '甲党委', '八支部'],
      [6, '上级党组织代码', '甲党委', '九支部'],
    ]);
  });

  it('knows a name in other brackets, wide signs or with a space, but not where it fits two', async () => {
    const file = (path: string, lines: readonly string[]): FileInput => {
      const data = new TextEncoder().encode(lines.join('\n') + '\n');
      return { path, data, source: bytesSource(path, data) };
    };
    const spelled = await added(
      input('名册.csv', [
        '01,云岭高新区党工委,2018-12-31,云岭高新区,,党工委,',
        '0101,甲（Ａ）党委,2018-12-31,云岭高新区,01,党委,',
        '010101,一支部,2018-12-31,云岭高新区,甲(A) 党委,支部,12',
        '010102,二（1）支部,2018-12-31,云岭高新区,0101,支部,8',
        '010103,三（1）支部,2018-12-31,云岭高新区,0101,支部,8',
        '010104,三(1)支部,2018-12-31,云岭高新区,0101,支部,8',
      ]),
    );
    expect(spelled.issueCounts).toEqual({});
    await collection.add(
      file('组织生活.csv', [
        '党组织名称,开发区,活动类型,开展日期',
        '二 (１) 支部,云岭高新区,党课,2018-10-10',
        '三（１）支部,云岭高新区,党课,2018-10-10',
        '四支部,云岭高新区,党课,2018-10-10',
      ]),
    );
    await collection.settle();
    await prepare(engine);
    expect(await engine.rows('SELECT ref, org_id FROM org_spelling ORDER BY ref')).toEqual([
      { ref: '二 (１) 支部', org_id: '010102' },
      { ref: '甲(A) 党委', org_id: '0101' },
    ]);
    expect(await engine.rows("SELECT parent_id FROM org_link WHERE org_id = '010101'")).toEqual([
      { parent_id: '0101' },
    ]);
    expect(await engine.rows("SELECT committee FROM latest_org WHERE ref = '二 (１) 支部'")).toEqual([
      { committee: '甲（Ａ）党委' },
    ]);
  });

  it('leaves alone a work committee whose superior is outside the register', async () => {
    const root = '01,云岭高新区党工委,2018-12-31,云岭高新区,00,党工委,';
    const report = await added(input('名册.csv', [root]));
    expect(report.issueCounts).toEqual({});
  });

  it('looks for the organisation above in other files too, whichever comes first, and again when one goes', async () => {
    const branches = await added(input('支部.csv', BRANCHES.slice(0, 1)));
    expect(branches.issueCounts).toEqual({ 'parent-not-found': 1 });
    const committees = await added(input('党委.csv', COMMITTEES));
    expect(collection.files.map(({ issueCounts }) => issueCounts)).toEqual([{}, {}]);
    await collection.remove(committees.id);
    await collection.settle();
    expect(collection.files.map(({ issueCounts }) => issueCounts)).toEqual([{ 'parent-not-found': 1 }]);
  });

  it('checks a whole batch at once, and later only what shares a register with what came', async () => {
    const mixed = [
      '010199,九支部,2018-12-31,青岚经开区,0198,支部,3',
      '010102,二支部,2018-12-31,云岭高新区,0199,支部,8',
    ];
    await collection.add(input('支部.csv', BRANCHES.slice(0, 1)));
    await collection.add(input('两区.csv', mixed));
    await collection.add(input('他区.csv', ['7,七支部,2018-12-31,长洲高新区,77,支部,3']));
    await collection.settle();
    const counts = (): unknown[] => collection.files.map(({ issueCounts }) => issueCounts['parent-not-found'] ?? 0);
    expect(counts()).toEqual([1, 2, 1]);
    const asked: string[] = [];
    const { rows } = engine;
    engine.rows = (sql) => {
      asked.push(sql);
      return rows(sql);
    };
    await collection.add(input('党委.csv', COMMITTEES));
    expect(asked.filter((sql) => sql.includes('placed AS'))).toEqual([]);
    await collection.settle();
    const settled = asked.filter((sql) => sql.includes('placed AS')).length;
    await collection.settle();
    engine.rows = rows;
    expect(counts()).toEqual([0, 2, 1, 0]);
    expect(asked.filter((sql) => sql.includes('placed AS'))).toHaveLength(settled);
  });

  it('counts neither as linked, and every member once', async () => {
    await collection.add(input('名册.csv', [...COMMITTEES, ...BRANCHES]));
    await prepare(engine);
    const metrics = ['hierarchy_link_rate', 'member_count', 'member_unknown_count'].map(metricById);
    const cube = { ...EMPTY_CUBE, cells: (await buildCells(engine, metrics)).cells };
    const of = (metric: string): unknown => {
      const found = total(cube, { metric, periods: ['2018'] });
      return [found?.numerator, found?.denominator];
    };
    expect(of('hierarchy_link_rate')).toEqual([3, 8]);
    expect(of('member_count')).toEqual([42, null]);
    expect(of('member_unknown_count')).toEqual([0, null]);
  });

  it('keeps a bound out of the members and counts its organisation as unknown', async () => {
    const bound = [
      '0102,乙党委,2018-12-31,云岭高新区,01,党委,1.3万余',
      '010201,某支部,2018-12-31,云岭高新区,0102,支部,40余名',
    ];
    const report = await added(input('名册.csv', [...COMMITTEES, BRANCHES[0] ?? '', ...bound]));
    expect(report.issueCounts).toEqual({ 'bounded-value': 2 });
    await prepare(engine);
    const metrics = ['member_count', 'member_unknown_count'].map(metricById);
    const cube = { ...EMPTY_CUBE, cells: (await buildCells(engine, metrics)).cells };
    expect(metrics.map(({ id }) => total(cube, { metric: id, periods: ['2018'] })?.numerator)).toEqual([12, 1]);
  });
});
