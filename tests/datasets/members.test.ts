import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cell, type Cube, EMPTY_CUBE, buildCells, prepare, rollUp, total } from '../../src/cube';
import { grainOf, lastDay } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';
import { METRICS } from '../../src/model';
import { bytesOf, exampleList, rowsOf } from './plain-reader';

/*
 * The exports of organisations and of member totals, read by the product, against the golden values that plain loops over
 * the generator's rows gave; and some of them once more from the cells of the files.
 */

type Pair = readonly [number, number];
type ByPeriod<Value> = Readonly<Record<string, Value>>;

interface Expected {
  readonly terms: {
    readonly bySnapshot: ByPeriod<{
      hierarchy_link_rate: Pair;
      branch_size_exception_rate: Pair;
      org_setting_dist: Record<string, number>;
    }>;
    readonly term_on_time_rate: ByPeriod<Pair>;
    readonly term_due_dist: ByPeriod<Record<string, number>>;
    readonly term_overdue_count: ByPeriod<number>;
  };
  readonly totals: {
    readonly dues_on_time_rate: ByPeriod<Pair>;
    readonly training_hours_rate: Record<'党员' | '书记', ByPeriod<Pair>>;
    readonly confirm_on_time_rate: ByPeriod<Pair>;
    readonly review_attendance_rate: ByPeriod<Pair>;
    readonly applicant_count: ByPeriod<number>;
    readonly activist_count: ByPeriod<number>;
    readonly dev_target_count: ByPeriod<number>;
    readonly admitted_count: ByPeriod<number>;
  };
}

const json = (path: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../datasets', path), 'utf8'));
const expected = json('expected/members.json') as Record<string, Expected>;
const organisations = (
  json('expected.json') as {
    zones: Record<string, { organisations: { bySnapshot: Record<string, { member_count: number }> } }>;
  }
).zones;
const zones = Object.entries(expected);

let engine: Engine;
let cube: Cube = EMPTY_CUBE;
const reports = new Map<string, FileReport>();

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  for (const file of exampleList().filter(({ table }) => ['zone', 'party_org', 'member_period'].includes(table))) {
    const data = new Uint8Array(bytesOf(file.path));
    reports.set(file.path, await collection.add({ path: file.path, source: bytesSource(file.path, data), data }));
  }
  const inForce = await prepare(engine);
  const own = METRICS.filter(({ family }) => family === 'hierarchy' || family === 'members');
  cube = { ...EMPTY_CUBE, ...inForce, cells: (await buildCells(engine, own)).cells };
}, 180_000);

afterAll(() => engine.close());

const figure = (metric: string, zone: string, period: string, category?: string): Pair => {
  const found = total(cube, { metric, zones: [zone], periods: [period], ...(category && { categories: [category] }) });
  return [found?.numerator ?? 0, found?.denominator ?? 0];
};

/** Checks every period of every zone at once, so that a failure shows all that differ. */
function compare<Value>(
  get: (one: Expected) => ByPeriod<Value>,
  found: (zone: string, period: string) => unknown,
): void {
  const wanted = zones.flatMap(([zone, one]) =>
    Object.entries(get(one)).map(([period, value]) => [zone, period, value]),
  );
  const got = zones.flatMap(([zone, one]) =>
    Object.keys(get(one)).map((period) => [zone, period, found(zone, period)]),
  );
  expect(wanted.length).toBeGreaterThan(10);
  expect(got).toEqual(wanted);
}

test('every export of totals is taken for what it is', () => {
  const files = exampleList().filter(({ table }) => table === 'member_period');
  expect(new Set(files.map(({ zone }) => zone)).size).toBeGreaterThanOrEqual(9);
  for (const { path } of files)
    expect([path, reports.get(path)?.tables.map(({ table }) => table)]).toEqual([path, ['member_period']]);
});

test('members are counted once, in the lowest organisations that state a number', () => {
  for (const [zone, { organisations: own }] of Object.entries(organisations))
    for (const [day, { member_count }] of Object.entries(own.bySnapshot)) {
      expect([zone, day, figure('member_count', zone, day)[0]]).toEqual([zone, day, member_count]);
      expect([zone, day, figure('member_unknown_count', zone, day)[0]]).toEqual([zone, day, 0]);
    }
  expect(figure('member_count', 'XZJK', '2018')[0]).toBe(13_046);
});

test('hierarchy, settings and sizes at every snapshot', () => {
  compare(
    ({ terms }) => terms.bySnapshot,
    (zone, day) => ({
      hierarchy_link_rate: figure('hierarchy_link_rate', zone, day),
      branch_size_exception_rate: figure('branch_size_exception_rate', zone, day),
      org_setting_dist: Object.fromEntries(
        rollUp(cube, { metric: 'org_setting_dist', zones: [zone], periods: [day], by: ['category'] })
          .filter(({ numerator }) => numerator > 0)
          .map(({ category, numerator }) => [category, numerator]),
      ),
    }),
  );
  const broken = zones.filter(
    ([zone]) => figure('hierarchy_link_rate', zone, '2018')[0] < figure('hierarchy_link_rate', zone, '2018')[1],
  );
  expect(broken.map(([zone]) => zone).sort()).toEqual(['CYJK', 'LMGX', 'QLJK', 'WSGX', 'XCJK']);
});

