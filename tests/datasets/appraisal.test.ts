import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cell, binsOf, buildCells, prepare } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { bytesSource, Collection, type FileReport, localStager } from '../../src/ingest';
import { metricById } from '../../src/model';
import { quartilesOfBins } from '../../src/stats';
import { bytesOf, exampleList, jsonOf, rowsOf } from './plain-reader';

/*
 * The product reads the appraisals, the registers and the zones of the example as a user would drop them; every figure of its
 * cells is compared with `expected/appraisal.json`, counted in plain loops with medians by sorting.
 */

type Pair = [number, number];
interface Spread {
  n: number;
  quartiles: [number, number, number];
}
interface Standard {
  appraisal_count: number;
  appraisal_score: Spread | null;
  levels: Record<string, number>;
  vetoed: number;
  appraisal_source_score: Record<string, Spread>;
  criterion_rate: Record<string, Pair>;
}
type Cycles = Record<string, { appraised_rate?: Pair; standards: Record<string, Standard> }>;
const expected = jsonOf('expected/appraisal.json') as Record<string, { appraisals: Cycles; reviews: Cycles }>;

const FAMILY = [
  'appraisal_score',
  'appraisal_level_dist',
  'appraised_rate',
  'appraisal_count',
  'appraisal_source_score',
  'criterion_rate',
  'review_level_dist',
];
const CRITERIA: Readonly<Record<string, string>> = {
  组织健全: 'organisation',
  制度完善: 'system',
  运行规范: 'operation',
  活动经常: 'activity',
  档案齐备: 'archive',
  作用突出: 'effect',
};

/** What the ledger says of these files: lines around the rows, a dropped column of names, one repeated row. */
const EXPECTED_CODES = ['title-row', 'note-row', 'name-masked', 'personal-column-dropped', 'duplicate-row'];

const own = exampleList().filter(({ path, table }) => table === 'grading' && /\/(appraisal|review)/.test(path));
const read = exampleList().filter(({ table }) => table === 'zone' || table === 'party_org');

let engine: Engine;
let cells: readonly Cell[] = [];
const reports = new Map<string, FileReport>();

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  for (const file of [...read, ...own]) {
    const data = new Uint8Array(bytesOf(file.path));
    reports.set(file.path, await collection.add({ path: file.path, source: bytesSource(file.path, data), data }));
  }
  await prepare(engine);
  cells = (await buildCells(engine, FAMILY.map(metricById))).cells;
}, 120_000);

afterAll(() => engine.close());

const at = (metric: string, zone: string, period: string): Cell[] =>
  cells.filter((cell) => cell.metric === metric && cell.zone === zone && cell.period === period);
const under = (metric: string, zone: string, period: string, prefix: string): Cell[] =>
  at(metric, zone, period).filter(({ category }) => category.startsWith(prefix));
const summed = (list: readonly Cell[]): Pair => [
  list.reduce((sum, { numerator }) => sum + numerator, 0),
  list.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
];

/** Every zone, cycle and standard of a kind, with what is expected of it. */
const all = (kind: 'appraisals' | 'reviews') =>
  Object.entries(expected).flatMap(([zone, kinds]) =>
    Object.entries(kinds[kind]).flatMap(([cycle, { standards }]) =>
      Object.entries(standards).map(([version, standard]) => ({ zone, cycle, version, standard })),
    ),
  );

function spreadOf(metric: string, list: readonly Cell[]) {
  const quartiles = quartilesOfBins(binsOf(metricById(metric), list));
  return (
    quartiles && {
      n: quartiles.size,
      quartiles: [quartiles.lower, quartiles.median, quartiles.upper],
    }
  );
}

test('every file is taken for what it is, whole, and nothing in it is refused', () => {
  expect(own.length).toBeGreaterThanOrEqual(16);
  for (const file of own) {
    const report = reports.get(file.path);
    expect([file.path, report?.tables.map((table) => table.table)]).toEqual([file.path, ['grading']]);
    const codes = Object.keys(report?.issueCounts ?? {}).filter((code) => !EXPECTED_CODES.includes(code));
    expect([file.path, codes]).toEqual([file.path, []]);
  }
});

test('at least eight zones are appraised under one standard in 2018, the enterprise and the committees under theirs', () => {
  const zones = all('appraisals').filter(({ cycle, version }) => cycle === '2018' && version === '2016版');
  expect(zones.length).toBeGreaterThanOrEqual(8);
  expect(Object.keys(expected.JLRL?.appraisals['2018']?.standards ?? {})).toEqual(['支部规范化六条']);
  expect(Object.keys(expected.XZJK?.appraisals ?? {})).toEqual(['2016', '2017', '2018', '2016H1', '2017H1', '2018H1']);
});

test('how many organisations each appraisal lists', () => {
  for (const { zone, cycle, version, standard } of all('appraisals'))
    expect([zone, cycle, summed(under('appraisal_count', zone, cycle, `points|${version}`))[0]]).toEqual([
      zone,
      cycle,
      standard.appraisal_count,
    ]);
});

