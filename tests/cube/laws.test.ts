import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Cell,
  type Cube,
  EMPTY_CUBE,
  alignPeriod,
  buildCells,
  isLater,
  loadCube,
  mergeCubes,
  populationSql,
  prepare,
  rateOf,
  rollUp,
  saveCube,
  sharesOf,
} from '../../src/cube';
import type { Dimension, MetricSpec } from '../../src/domain';
import { contains } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { METRICS, metricById } from '../../src/model';
import { openWithTables } from '../engine';
import { type AllRows, type Fields, NO_ROWS, everything, fill, ratings } from './rows';

const bySets: readonly (readonly Dimension[])[] = [
  [],
  ['zone'],
  ['zone', 'domain'],
  ['committee'],
  ['category'],
  ['zone', 'category'],
];
/** Sums of fractions differ in their last bits with the order they were added in. */
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(9)));
const sorted = (lines: readonly string[]): string[] => [...lines].sort();

async function cubeOf(engine: Engine, rows: AllRows): Promise<Cube> {
  for (const [table, content] of Object.entries({ ...NO_ROWS, ...rows })) await fill(engine, table, content);
  await prepare(engine, { asOf: '2019-03-31' });
  const { cells, missing } = await buildCells(engine);
  return { ...EMPTY_CUBE, cells, missing };
}

type PopulationRow = Awaited<ReturnType<Engine['rows']>>[number];

/** The rows of a population that count in a period: the last snapshot of each zone and partition for a stock, everything inside otherwise. */
async function counting(engine: Engine, metric: MetricSpec, period: string): Promise<PopulationRow[]> {
  const rows = await engine.rows(
    `SELECT zone, committee, domain, period, category, numerator, denominator FROM (${populationSql(metric)}) p`,
  );
  const inside = rows.filter((row) => contains(period, String(row.period)));
  if (metric.time !== 'stock') return inside;
  const parts = Math.max(0, (metric.categoryParts?.length ?? 0) - 1);
  const keyOf = (row: PopulationRow): string =>
    [String(row.zone), ...String(row.category).split('|').slice(0, parts)].join('/');
  const last = new Map<string, string>();
  for (const row of inside) {
    const before = last.get(keyOf(row));
    const at = String(row.period);
    if (before === undefined || (before !== at && isLater(at, before))) last.set(keyOf(row), at);
  }
  return inside.filter((row) => last.get(keyOf(row)) === row.period);
}

/** The population itself, grouped by plain code. */
function direct(rows: readonly PopulationRow[], by: readonly Dimension[]): string[] {
  const groups = new Map<string, { n: number; d: number | null }>();
  for (const row of rows) {
    const key = by.map((dimension) => String(row[dimension])).join('/');
    const group = groups.get(key) ?? { n: 0, d: null };
    group.n += Number(row.numerator);
    if (row.denominator !== null) group.d = (group.d ?? 0) + Number(row.denominator);
    groups.set(key, group);
  }
  return sorted([...groups].map(([key, { n, d }]) => `${key} ${rounded(n)}/${rounded(d)}`));
}

const lines = (cube: Cube, metric: MetricSpec, by: readonly Dimension[], period: string): string[] =>
  sorted(
    rollUp(cube, { metric: metric.id, by, periods: [period] }).map(
      (group) =>
        `${by.map((dimension) => group[dimension]).join('/')} ${rounded(group.numerator)}/${rounded(group.denominator)}`,
    ),
  );

/** Every metric over every table, many times. */
const LONG = 300_000;

