import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cube, buildCube, countedIn, rollUp } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';

/* How many organisations of a zone have each level, reported in place of a list of them: the figures are those of the counts, or none. */

type Lines = readonly string[];

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
}, 120_000);
afterAll(() => engine.close());

async function load(...files: (readonly [name: string, lines: Lines])[]) {
  const collection = await Collection.open(engine, localStager);
  for (const [path, lines] of files) {
    const data = new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
    await collection.add({ path, data, source: bytesSource(path, data) });
  }
  await collection.settle();
  const cube = await buildCube(engine, []);
  await collection.tellCounted();
  return { cube, files: collection.files };
}

/** What a metric says of each zone in a period, by the last part of its category where it is a distribution; null where it is unknown. */
function said(cube: Cube, metric: string, period = '2024'): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const cell of cube.cells) {
    if (cell.metric !== metric || cell.period !== period) continue;
    if (cell.silent) told[cell.zone] ??= null;
    else if (cell.denominator === null) {
      const [level = ''] = cell.category.split('|').slice(-1);
      if ((cell.numerator ?? 0) > 0)
        told[cell.zone] = { ...(told[cell.zone] as Record<string, number>), [level]: cell.numerator };
    } else if (cell.denominator > 0) told[cell.zone] = `${cell.numerator}/${cell.denominator}`;
  }
  return told;
}

const codes = (files: readonly FileReport[], at = 0): string[] =>
  Object.keys(files[at]?.issueCounts ?? {})
    .filter((code) => /^(?:level|share|counts)/u.test(code))
    .sort();

const LEVELS = ['五星级', '四星级', '三星级', '未定星'] as const;
const ZONES = ['临江高新区', '东湖经开区', '望海产业园'] as const;
type Counts = readonly (readonly [number, number, number, number])[];
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const percent = (x: number, n: number): string => (n === 0 ? '' : `${((100 * x) / n).toFixed(1)}%`);
const TITLE = '2024年度星级党组织评定情况统计表';

/** The same counts as offices write them. */
const LAYOUTS: Readonly<Record<string, (counts: Counts) => Lines>> = {
  'a column a level': (counts) => [
    TITLE,
    `序号,园区,${LEVELS.join(',')},合计,备注`,
    ...counts.map((row, at) => `${at + 1},${ZONES[at]},${row.join(',')},${sum(row)},`),
    `合计,,${LEVELS.map((_, at) => sum(counts.map((row) => row[at] ?? 0))).join(',')},${sum(counts.map(sum))},`,
  ],
  'with its share': (counts) => [
    TITLE,
    `单位,${LEVELS.map((level) => `${level}党组织（个）,占比`).join(',')}`,
    ...counts.map((row, at) => `${ZONES[at]},${row.map((x) => `${x},${percent(x, sum(row))}`).join(',')}`),
  ],
  'two tiers': (counts) => [
    TITLE,
    `园区,${LEVELS.map((level) => `${level},`).join(',')}`,
    `,${LEVELS.map(() => '数量,占比').join(',')}`,
    ...counts.map((row, at) => `${ZONES[at]},${row.map((x) => `${x},${percent(x, sum(row))}`).join(',')}`),
  ],
  'a row a level': (counts) => [
    TITLE,
    '园区,星级,党组织数',
    ...counts.flatMap((row, at) => row.flatMap((x, of) => (x > 0 ? [`${ZONES[at]},${LEVELS[of]},${x}`] : []))),
  ],
  'zones side by side': (counts) => [
    TITLE,
    `星级,${ZONES.join(',')},合计`,
    ...LEVELS.map((level, of) =>
      [level, ...counts.map((row) => row[of] ?? 0), sum(counts.map((row) => row[of] ?? 0))].join(','),
    ),
  ],
  'figures and stars': (counts) => [
    '2024年度两新党组织评星情况',
    '园区,★★★★★,4星,3星,未评',
    ...counts.map((row, at) => `${ZONES[at]},${row.join(',')}`),
  ],
};

