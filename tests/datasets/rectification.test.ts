import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cube, type Group, buildCube, rollUp, total } from '../../src/cube';
import { lastDay, splitCategory } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { bytesSource, Collection, type FileReport, localStager } from '../../src/ingest';
import { kaplanMeier } from '../../src/stats';
import { bytesOf, exampleList, jsonOf, rowsOf } from './plain-reader';

/*
 * The product reads the registers of rectification items as a user would drop them; every number of its cube is compared with
 * `expected/rectification.json`, which was counted without any product code.
 */

type Pair = [number, number];
interface AtDay {
  rect_completion_rate: Pair;
  rect_overdue_open: Record<string, number>;
  rect_by_source: Record<string, Pair>;
  rect_by_dimension: Record<string, Pair>;
}
interface Found {
  rect_item_count: Record<string, number>;
  rect_days_median: { items: number; closed: number; median: number | null };
}
interface Zone {
  items: number;
  atQuarterEnd: Record<string, AtDay>;
  byCommittee: Record<string, Pair>;
  rect_on_time_rate: Record<string, Pair>;
  byYear: Record<string, Found>;
}
const { zones, whole } = jsonOf('expected/rectification.json') as {
  zones: Record<string, Zone>;
  whole: { byYear: Record<string, Found> };
};

const FILES = exampleList().filter(({ table }) => ['zone', 'party_org', 'rectification'].includes(table));

let engine: Engine;
let cube: Cube;
const reports = new Map<string, FileReport>();

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  for (const file of FILES) {
    const data = new Uint8Array(bytesOf(file.path));
    reports.set(file.path, await collection.add({ path: file.path, source: bytesSource(file.path, data), data }));
  }
  cube = await buildCube(engine, [], { asOf: '2018-12-31' });
}, 120_000);

afterAll(() => engine.close());

const pair = (group: Group | null): Pair => [group?.numerator ?? 0, group?.denominator ?? 0];
const rate = (metric: string, zone: string, period: string, categories: string[] = []): Pair =>
  pair(total(cube, { metric, zones: [zone], periods: [period], categories }));
const byCategory = (metric: string, zone: string, period: string): Group[] =>
  rollUp(cube, { metric, zones: [zone], periods: [period], by: ['category'] }).filter(
    ({ category, numerator, denominator }) => category !== '' || numerator + (denominator ?? 0) > 0,
  );

const quarterOf = (day: string): string => `${day.slice(0, 4)}Q${Number(day.slice(5, 7)) / 3}`;

test('every register is taken for one, whole; names and telephone numbers of persons are dropped', () => {
  const registers = FILES.filter(({ table }) => table === 'rectification');
  expect(registers.length).toBeGreaterThanOrEqual(16);
  for (const { path } of registers) {
    const report = reports.get(path);
    expect([path, report?.tables.map(({ table }) => table)]).toEqual([path, ['rectification']]);
    const dropped = report?.issueCounts['personal-column-dropped'] ?? 0;
    expect([path, dropped]).toEqual([
      path,
      /yunling|qinglan|xingcha|cangyu|baiyu/.test(path) ? 0 : dropped || 'none dropped',
    ]);
  }
});

test('no row is lost to another of the same running number; exact copies are taken out', async () => {
  const counted = await engine.rows(`SELECT coalesce(z.zone_id, r.zone_id) AS zone, CAST(count(*) AS DOUBLE) AS n
    FROM rectification r LEFT JOIN zone z ON z.zone_name = r.zone_id GROUP BY 1`);
  expect(Object.fromEntries(counted.map((row) => [row.zone, row.n]))).toEqual(
    Object.fromEntries(Object.entries(zones).map(([zone, { items }]) => [zone, items])),
  );
  const all = [...reports.values()].map(({ issueCounts }) => issueCounts);
  expect(all.reduce((sum, counts) => sum + (counts['duplicate-key'] ?? 0), 0)).toBe(0);
  expect(reports.get('example/qinglan/rectification.csv')?.issueCounts['duplicate-row']).toBe(2);
});

test('what is written badly is in the ledger: done without a day, no status, closed before it was found', () => {
  const at = (path: string): Readonly<Record<string, number>> => reports.get(`example/${path}`)?.issueCounts ?? {};
  expect(at('qinglan/rectification.csv')['done-needs-closed-date']).toBe(4);
  expect(at('qinglan/rectification.csv')['unknown-value']).toBe(3);
  expect(at('wangshu/rectification.txt')['closed-before-found']).toBe(1);
});