describe('laws of the cube, on the real engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openWithTables();
  });
  afterAll(() => engine.close());

  it(
    'rolling up cells equals grouping the population directly, for every metric',
    async () => {
      await fc.assert(
        fc.asyncProperty(everything, fc.constantFrom('2018Q3', '2018Q4', '2018', '2018-09'), async (rows, wanted) => {
          const cube = await cubeOf(engine, rows);
          const missing = new Set(cube.missing.map((entry) => entry.metric));
          for (const metric of METRICS.filter((known) => !missing.has(known.id))) {
            const period = alignPeriod(metric, wanted);
            const rows = await counting(engine, metric, period);
            for (const by of bySets)
              expect([metric.id, ...lines(cube, metric, by, period)]).toEqual([metric.id, ...direct(rows, by)]);
          }
        }),
        { numRuns: 8 },
      );
    },
    LONG,
  );

  it(
    'the cells of zones counted apart are those of both files together',
    async () => {
      const key = (cells: readonly Cell[]): string[] =>
        sorted(
          cells.map((cell) =>
            JSON.stringify({ ...cell, numerator: rounded(cell.numerator), denominator: rounded(cell.denominator) }),
          ),
        );
      const part = (rows: AllRows, zones: readonly string[]): AllRows => {
        const only = (list: Fields[]) => list.filter((row) => zones.includes(String(row.zone_id)));
        return Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, only(list)]));
      };
      await fc.assert(
        fc.asyncProperty(everything, async (rows) => {
          const one = await cubeOf(engine, part(rows, ['甲']));
          const others = await cubeOf(engine, part(rows, ['乙', '丙']));
          const together = await cubeOf(engine, rows);
          const files = [one, others].map((cube, at) => ({ name: `${at}.arrow`, cube }));
          const { cube, refused } = mergeCubes(files);
          expect(refused).toEqual([]);
          expect(key(cube?.cells ?? [])).toEqual(key(together.cells));
          expect(cube?.missing.every((entry) => !together.cells.some(({ metric }) => metric === entry.metric))).toBe(
            true,
          );
        }),
        { numRuns: 5 },
      );
    },
    LONG,
  );

  it('counts stand where no rows are, by zone, month and committee, and are marked', async () => {
    const unit = { zone_id: '甲', unit_kind: '非公企业', operating: '运营', coverage_mode: '单独支部' };
    const listed = { ...unit, snapshot_date: '2018-12-20', committee: '望海街道党工委', unit_name: 'A' };
    const count = { zone_id: '甲', snapshot_date: '2018-12-31', file_id: 1 };
    const of = async (unit_coverage: Fields[], coverage_count: Fields[]) =>
      (await cubeOf(engine, { unit_coverage, coverage_count })).cells
        .filter(({ metric }) => metric === 'org_coverage_rate')
        .map(({ committee, numerator, denominator, counted }) => [committee, numerator, denominator, counted ?? false]);
    const streets = [
      { ...count, committee: '望海街道', units: 40, built: 10 },
      { ...count, committee: '蓝湾街道', units: 50, built: 20 },
    ];
    // The street that is listed gives way; the other stands.
    expect(await of([listed], streets)).toEqual([
      ['望海街道党工委', 1, 1, false],
      ['蓝湾街道', 20, 50, true],
    ]);
    // Nothing tells which of the streets the listed units are of.
    for (const committee of [null, '非公企业党委'])
      expect((await of([{ ...listed, committee }], streets)).map((cell) => cell[3])).toEqual([false]);
    // Of another month: the later snapshot is another matter for the roll-up, both are told.
    expect(await of([{ ...listed, snapshot_date: '2018-09-30' }], streets)).toHaveLength(3);
    // A total beside its parts, in whatever file, is not added to them.
    expect(await of([], [...streets, { ...count, file_id: 2, units: 90, built: 30 }])).toEqual([
      ['望海街道', 10, 40, true],
      ['蓝湾街道', 20, 50, true],
    ]);
  });

  it('what counts do not state is unknown, not zero', async () => {
    const count = { zone_id: '甲', snapshot_date: '2018-12-31', file_id: 1 };
    const rates = async (row: Fields) => {
      const cube = await cubeOf(engine, { coverage_count: [{ ...count, ...row }] });
      const ids = ['org_coverage_rate', 'should_build_built_rate', 'standalone_build_rate', 'instructor_rate'];
      return ids.map((metric) => {
        const [group] = rollUp(cube, { metric, by: ['zone'], periods: ['2018Q4'] });
        return group && rateOf(group) !== null ? `${group.numerator}/${group.denominator}` : null;
      });
    };
    // 已建数 beside 应建数 is a part of it, unless the rate or the remainder says otherwise.
    const stated = { units: 140, due: 113, built: 86, alone: 62, joint: 24, instructors: 80 };
    expect(await rates(stated)).toEqual([null, '86/113', null, '80/140']);
    expect(await rates({ ...stated, rate: 0.761 })).toEqual([null, '86/113', null, '80/140']);
    expect(await rates({ ...stated, rate: 0.614 })).toEqual(['86/140', null, '62/140', '80/140']);
    expect(await rates({ ...stated, not_built: 54 })).toEqual(['86/140', null, '62/140', '80/140']);
    expect(await rates({ ...stated, due_built: 80 })).toEqual(['86/140', '80/113', '62/140', '80/140']);
    expect(await rates({ ...stated, built: 120 })).toEqual(['120/140', null, '62/140', '80/140']);
    expect(await rates({ units: 140, due: 140, built: 86 })).toEqual(['86/140', '86/140', null, null]);
    expect(await rates({ units: 140, built: 86, instructors: 150 })).toEqual(['86/140', null, null, null]);
    expect(await rates({ due_built: 86, due_not_built: 27 })).toEqual([null, '86/113', null, null]);
    expect(await rates({ rate: 0.761 })).toEqual([null, null, null, null]);
  });

  it('a saved cube reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(everything, async (rows) => {
        const cube: Cube = { ...(await cubeOf(engine, rows)), asOf: '2018-12-31', sources: ['a.csv'], example: true };
        const saved = saveCube(cube);
        expect(loadCube(saved)).toEqual(cube);
        expect(Buffer.compare(saveCube(loadCube(saved)), saved)).toBe(0);
      }),
      { numRuns: 3 },
    );
  });

  it('a rate is null, never 0 %, when nothing is in its denominator', async () => {
    const cube = await cubeOf(engine, {
      unit_coverage: [
        {
          zone_id: '甲',
          snapshot_date: '2018-12-31',
          operating: '停业',
          unit_kind: '非公企业',
          coverage_mode: '单独支部',
        },
      ],
    });
    const [group] = rollUp(cube, { metric: 'org_coverage_rate', by: ['zone'], periods: ['2018Q4'] });
    expect(group).toEqual({ zone: '甲', numerator: 0, denominator: 0 });
    expect(group && rateOf(group)).toBeNull();
  });

  it('a snapshot with nothing in scope still replaces the one before it', async () => {
    const unit = { zone_id: '甲', unit_name: 'A', unit_kind: '非公企业', operating: '运营', instructor: false };
    const cube = await cubeOf(engine, {
      unit_coverage: [
        { ...unit, snapshot_date: '2018-10-31', coverage_mode: '未建-应建' },
        { ...unit, snapshot_date: '2018-12-31', coverage_mode: '未建-无党员' },
      ],
    });
    const [group] = rollUp(cube, { metric: 'should_build_built_rate', by: [], periods: ['2018Q4'] });
    expect(group).toEqual({ numerator: 0, denominator: 0 });
  });

  it('adds sums, never rates: 12/12, 19/20, 162/200 and 400/530 make 593/762', async () => {
    const parts: readonly (readonly [string, number, number])[] = [
      ['甲', 12, 12],
      ['乙', 19, 20],
      ['丙', 162, 200],
      ['丁', 400, 530],
    ];
    const cells = parts.map(([zone, numerator, denominator]) => ({
      metric: 'org_coverage_rate',
      zone,
      committee: '',
      domain: '',
      period: '2018-12-31',
      category: '',
      numerator,
      denominator,
    }));
    const [whole] = rollUp({ ...EMPTY_CUBE, cells }, { metric: 'org_coverage_rate', by: [], periods: ['2018Q4'] });
    expect(whole && rateOf(whole)).toBeCloseTo(593 / 762, 12);
  });

  it('shares of a distribution sum to one within a scheme', async () => {
    await fc.assert(
      fc.asyncProperty(ratings, async (rows) => {
        const cube = await cubeOf(engine, { star_rating: rows });
        const metric = metricById('star_level_dist');
        const groups = rollUp(cube, { metric: metric.id, by: ['category'], periods: ['2018'] });
        const shares = sharesOf(groups.filter((group) => group.category?.startsWith('p|省|') === true));
        const sum = shares.reduce((all, { share }) => all + (share ?? 0), 0);
        if (shares.length > 0) expect(sum).toBeCloseTo(1, 12);
      }),
      { numRuns: 8 },
    );
  });
});
