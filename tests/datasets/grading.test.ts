import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cell, binsOf, buildCells, prepare } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';
import { metricById } from '../../src/model';
import { quartilesOfBins, wilson } from '../../src/stats';
import { bytesOf, cellsOf, exampleList, jsonOf, textOf } from './plain-reader';

/*
 * The product reads the grading exports as a user would drop them; every figure of every zone and cycle is compared with
 * `expected/grading.json` (counted in plain loops over the generator's rows), and grades are counted again from the files' cells.
 */

type Pair = [number, number];
interface Cycle {
  scheme: string;
  version: string;
  graded_rate: Pair;
  grade_dist: Record<string, number>;
  advanced_share: Pair;
  backward_share: Pair;
  grade_transition: Record<string, number>;
  grade_up_rate: Pair;
  grade_down_rate: Pair;
  assessor_gap: { n: number; quartiles: [number, number, number] };
}
interface Zone {
  cycles: Record<string, Cycle>;
  weak: Record<string, { weak_listed_count: number; weak_turnaround_rate: Pair }>;
}
const zones = jsonOf('expected/grading.json') as Record<string, Zone>;
const RATES = ['graded_rate', 'advanced_share', 'backward_share', 'grade_up_rate', 'grade_down_rate'] as const;
const METRICS = [
  ...RATES,
  'grade_dist',
  'grade_transition',
  'assessor_gap',
  'weak_listed_count',
  'weak_turnaround_rate',
];

let engine: Engine;
let cells: readonly Cell[] = [];
const reports = new Map<string, FileReport>();
const files = exampleList().filter(
  ({ path, table }) => table === 'zone' || (table === 'grading' && /\/(?:grading|weak-organisations)\./u.test(path)),
);

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  for (const { path } of files) {
    const data = new Uint8Array(bytesOf(path));
    reports.set(path, await collection.add({ path, source: bytesSource(path, data), data }));
  }
  await prepare(engine, { asOf: '2018-12-31' });
  cells = (await buildCells(engine, METRICS.map(metricById))).cells;
}, 120_000);

afterAll(() => engine.close());

const cellsFor = (metric: string, zone: string, period: string, under = ''): Cell[] =>
  cells.filter(
    (cell) => cell.metric === metric && cell.zone === zone && cell.period === period && cell.category.startsWith(under),
  );
const pair = (found: readonly Cell[]): Pair => [
  found.reduce((sum, { numerator }) => sum + numerator, 0),
  found.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
];
/** Last parts of the categories → how many. */
const tally = (found: readonly Cell[], parts: number): Record<string, number> => {
  const out: Record<string, number> = {};
  for (const { category, numerator } of found) {
    if (numerator === 0) continue;
    const key = category.split('|').slice(-parts).join('|');
    out[key] = (out[key] ?? 0) + numerator;
  }
  return out;
};
const every = Object.entries(zones).flatMap(([zone, { cycles }]) =>
  Object.entries(cycles).map(([period, cycle]) => [zone, period, cycle] as const),
);

test('a dozen zones are graded, eight of them by three grades in 2018; every file is a grading and is read whole', () => {
  expect(Object.keys(zones)).toHaveLength(12);
  const three = Object.values(zones).filter(({ cycles }) =>
    Object.entries(cycles).some(([period, { scheme }]) => period.startsWith('2018') && scheme === 'three-level'),
  );
  expect(three).toHaveLength(8);
  for (const { path, table } of files)
    expect([path, reports.get(path)?.tables.map((found) => found.table)]).toEqual([path, [table]]);
});

test.each(every)('%s %s: rates and counts by grade', (zone, period, cycle) => {
  for (const metric of RATES)
    expect([metric, pair(cellsFor(metric, zone, period, `${cycle.scheme}|${cycle.version}`))]).toEqual([
      metric,
      cycle[metric],
    ]);
  expect(tally(cellsFor('grade_dist', zone, period, `${cycle.scheme}|`), 1)).toEqual(cycle.grade_dist);
  expect(tally(cellsFor('grade_transition', zone, period, `${cycle.scheme}|`), 2)).toEqual(cycle.grade_transition);
});