test('a due day that was written as a part of a month is kept as its last day, and said to be so', async () => {
  const rows = await engine.rows(`SELECT zone_id AS zone, coalesce(CAST(due_precision AS VARCHAR), 'day') AS how,
    CAST(count(*) AS DOUBLE) AS n FROM rectification WHERE due_date IS NOT NULL GROUP BY 1, 2`);
  const of = (zone: string): unknown => rows.filter((row) => row.zone === zone).map(({ how }) => how);
  expect(of('CZGX')).toEqual(['fuzzy']);
  expect(of('XAGX')).toEqual(['day']);
  const [early] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM rectification
    WHERE zone_id = 'CZGX' AND day(due_date) <> 20 AND due_date <> last_day(due_date)`);
  expect(early?.n).toBe(0);
});

describe.each(Object.entries(zones))('%s', (zone, expected) => {
  test('completion, by source and by dimension, and what is overdue by age, at every quarter end', () => {
    for (const [day, at] of Object.entries(expected.atQuarterEnd)) {
      const period = quarterOf(day);
      expect([day, rate('rect_completion_rate', zone, period)]).toEqual([day, at.rect_completion_rate]);
      const counts = byCategory('rect_overdue_open', zone, period).map((g) => [g.category, g.numerator]);
      expect([day, Object.fromEntries(counts)]).toEqual([day, at.rect_overdue_open]);
      for (const metric of ['rect_by_source', 'rect_by_dimension'] as const) {
        const rates = byCategory(metric, zone, period).map((g) => [g.category, pair(g)]);
        expect([day, metric, Object.fromEntries(rates)]).toEqual([day, metric, at[metric]]);
      }
    }
  });

  test('on time, by the month the items fell due, and by year', () => {
    const years: Record<string, Pair> = {};
    for (const [month, [x, n]] of Object.entries(expected.rect_on_time_rate)) {
      expect([month, rate('rect_on_time_rate', zone, month)]).toEqual([month, [x, n]]);
      const year = (years[month.slice(0, 4)] ??= [0, 0]);
      year[0] += x;
      year[1] += n;
    }
    for (const [year, sums] of Object.entries(years)) expect(rate('rect_on_time_rate', zone, year)).toEqual(sums);
  });

  test('items found by source, and the median of the days they took, by year', () => {
    for (const [year, { rect_item_count, rect_days_median }] of Object.entries(expected.byYear)) {
      const counts = byCategory('rect_item_count', zone, year).map((g) => [g.category, g.numerator]);
      expect([year, Object.fromEntries(counts)]).toEqual([year, rect_item_count]);
      expect([year, medianOf([zone], year)]).toEqual([year, rect_days_median]);
    }
  });
});

function medianOf(wanted: readonly string[], period: string): Found['rect_days_median'] {
  const groups = rollUp(cube, { metric: 'rect_days_median', zones: wanted, periods: [period], by: ['category'] });
  const { count, ended, median } = kaplanMeier(
    groups
      .filter(({ category }) => category !== '')
      .map(({ category = '', numerator }) => {
        const [event, days] = splitCategory(category);
        const closed = event === 'closed' ? numerator : 0;
        return { time: Number(days), ended: closed, censored: numerator - closed };
      }),
  );
  return { items: count, closed: ended, median };
}

test('the median of all zones together is that of their items, not an average of medians', () => {
  for (const [year, { rect_days_median }] of Object.entries(whole.byYear))
    expect([year, medianOf(Object.keys(zones), year)]).toEqual([year, rect_days_median]);
});

test("completion by committee in Xi'an, whose register names it", () => {
  const groups = rollUp(cube, {
    metric: 'rect_completion_rate',
    zones: ['XAGX'],
    periods: ['2018Q4'],
    by: ['committee'],
  });
  const expected = Object.entries(zones.XAGX?.byCommittee ?? {}).filter(([name]) => name !== '');
  expect(expected.length).toBeGreaterThan(10);
  for (const [name, sums] of expected)
    expect([name, pair(groups.find(({ committee }) => committee === name) ?? null)]).toEqual([name, sums]);
});

test('every month end of the span has its snapshot, the last one on the as-of day', () => {
  const snapshots = new Set(
    cube.cells.filter(({ metric, zone }) => metric === 'rect_completion_rate' && zone === 'XZJK').map((c) => c.period),
  );
  const months = [2016, 2017, 2018].flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => lastDay(`${year}-${String(month + 1).padStart(2, '0')}`)),
  );
  expect([...snapshots].sort()).toEqual(months);
});

test('counted again from the cells of two registers: what is open and what is standing', () => {
  const done = ['已完成', '已销号', '整改到位', '已整改到位', '办结', '验收销号'];
  const standing = ['长期坚持', '持续坚持'];
  for (const [path, status] of [
    ['example/xuzhou/rectification-appraisal.csv', '整改状态'],
    ['example/luming/rectification.csv', '整改状态'],
  ] as const) {
    const file = FILES.find((known) => known.path === path);
    if (!file) throw new Error(`no file ${path}`);
    const rows = rowsOf(file, [status]).filter((row) => row[status] !== status);
    const counting = rows.filter((row) => !standing.includes(row[status] ?? '') && row['整改类型'] !== '长期坚持');
    const closed = counting.filter((row) => done.includes(row[status] ?? ''));
    const source = path.includes('appraisal') ? ['半年考核'] : [];
    expect([path, rate('rect_by_source', file.zone ?? '', '2018Q4', source)]).toEqual([
      path,
      [closed.length, counting.length],
    ]);
  }
});
