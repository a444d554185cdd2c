import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCells, type Cell, type InForce, prepare } from '../../src/cube';
import { contains, lastDay } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { bytesSource, Collection, type FileReport, localStager } from '../../src/ingest';
import { cellsInPostgres, linesOf } from '../databases';
import { bytesOf, exampleList, jsonOf } from './plain-reader';

/*
 * The product reads the example as a user would drop it; every number of its cube is compared with `expected.json`, which
 * was counted without any product code.
 */

type Pair = [number, number];
interface Zone {
  coverage: { byQuarter: Record<string, Record<string, Pair | number>>; byCommittee: Record<string, Pair> };
  organisations: {
    bySnapshot: Record<string, { party_org_count: Record<string, number> }>;
    byYear: Record<string, { founded: number; dissolved: number; org_net_new: number }>;
  };
  stars: Record<
    string,
    Record<
      string,
      Record<'star_level_dist' | 'star_new_count', Record<string, number>> & { star_dim_rate: Record<string, Pair> }
    >
  >;
}
const { zones } = jsonOf('expected.json') as { zones: Record<string, Zone> };

const RATES = [
  'org_coverage_rate',
  'org_coverage_area_rate',
  'standalone_build_rate',
  'should_build_built_rate',
  'work_coverage_rate',
];

let engine: Engine;
let inForce: InForce;
let cells: readonly Cell[] = [];
const reports = new Map<string, FileReport>();

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  for (const file of exampleList()) {
    const data = new Uint8Array(bytesOf(file.path));
    reports.set(file.path, await collection.add({ path: file.path, source: bytesSource(file.path, data), data }));
  }
  inForce = await prepare(engine);
  cells = (await buildCells(engine)).cells;
}, 120_000);

afterAll(() => engine.close());

interface Wanted {
  readonly metric: string;
  readonly zone: string;
  readonly period: string;
  readonly category?: string;
}

let index: Map<string, Cell[]> | null = null;

function cellsFor({ metric, zone, period, category }: Wanted): Cell[] {
  if (!index) {
    index = new Map();
    for (const cell of cells) {
      const key = `${cell.metric}\n${cell.zone}`;
      const known = index.get(key);
      if (known) known.push(cell);
      else index.set(key, [cell]);
    }
  }
  const own = index.get(`${metric}\n${zone}`) ?? [];
  return own.filter((c) => contains(period, c.period) && (category === undefined || c.category === category));
}

function summed(found: readonly Cell[]): Pair {
  return [found.reduce((s, c) => s + c.numerator, 0), found.reduce((s, c) => s + (c.denominator ?? 0), 0)];
}

const pair = (wanted: Wanted): Pair => summed(cellsFor(wanted));
const count = (wanted: Wanted): number => pair(wanted)[0];

test('every file is taken for the table it is, whole', () => {
  for (const file of exampleList()) {
    expect([file.path, reports.get(file.path)?.tables.map((t) => t.table)]).toEqual([file.path, [file.table]]);
  }
});

test('personal columns are dropped, the wrong totals row and the repeated rows are found, unreadable days are refused', () => {
  const has = (path: string, code: string): number => reports.get(`example/${path}`)?.issueCounts[code] ?? 0;
  expect(has('luming/unit-coverage.txt', 'personal-column-dropped')).toBe(2);
  const mismatches = exampleList().filter((f) => (reports.get(f.path)?.issueCounts['total-mismatch'] ?? 0) > 0);
  expect(mismatches.map((f) => f.path)).toEqual(['example/wangshu/party-org-2018.csv']);
  expect(has('qinglan/unit-coverage.csv', 'duplicate-row')).toBe(3);
  expect(has('songtao/party-org.csv', 'no-such-day')).toBeGreaterThan(0);
});

test('coverage, zone by zone and quarter by quarter', () => {
  for (const [zone, { coverage }] of Object.entries(zones)) {
    for (const [quarter, expected] of Object.entries(coverage.byQuarter)) {
      const period = lastDay(quarter);
      for (const metric of RATES)
        expect([zone, quarter, metric, pair({ metric, zone, period })]).toEqual([
          zone,
          quarter,
          metric,
          expected[metric],
        ]);
      expect(count({ metric: 'uncovered_unit_count', zone, period })).toBe(expected.uncovered_unit_count);
    }
  }
});

