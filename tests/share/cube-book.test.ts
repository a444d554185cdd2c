import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { periodText } from '../../src/brief';
import { type Cube, LEVELS, type Level, rateOf, rollUp, total } from '../../src/cube';
import { grainOf, isFinerOrEqual, joinCategory, toGrain } from '../../src/domain';
import { METRICS, metricById } from '../../src/model';
import { EVERYTHING, cubeXlsx, released } from '../../src/share';
import { inventedCube } from './invented-cubes';

type Row = Record<string, string | number | null>;

/** A cube as it is given out, and the rows of the sheets of its workbook. */
async function given(seed: number, level: Level) {
  const release = { level, by: '甲', for: '=乙', on: '2026-01-01', pages: null, sums: ['ab'] };
  const cube = released({ ...inventedCube(seed), sources: ['=1+1.csv'] }, { level, ...EVERYTHING, release });
  const book = read(await cubeXlsx(cube, '2026-01-01', 'zh'), { type: 'array' });
  const rows = (name: string): Row[] => {
    const sheet = book.Sheets[name];
    return sheet === undefined ? [] : utils.sheet_to_json<Row>(sheet, { defval: null, raw: true });
  };
  return { cube, book, rows };
}

const text = (value: Row[string] | undefined): string => String(value ?? '');
const metricNamed = (label: string) => {
  const found = METRICS.find((metric) => metric.label.zh === label);
  if (!found) throw new Error(`no such metric: ${label}`);
  return found;
};

/** Checks the rows of rates and counts without categories against the cube; says how many there were. */
function checked(cube: Cube, rows: readonly Row[]): number {
  const stored = new Map(
    cube.cells.flatMap(({ metric, period }) => {
      const { grain } = metricById(metric);
      const own = isFinerOrEqual(grainOf(period), grain) ? toGrain(period, grain) : period;
      return [
        [`${metric} ${periodText(own, 'zh')}`, own],
        [`${metric} ${periodText(period, 'zh')}`, period],
      ] as const;
    }),
  );
  const plain = rows.filter(
    (row) => row['附注'] !== '数小不列' && metricNamed(text(row['指标'])).categoryParts === undefined,
  );
  for (const row of plain) {
    const { id } = metricNamed(text(row['指标']));
    const period = stored.get(`${id} ${text(row['统计期'])}`) ?? '';
    const zones = row['园区'] === '全部园区' ? [] : [text(row['园区'])];
    const sum = total(cube, { metric: id, periods: [period], zones });
    expect([row['指标'], row['分子（计数即数量）'], row['分母']]).toEqual([
      row['指标'],
      sum?.numerator,
      sum?.denominator ?? null,
    ]);
    const rate = sum && rateOf(sum);
    if (rate === null) expect(row['比率']).toBeNull();
    else expect(row['比率']).toBeCloseTo(rate, 11);
  }
  return plain.length;
}

describe.each(LEVELS)('the workbook of a cube, %s', (level) => {
  it('holds every figure of the cube by zone, and nothing else', async () => {
    for (const seed of [3, 5, 8]) {
      const { cube, rows } = await given(seed, level);
      const some = ['覆盖', '党员队伍', '整改', '分类定级'].flatMap(rows);
      expect(checked(cube, some)).toBeGreaterThan(10);
      const shares = some.filter((row) => row['指标'] === '定级分布' && row['园区'] === '全部园区');
      const grades = rollUp(cube, { metric: 'grade_dist', by: ['category'], periods: ['2018'] });
      expect(shares.map((row) => row['分子（计数即数量）'])).toEqual(grades.map(({ numerator }) => numerator));
    }
  });

  it('holds the cells as they are told', async () => {
    const { cube, rows } = await given(13, level);
    expect(rows('汇总数').map((row) => [row['编号'], row['园区'], row['党委'], row['分子'], row['分母']])).toEqual(
      cube.cells.map((cell) => [
        cell.metric,
        cell.zone,
        cell.committee || '未注明',
        cell.silent ? null : cell.numerator,
        cell.denominator,
      ]),
    );
  });

  it('says what it is, of what, how each figure is counted and what is left out', async () => {
    const { cube, book, rows } = await given(21, level);
    const about = Object.fromEntries(rows('说明').map((row) => [text(row['项目']), row['内容']]));
    expect(about).toMatchObject({
      级别: { internal: '内部', 'handed-down': '下发', public: '公开' }[level],
      送: '=乙',
      制作单位: '甲',
    });
    expect(rows('口径').map((row) => row['编号'])).toEqual(METRICS.map(({ id }) => id));
    expect(rows('来源')).toEqual([{ 文件: '=1+1.csv', '校验码（SHA-256）': 'ab' }]);
    expect(book.SheetNames.includes('没有列出的')).toBe(cube.disclosure !== undefined);
    for (const sheet of Object.values(book.Sheets))
      for (const cell of Object.values(sheet)) expect((cell as { f?: string }).f).toBeUndefined();
  });
});