test.each(every)('%s %s: the quartiles of the gap are those of the sorted gaps', (zone, period, cycle) => {
  const spec = metricById('assessor_gap');
  const found = quartilesOfBins(binsOf(spec, cellsFor('assessor_gap', zone, period, `${cycle.scheme}|`)));
  expect(found?.size).toBe(cycle.assessor_gap.n);
  const told = [found?.lower, found?.median, found?.upper];
  cycle.assessor_gap.quartiles.forEach((exact, at) => expect(told[at]).toBeCloseTo(exact, 6));
});

test('weak organisations, zone by zone and year by year', () => {
  const listing = Object.entries(zones).filter(([, { weak }]) => Object.keys(weak).length > 0);
  expect(listing).toHaveLength(8);
  for (const [zone, { weak }] of listing)
    for (const [year, expected] of Object.entries(weak)) {
      expect([zone, year, pair(cellsFor('weak_turnaround_rate', zone, year))]).toEqual([
        zone,
        year,
        expected.weak_turnaround_rate,
      ]);
      expect([zone, year, pair(cellsFor('weak_listed_count', zone, year))[0]]).toEqual([
        zone,
        year,
        expected.weak_listed_count,
      ]);
    }
});

test('the published 6 advanced and 25 average of 31: 19.4 %, Wilson 9.2–36.3 %', () => {
  const advanced = pair(cellsFor('advanced_share', 'CZGX', '2018H1'));
  expect(advanced).toEqual([6, 31]);
  expect(tally(cellsFor('grade_dist', 'CZGX', '2018H1'), 1)).toEqual({ '1': 6, '2': 25 });
  expect(pair(cellsFor('backward_share', 'CZGX', '2018H1'))).toEqual([0, 31]);
  const interval = wilson({ numerator: advanced[0], denominator: advanced[1] });
  expect(((6 / 31) * 100).toFixed(1)).toBe('19.4');
  expect([interval?.low.toFixed(4), interval?.high.toFixed(4)]).toEqual(['0.0919', '0.3628']);
});

test('grades counted again from the cells of the files', () => {
  const RANKS: Readonly<Record<string, readonly string[]>> = {
    '3级': ['先进', '一般', '后进'],
    三级: ['先进', '一般', '后进'],
    'three-level': ['先进', '一般', '后进'],
    '4级': ['好', '较好', '一般', '较差'],
    四级: ['好', '较好', '一般', '较差'],
    ABCD: ['A', 'B', 'C', 'D'],
  };
  const SEPARATORS: Readonly<Record<string, string>> = { YLGX: ',', STGX: ';', LMGX: '\t', WSGX: '\t' };
  for (const { path, zone, encoding } of files.filter((file) => /\/grading\./u.test(file.path))) {
    if (zone === null) throw new Error(`no zone: ${path}`);
    const text = textOf(path, encoding).replace(/^\ufeff/u, '');
    const counts = new Map<string, number>();
    for (const row of cellsOf(text, SEPARATORS[zone] ?? ',')) {
      const scheme = row.find((cell) => RANKS[cell] !== undefined);
      const cycle = row.find((cell) => /^20\d\d(?:H1|年上半年|年度)?$/u.test(cell));
      if (scheme === undefined || cycle === undefined) continue;
      const words = RANKS[scheme] ?? [];
      const bare = row.map((cell) => cell.replace(/党组织$|级$/u, ''));
      const rank = words.findIndex((word) => bare.slice(8).includes(word)) + 1;
      const key = `${cycle.slice(0, 4)}${/H1|上半年/u.test(cycle) ? 'H1' : ''} ${rank}`;
      if (rank > 0) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const expected = Object.entries(zones[zone]?.cycles ?? {}).flatMap(([cycle, { grade_dist }]) =>
      Object.entries(grade_dist).map(([rank, count]) => [`${cycle} ${rank}`, count] as const),
    );
    expect([zone, Object.fromEntries(counts)]).toEqual([zone, Object.fromEntries(expected)]);
  }
});