describe('stars in counts', () => {
  it.each(Object.entries(LAYOUTS))('%s: each zone has its own counts', async (_, write) => {
    const one = fc.integer({ min: 0, max: 40 });
    const counts = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), one, one, one), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(counts, async (rows) => {
        const { cube, files } = await load(['汇总.csv', write(rows)]);
        const of = (make: (row: Counts[number]) => unknown) =>
          Object.fromEntries(rows.map((row, at) => [ZONES[at], make(row)]));
        const rated = ([five, four, three]: Counts[number]) => five + four + three;
        expect(said(cube, 'star_level_dist')).toEqual(
          of(([five, four, three]) =>
            Object.fromEntries(Object.entries({ 5: five, 4: four, 3: three }).filter(([, n]) => n > 0)),
          ),
        );
        expect(said(cube, 'high_star_share')).toEqual(of((row) => `${row[0] + row[1]}/${rated(row)}`));
        const isTold = (row: Counts[number]): boolean => _ !== 'a row a level' || row[3] > 0;
        expect(said(cube, 'star_rated_rate')).toEqual(of((row) => (isTold(row) ? `${rated(row)}/${sum(row)}` : null)));
        // Who is new or moved only rows of organisations tell.
        for (const metric of ['star_new_count', 'star_up_rate', 'star_transition', 'star_dim_rate'])
          expect(said(cube, metric)).toEqual(of(() => null));
        expect(codes(files)).toEqual([]);
        expect(cube.cells.filter(({ metric, counted }) => metric.startsWith('star_') && !counted)).toEqual([]);
        // Zones are added up like any rows.
        const [all] = rollUp(cube, { metric: 'high_star_share', by: [], periods: ['2024'] });
        expect([all?.numerator, all?.denominator]).toEqual([sum(rows.map(([a, b]) => a + b)), sum(rows.map(rated))]);
      }),
      { numRuns: 1 },
    );
  });

  it('give way to the zone’s own rows, whichever came first, and are held against them', async () => {
    const counts = ['汇总.csv', [TITLE, '园区,五星级,四星级,三星级', '临江高新区,1,1,3', '东湖经开区,1,4,5']] as const;
    const rows = [
      '明细.csv',
      [
        '2024年星级评定结果',
        '党组织名称,园区,星级',
        '甲公司党支部,临江高新区,五星级',
        '乙公司党支部,临江高新区,四星级',
      ],
    ] as const;
    for (const files of [
      [counts, rows],
      [rows, counts],
    ]) {
      const { cube, files: told } = await load(...files);
      expect(said(cube, 'high_star_share')).toEqual({ 临江高新区: '2/2', 东湖经开区: '5/10' });
      expect(countedIn(cube, { metric: 'high_star_share' }, ['2024'], ['zone']).map(({ key }) => key[0])).toEqual([
        '东湖经开区',
      ]);
      const found = told.flatMap(({ issues }) => issues.filter(({ code }) => code.startsWith('levels-')));
      expect(found.map(({ code, value, detail }) => [code, value, detail])).toEqual([
        ['levels-beside-rows', '临江高新区 2024', undefined],
        ['levels-not-rows', '三星 3', '0'],
      ]);
    }
  });

  it.each([
    [
      'a blank is not 0',
      ['园区,五星级,四星级,三星级', '甲高新区,1,,3', '乙经开区,1,2,3'],
      { 甲高新区: null, 乙经开区: '3/6' },
      ['levels-incomplete'],
    ],
    [
      'unless the total shows it',
      ['园区,五星级,四星级,三星级,合计', '甲高新区,1,,3,4', '乙经开区,1,2,3,6'],
      { 甲高新区: '1/4', 乙经开区: '3/6' },
      [],
    ],
    [
      'a total that is none is told',
      ['园区,五星级,四星级,三星级,合计', '甲高新区,1,1,3,6', '乙经开区,1,2,3,6'],
      { 甲高新区: '2/5', 乙经开区: '3/6' },
      ['levels-not-total'],
    ],
    [
      'a share that is none is told',
      ['园区,五星级,五星级占比,四星级,三星级', '甲高新区,1,30%,1,3', '乙经开区,1,16.7%,2,3'],
      { 甲高新区: '2/5', 乙经开区: '3/6' },
      ['share-not-count'],
    ],
    [
      'levels that do not make those rated say nothing',
      ['园区,参评数,五星级,四星级,三星级', '甲高新区,9,1,1,3', '乙经开区,6,1,2,3'],
      { 甲高新区: null, 乙经开区: '3/6' },
      ['levels-not-rated'],
    ],
    [
      'four and five stars alone are no shares of all',
      ['园区,五星级,四星级', '甲高新区,1,4', '乙经开区,1,2'],
      { 甲高新区: null, 乙经开区: null },
      [],
    ],
    [
      'streets of a zone are finer than the zone',
      ['园区,街道,五星级,四星级,三星级', '甲高新区,,2,2,6', '甲高新区,滨江街道,1,1,3', '甲高新区,云山街道,1,1,3'],
      { 甲高新区: '2/5' },
      ['levels-repeated'],
    ],
  ])('%s', async (_, lines, share, told) => {
    const { cube, files } = await load(['a.csv', [TITLE, ...lines]]);
    expect(said(cube, 'high_star_share')).toEqual(share);
    expect(codes(files)).toEqual(told);
  });

  it.each([
    ['应参评数,参评数,五星级,四星级,三星级', '12,10,1,4,5', '10/12'],
    ['五星级,四星级,三星级,未评,新建不定星,一票否决', '1,4,5,2,3,1', '10/13'],
    ['五星级,四星级,三星级', '1,4,5', null],
    ['应参评数,五星级,四星级,三星级', '9,1,4,5', null],
    ['参评数,五星级,四星级,三星级,未评,合计', '12,1,4,5,2,12', null],
  ])('rated by %s of %s is %s', async (header, row, rate) => {
    const { cube } = await load(['a.csv', [TITLE, `园区,${header}`, `甲高新区,${row}`, `乙高新区,${row}`]]);
    expect(said(cube, 'star_rated_rate')).toEqual({ 甲高新区: rate, 乙高新区: rate });
  });

  it.each(['2024年度新评定星级党组织统计表', '2024年五星级党组织表彰情况汇总', '2024年拟评定星级党组织统计'])(
    '%s is of some only',
    async (title) => {
      const { cube, files } = await load([
        'a.csv',
        [title, '园区,五星级,四星级,三星级', '甲高新区,1,4,5', '乙高新区,1,1,1'],
      ]);
      expect(said(cube, 'star_level_dist')).toEqual({ 甲高新区: null, 乙高新区: null });
      expect(codes(files)).toEqual(['counts-of-some']);
    },
  );
});