it('a zone that is not told stands there as 数小不列, without a figure', async () => {
  let met = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const { cube, rows } = await given(seed, 'public');
    const withheld = cube.disclosure?.withheld.filter(
      ({ metric, zone }) => metric === 'org_coverage_rate' && zone !== null,
    );
    const few = rows('覆盖').filter((row) => row['指标'] === '组织覆盖率' && row['附注'] === '数小不列');
    expect(new Set(few.map((row) => row['园区']))).toEqual(new Set(withheld?.map(({ zone }) => zone)));
    for (const row of few) expect([row['分子（计数即数量）'], row['分母'], row['比率']]).toEqual([null, null, null]);
    met += few.length;
  }
  expect(met).toBeGreaterThan(3);
});

it.each([
  ['zh', '党员大会 · 次数', '1 次', ['应开党员大会、支委会 · 全部开齐', '应开党员大会、支委会 · 未开齐支委会']],
  [
    'en',
    'Members’ meeting · Times',
    '1 time',
    [
      'Owed: Members’ meeting and Branch committee · All held',
      'Owed: Members’ meeting and Branch committee · Not all held: Branch committee',
    ],
  ],
] as const)('names rules and meetings as people do, %s', async (locale, rule, value, categories) => {
  const own = (lacks: string, numerator: number) => ({
    ...{ metric: 'meeting_items_dist', zone: '甲', committee: '乙', domain: '', period: '2018Q4' },
    ...{ category: joinCategory('党员大会+支委会', lacks), numerator, denominator: null },
  });
  const version = { value: '1', validFrom: null, validTo: null, docRef: '' };
  const cube = {
    ...inventedCube(2),
    cells: [own('无', 8), own('支委会', 3)],
    rules: [{ ruleId: 'meeting/党员大会/times', ...version }],
  };
  const book = read(await cubeXlsx(cube, '2026-01-01', locale), { type: 'array' });
  const zh = locale === 'zh';
  const rows = (name: string): Row[] => utils.sheet_to_json<Row>(book.Sheets[name] ?? {}, { defval: null });
  const [only] = rows(zh ? '规则' : 'Rules');
  expect([only?.[zh ? '规则' : 'Rule'], only?.[zh ? '值' : 'Value']]).toEqual([rule, value]);
  const told = rows(zh ? '组织生活' : 'Organisation life').map((row) => row[zh ? '分类' : 'Category']);
  expect([...new Set(told)].sort()).toEqual([...categories].sort());
});

it('counts that say nothing of a figure are no 0 of it', async () => {
  const cell = (zone: string, numerator: number, denominator: number) => ({
    ...{ metric: 'org_coverage_rate', zone, committee: '', domain: '', period: '2018Q4', category: '' },
    ...{ numerator, denominator, counted: true as const },
    ...(denominator === 0 && { silent: true as const }),
  });
  const zones = ['甲', '乙'].map((id) => ({ id, name: id, type: '', note: '' }));
  const cube = { ...inventedCube(2), zones, cells: [cell('甲', 8, 10), cell('乙', 0, 0)] };
  const book = read(await cubeXlsx(cube, '2026-01-01', 'zh'), { type: 'array' });
  const rows = Object.values(book.Sheets).flatMap((sheet) => utils.sheet_to_json<Row>(sheet, { defval: null }));
  const said = rows.filter((row) => row['指标'] === metricById('org_coverage_rate').label.zh && '分母' in row);
  expect(said.map((row) => [row['园区'], row['分子（计数即数量）'], row['分母'], row['附注']])).toEqual(
    expect.arrayContaining([
      ['甲', 8, 10, '汇总数'],
      ['乙', null, null, '汇总数得不出此项'],
    ]),
  );
});