test('median and quartiles of every appraisal are those of the scores themselves', () => {
  let compared = 0;
  for (const { zone, cycle, version, standard } of all('appraisals')) {
    const found = spreadOf('appraisal_score', under('appraisal_score', zone, cycle, `points|${version}|`));
    expect([zone, cycle, found?.n]).toEqual([zone, cycle, standard.appraisal_score?.n]);
    standard.appraisal_score?.quartiles.forEach((value, nth) => {
      expect(found?.quartiles[nth], `${zone} ${cycle}`).toBeCloseTo(value, 3);
      compared += 1;
    });
  }
  expect(compared).toBeGreaterThan(80);
});

test('every source of every score: how many, the median and the quartiles', () => {
  for (const { zone, cycle, version, standard } of all('appraisals')) {
    const sources = new Set(
      under('appraisal_source_score', zone, cycle, `points|${version}|`).map(({ category }) => category.split('|')[2]),
    );
    expect([zone, [...sources].sort()]).toEqual([zone, Object.keys(standard.appraisal_source_score).sort()]);
    for (const [source, { n, quartiles }] of Object.entries(standard.appraisal_source_score)) {
      const list = under('appraisal_source_score', zone, cycle, `points|${version}|${source}|`);
      const found = spreadOf('appraisal_source_score', list);
      expect([zone, cycle, source, found?.n]).toEqual([zone, cycle, source, n]);
      quartiles.forEach((value, nth) => expect(found?.quartiles[nth], `${zone} ${source}`).toBeCloseTo(value, 3));
    }
  }
});

test.each(['appraisals', 'reviews'] as const)('levels of all %s', (kind) => {
  const [metric, scheme] =
    kind === 'appraisals' ? ['appraisal_level_dist', 'points'] : ['review_level_dist', 'four-level'];
  expect(all(kind).length).toBeGreaterThan(3);
  for (const { zone, cycle, version, standard } of all(kind)) {
    const found = under(metric, zone, cycle, `${scheme}|${version}|`).filter(({ numerator }) => numerator > 0);
    const ranks = new Map<string, number>();
    for (const { category, numerator } of found) {
      const rank = category.split('|')[2] ?? '';
      ranks.set(rank, (ranks.get(rank) ?? 0) + numerator);
    }
    expect([zone, cycle, Object.fromEntries([...ranks].sort())]).toEqual([zone, cycle, standard.levels]);
  }
});

test('the six criteria, one by one', () => {
  let compared = 0;
  for (const { zone, cycle, version, standard } of all('appraisals'))
    for (const [name, pair] of Object.entries(standard.criterion_rate)) {
      const list = under('criterion_rate', zone, cycle, `points|${version}|${CRITERIA[name] ?? '?'}`);
      expect([zone, cycle, name, summed(list)]).toEqual([zone, cycle, name, pair]);
      compared += 1;
    }
  expect(compared).toBeGreaterThanOrEqual(6 * 7);
});

test('who was appraised, of those who existed the whole cycle', () => {
  for (const [zone, { appraisals }] of Object.entries(expected))
    for (const [cycle, { appraised_rate: pair }] of Object.entries(appraisals))
      expect([zone, cycle, summed(at('appraised_rate', zone, cycle))]).toEqual([zone, cycle, pair]);
});

test('recounted from the cells of the files: rows, scores added up and levels of every zone and cycle', () => {
  const number = (text: string | undefined): number | null => {
    const plain = (text ?? '').normalize('NFKC').replace('分', '');
    return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain);
  };
  const counted = new Map<string, { codes: Set<string>; totals: number[] }>();
  for (const file of own.filter(({ path }) => path.includes('/appraisal'))) {
    for (const row of rowsOf(file, ['党组织代码'])) {
      const text = row['考核周期'] ?? /(\d{4})/.exec(file.path)?.[1] ?? '';
      const cycle = text.slice(0, 4) + (/上半年|年中|H1/.test(text) ? 'H1' : '');
      const key = `${file.zone ?? ''} ${cycle}`;
      const known = counted.get(key) ?? { codes: new Set<string>(), totals: [] };
      counted.set(key, known);
      const code = row['党组织代码'] ?? '';
      const total = number(row['总分']);
      if (!known.codes.has(code) && total !== null) known.totals.push(total);
      known.codes.add(code);
    }
  }
  for (const { zone, cycle, standard } of all('appraisals')) {
    const found = counted.get(`${zone} ${cycle}`);
    expect([zone, cycle, found?.codes.size]).toEqual([zone, cycle, standard.appraisal_count]);
    const sorted = [...(found?.totals ?? [])].sort((a, b) => a - b);
    const middle =
      sorted.length % 2 === 1
        ? sorted[(sorted.length - 1) / 2]
        : ((sorted[sorted.length / 2 - 1] ?? 0) + (sorted[sorted.length / 2] ?? 0)) / 2;
    expect(middle).toBeCloseTo(standard.appraisal_score?.quartiles[1] ?? Number.NaN, 2);
  }
});