describe('grades in counts', () => {
  it.each([
    [
      '2024年度基层党组织分类定级情况统计表',
      '先进,一般,后进,未定级,合计',
      '6,25,0,2,33',
      'grade_dist',
      { 1: 6, 2: 25 },
    ],
    [
      '2024年度基层党组织分类定级情况统计表',
      '优秀等次,良好等次,合格等次,不合格等次',
      '6,5,4,1',
      'grade_dist',
      { 1: 6, 2: 5, 3: 4, 4: 1 },
    ],
    ['2024年基层党组织分类定级', 'A级,B级,C级,D级', '6,5,4,1', 'grade_dist', { 1: 6, 2: 5, 3: 4, 4: 1 }],
    ['2024年度党组织党建考核等次', '优秀,良好,合格', '6,5,4', 'appraisal_level_dist', { 1: 6, 2: 5, 3: 4 }],
    ['2024年度党组织书记述职评议等次', '好,较好,一般,较差', '6,5,4,0', 'review_level_dist', { 1: 6, 2: 5, 3: 4 }],
    ['2024年基层党组织分类定级', '优秀,合格,基本合格,不合格', '6,5,4,1', 'grade_dist', null],
    ['2024年基层党组织分类定级', '一类,二类,三类', '6,5,4', 'grade_dist', null],
  ])('%s: %s', async (title, header, row, metric, dist) => {
    const { cube, files } = await load(['a.csv', [title, `园区,${header}`, `甲高新区,${row}`, `乙高新区,${row}`]]);
    expect(said(cube, metric)).toEqual({ 甲高新区: dist, 乙高新区: dist });
    expect(codes(files)).toEqual(dist === null ? ['level-unknown'] : []);
  });

  it('tell how many were graded only where they say of how many, and never who moved', async () => {
    const title = '2024年度基层党组织分类定级情况统计表';
    const { cube } = await load([
      'a.csv',
      [title, '园区,先进,一般,后进,未定级', '甲高新区,6,25,1,2', '乙高新区,1,1,1,0'],
    ]);
    expect(said(cube, 'graded_rate')).toEqual({ 甲高新区: '32/34', 乙高新区: '3/3' });
    expect(said(cube, 'advanced_share')).toEqual({ 甲高新区: '6/32', 乙高新区: '1/3' });
    expect(said(cube, 'backward_share')).toEqual({ 甲高新区: '1/32', 乙高新区: '1/3' });
    for (const metric of ['grade_up_rate', 'grade_transition', 'assessor_gap'])
      expect(said(cube, metric)).toEqual({ 甲高新区: null, 乙高新区: null });
  });

  it.each([
    '2024年民主评议党员情况,园区|优秀|合格|基本合格|不合格',
    '2024年干部年度考核,园区|优秀|良好|合格|不合格',
    '学生体质测试,学校|优秀|良好|合格|不合格',
    '2024年星级酒店统计,园区|五星级|四星级|三星级|合计',
    '“五星”党组织创建统计,园区|政治星|学习星|发展星|服务星|廉洁星',
  ])('%s are no counts of organisations', async (table) => {
    const [title = '', header = ''] = table.split(',');
    const heads = header.replaceAll('|', ',');
    const row = heads.replace(/^[^,]*/u, '甲高新区').replaceAll(/,[^,]+/gu, ',3');
    await expect(load(['a.csv', [title, heads, row, row.replace('甲', '乙')]])).rejects.toMatchObject({
      code: 'no-known-table',
    });
  });
});