test('terms: renewed on time by year, what became of each, overdue at every quarter’s end', () => {
  compare(
    ({ terms }) => terms.term_on_time_rate,
    (zone, year) => figure('term_on_time_rate', zone, year),
  );
  compare(
    ({ terms }) => terms.term_due_dist,
    (zone, year) =>
      Object.fromEntries(
        rollUp(cube, { metric: 'term_due_dist', zones: [zone], periods: [year], by: ['category'] }).map(
          ({ category, numerator }) => [category, numerator],
        ),
      ),
  );
  compare(
    ({ terms }) => terms.term_overdue_count,
    (zone, month) => figure('term_overdue_count', zone, month)[0],
  );
  const told = zones.filter(([, { terms }]) => Object.keys(terms.term_overdue_count).length > 0);
  expect(told.length).toBeGreaterThanOrEqual(9);
  const known = new Set(cube.cells.filter(({ metric }) => metric === 'term_overdue_count').map(({ zone }) => zone));
  // Wangshu's register gives the day due and nothing about renewals: unknown, not overdue.
  expect(known).toEqual(new Set(told.map(([zone]) => zone)));
  expect(known.has('WSGX')).toBe(false);
});

test('dues, confirmation and review, in the periods they are reported in', () => {
  compare(
    ({ totals }) => totals.dues_on_time_rate,
    (zone, period) => figure('dues_on_time_rate', zone, period),
  );
  compare(
    ({ totals }) => totals.confirm_on_time_rate,
    (zone, period) => figure('confirm_on_time_rate', zone, period),
  );
  compare(
    ({ totals }) => totals.review_attendance_rate,
    (zone, period) => figure('review_attendance_rate', zone, period),
  );
});

test('study hours of members and of secretaries, never added up', () => {
  for (const who of ['党员', '书记'] as const)
    compare(
      ({ totals }) => totals.training_hours_rate[who],
      (zone, period) => figure('training_hours_rate', zone, period, who),
    );
});

test('recruiting: what stands at the end of a period, and what happened in the year', () => {
  for (const metric of ['applicant_count', 'activist_count', 'dev_target_count'] as const)
    compare(
      ({ totals }) => totals[metric],
      (zone, period) => figure(metric, zone, period)[0],
    );
  compare(
    ({ totals }) => totals.admitted_count,
    (zone, year) => figure('admitted_count', zone, year)[0],
  );
});

test('a zone that reports nothing has no cells, so that missing is not nought', () => {
  const silent = zones
    .filter(([, { totals }]) => Object.keys(totals.dues_on_time_rate).length === 0)
    .map(([zone]) => zone);
  expect(silent).toEqual(['LMGX', 'CYJK', 'BYCY']);
  const totals = new Set(METRICS.filter(({ population }) => population.base.startsWith('member-')).map(({ id }) => id));
  const cells: readonly Cell[] = cube.cells.filter(({ metric, zone }) => totals.has(metric) && silent.includes(zone));
  expect(cells).toEqual([]);
});

const number = (text: string | undefined): number => Number((text ?? '').normalize('NFKC').replaceAll(/[,，人]/gu, ''));

/** How many months a period of a file of totals is, by how the file writes it. */
function monthsIn(period: string): number {
  if (/季|Q/u.test(period)) return 3;
  return /月|^\d{4}\.\d{2}$/u.test(period) ? 1 : 12;
}

test('dues added up once more, in member-months, from the cells of the files', () => {
  const sums = new Map<string, [number, number]>();
  const seen = new Set<string>();
  for (const file of exampleList().filter(({ table }) => table === 'member_period')) {
    for (const row of rowsOf(file, ['党组织代码', '党组织编码'])) {
      const at = (ending: RegExp): string | undefined =>
        Object.entries(row).find(([header]) => ending.test(header.replaceAll(/\s/gu, '')))?.[1];
      const [due, paid] = [at(/应缴(?:党费)?人数$/u), at(/按期缴纳人数$/u)];
      const period = at(/^(?:季度|月份|时期|统计期|所属时期|年度)$/u) ?? '';
      const key = `${file.path}|${at(/代码$|编码$/u)}|${period}`;
      if (due === undefined || paid === undefined || seen.has(key)) continue;
      seen.add(key);
      const zone = file.zone ?? '';
      const sum = sums.get(zone) ?? [0, 0];
      const months = monthsIn(period);
      sums.set(zone, [sum[0] + number(paid) * months, sum[1] + number(due) * months]);
    }
  }
  expect(sums.size).toBe(10);
  for (const [zone, sum] of sums) {
    const years = Object.keys(expected[zone]?.totals.dues_on_time_rate ?? {}).map((period) =>
      lastDay(period).slice(0, 4),
    );
    const found = [...new Set(years)].map((year) => figure('dues_on_time_rate', zone, year));
    const added = found.reduce<[number, number]>(([x, n], pair) => [x + pair[0], n + pair[1]], [0, 0]);
    expect([zone, added]).toEqual([zone, sum]);
  }
  expect(grainOf(Object.keys(expected.XZJK?.totals.dues_on_time_rate ?? {})[0] ?? '2018')).toBe('month');
});