test('months as columns become month ends, and a month between quarter ends says what the quarter end before it said', () => {
  const zone = 'BYCY';
  const rate = (year: number, month: number): Pair =>
    pair({ metric: 'org_coverage_rate', zone, period: lastDay(`${year}-${String(month).padStart(2, '0')}`) });
  for (const year of [2016, 2017, 2018]) {
    for (let month = 1; month <= 12; month += 1) {
      const quarter = Math.max(1, (year - 2016) * 4 + Math.floor(month / 3));
      const at = `${2016 + Math.floor((quarter - 1) / 4)}Q${((quarter - 1) % 4) + 1}`;
      const expected = zones[zone]?.coverage.byQuarter[at]?.org_coverage_rate;
      expect([year, month, rate(year, month)]).toEqual([year, month, expected]);
    }
    const report = reports.get(`example/baiyu/unit-coverage-${year}.csv`);
    // Members stand once a row, as at the year's end: in 2018 three units had none in spring and some in December; told once a row.
    expect([year, report?.issueCounts['no-members-but-counted'] ?? 0]).toEqual([year, year === 2018 ? 3 : 0]);
  }
});

test('coverage by committee at the end of the span, where the file names the committee', () => {
  for (const zone of ['XAGX', 'CZGX', 'XZJK', 'YLGX', 'QLJK', 'WSGX', 'XCJK', 'CYJK', 'STGX']) {
    const found = cellsFor({ metric: 'org_coverage_rate', zone, period: '2018-12-31' });
    for (const [committee, expected] of Object.entries(zones[zone]?.coverage.byCommittee ?? {})) {
      expect([zone, committee, summed(found.filter((c) => c.committee === committee))]).toEqual([
        zone,
        committee,
        expected,
      ]);
    }
  }
});

test('organisations by snapshot and type; founded and dissolved by year', () => {
  for (const [zone, { organisations }] of Object.entries(zones)) {
    for (const [period, { party_org_count }] of Object.entries(organisations.bySnapshot)) {
      for (const [type, expected] of Object.entries(party_org_count)) {
        const category = type === 'total' ? {} : { category: type };
        expect([zone, period, type, count({ metric: 'party_org_count', zone, period, ...category })]).toEqual([
          zone,
          period,
          type,
          expected,
        ]);
      }
    }
    for (const [period, events] of Object.entries(organisations.byYear)) {
      expect([zone, period, count({ metric: 'org_net_new', zone, period })]).toEqual([
        zone,
        period,
        events.org_net_new,
      ]);
      expect([zone, period, count({ metric: 'org_net_new', zone, period, category: '新建' })]).toEqual([
        zone,
        period,
        events.founded,
      ]);
    }
  }
});

test('stars: levels and newly rated by scheme and awarding level, named stars by dimension', () => {
  for (const [zone, { stars }] of Object.entries(zones)) {
    for (const [scheme, cycles] of Object.entries(stars)) {
      for (const [period, cycle] of Object.entries(cycles)) {
        for (const metric of ['star_level_dist', 'star_new_count'] as const) {
          for (const [level, expected] of Object.entries(cycle[metric])) {
            const category = `${scheme}|${level}`;
            expect([zone, period, category, count({ metric, zone, period, category })]).toEqual([
              zone,
              period,
              category,
              expected,
            ]);
          }
        }
        for (const [dim, expected] of Object.entries(cycle.star_dim_rate)) {
          const category = `${scheme}|${dim.slice('dim_'.length)}`;
          expect([zone, period, category, pair({ metric: 'star_dim_rate', zone, period, category })]).toEqual([
            zone,
            period,
            category,
            expected,
          ]);
        }
      }
    }
  }
});

/* Another database, which shares nothing with ours but the SQL: what both say is said by the SQL and not by a habit of one of them. */
test('PostgreSQL works out every cell of the example alike, from the same rows in another order', async () => {
  expect(cells.length).toBeGreaterThan(150_000);
  expect(await cellsInPostgres(engine, inForce)).toEqual(linesOf(cells));
}, 400_000);
