import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
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
import { type Fields, fill, organisations, ratings, units } from './rows';

interface Tables {
  unit_coverage: Fields[];
  star_rating: Fields[];
  party_org: Fields[];
}

const tables: fc.Arbitrary<Tables> = fc.record({
  unit_coverage: units,
  star_rating: ratings,
  party_org: organisations,
});
const bySets: readonly (readonly Dimension[])[] = [
  [],
  ['zone'],
  ['zone', 'domain'],
  ['committee'],
  ['category'],
  ['zone', 'category'],
];
const sorted = (lines: readonly string[]): string[] => [...lines].sort();

async function cubeOf(engine: Engine, rows: Tables): Promise<Cube> {
  for (const [table, content] of Object.entries(rows)) await fill(engine, table, content as Fields[]);
  await prepare(engine, { asOf: '2019-03-31' });
  const { cells, missing } = await buildCells(engine);
  return { ...EMPTY_CUBE, cells, missing };
}

/** The population itself, grouped by plain code: the last snapshot of each zone for a stock, everything inside otherwise. */
async function direct(engine: Engine, metric: MetricSpec, by: readonly Dimension[], period: string): Promise<string[]> {
  const rows = await engine.rows(
    `SELECT zone, committee, domain, period, category, numerator, denominator FROM (${populationSql(metric)}) p`,
  );
  const inside = rows.filter((row) => contains(period, String(row.period)));
  const parts = Math.max(0, (metric.categoryParts?.length ?? 0) - 1);
  const keyOf = (row: (typeof inside)[number]): string =>
    [String(row.zone), ...String(row.category).split('|').slice(0, parts)].join('/');
  const last = new Map<string, string>();
  for (const row of inside) {
    const before = last.get(keyOf(row));
    const period = String(row.period);
    if (before === undefined || (before !== period && isLater(period, before))) last.set(keyOf(row), period);
  }
  const groups = new Map<string, { n: number; d: number | null }>();
  for (const row of inside) {
    if (metric.time === 'stock' && last.get(keyOf(row)) !== row.period) continue;
    const key = by.map((dimension) => String(row[dimension])).join('/');
    const group = groups.get(key) ?? { n: 0, d: null };
    group.n += Number(row.numerator);
    if (row.denominator !== null) group.d = (group.d ?? 0) + Number(row.denominator);
    groups.set(key, group);
  }
  return sorted([...groups].map(([key, { n, d }]) => `${key} ${n}/${d}`));
}

const lines = (cube: Cube, metric: MetricSpec, by: readonly Dimension[], period: string): string[] =>
  sorted(
    rollUp(cube, { metric: metric.id, by, periods: [period] }).map(
      (group) => `${by.map((dimension) => group[dimension]).join('/')} ${group.numerator}/${group.denominator}`,
    ),
  );

describe('laws of the cube, on the real engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openWithTables();
  });
  afterAll(() => engine.close());

  it('rolling up cells equals grouping the population directly, for every metric', async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.constantFrom('2018Q3', '2018Q4', '2018', '2018-09'), async (rows, wanted) => {
        const cube = await cubeOf(engine, rows);
        const missing = new Set(cube.missing.map((entry) => entry.metric));
        for (const metric of METRICS.filter((known) => !missing.has(known.id)))
          for (const by of bySets) {
            const period = alignPeriod(metric, wanted);
            expect(lines(cube, metric, by, period)).toEqual(await direct(engine, metric, by, period));
          }
      }),
      { numRuns: 12 },
    );
  });

  it('merging two zones’ cubes equals the cube of both files together', async () => {
    const key = (cube: Cube): string[] => sorted(cube.cells.map((cell) => JSON.stringify(cell)));
    const part = (rows: Tables, zones: readonly string[]): Tables => {
      const only = (list: Fields[]) => list.filter((row) => zones.includes(String(row.zone_id)));
      return {
        unit_coverage: only(rows.unit_coverage),
        star_rating: only(rows.star_rating),
        party_org: only(rows.party_org),
      };
    };
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const merged = mergeCubes([
          await cubeOf(engine, part(rows, ['甲'])),
          await cubeOf(engine, part(rows, ['乙', '丙'])),
        ]);
        const together = await cubeOf(engine, rows);
        expect(key(merged)).toEqual(key(together));
      }),
      { numRuns: 12 },
    );
  });

  it('refuses to merge cubes that hold the same zone', async () => {
    const cube = await cubeOf(engine, {
      unit_coverage: [{ zone_id: '甲', snapshot_date: '2018-12-31' }],
      star_rating: [],
      party_org: [],
    });
    expect(() => mergeCubes([cube, cube])).toThrow('甲');
  });

  it('a saved cube reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const cube: Cube = { ...(await cubeOf(engine, rows)), asOf: '2018-12-31', sources: ['a.csv'], example: true };
        expect(loadCube(saveCube(cube))).toEqual(cube);
      }),
      { numRuns: 5 },
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
      star_rating: [],
      party_org: [],
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
      star_rating: [],
      party_org: [],
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
        const cube = await cubeOf(engine, { unit_coverage: [], star_rating: rows, party_org: [] });
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
