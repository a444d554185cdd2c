import { read, utils } from '@e965/xlsx';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cube, loadCube } from '../../src/cube';
import { cubeInReport } from '../../src/share';
import { cellsOf, exampleList, jsonOf } from '../datasets/plain-reader';
import { runCli, temporaryFolder } from './command-line';

type Pair = [number, number];
interface Expected {
  readonly zones: Record<
    string,
    {
      coverage: { byQuarter: Record<string, Record<string, Pair | number>> };
      organisations: { bySnapshot: Record<string, { party_org_count: Record<string, number> }> };
    }
  >;
}

const DATASETS = join(import.meta.dirname, '../../datasets');
const { zones } = jsonOf('expected.json') as Expected;
const folder = temporaryFolder();
let cube: Cube;
let csv: Record<string, string>[];

beforeAll(() => {
  const files = [...exampleList().map((file) => file.path), 'published/figures.csv'].map((path) =>
    join(DATASETS, path),
  );
  for (const name of ['cube.arrow', 'cube.csv']) {
    const decisions = join(DATASETS, 'decisions.json');
    const { code, stderr } = runCli(['cube', ...files, '--decisions', decisions, '-o', folder.path(name)]);
    expect([name, code]).toEqual([name, 0]);
    expect(stderr).not.toMatch(/没有注明开发区|待补填|没有采用/u);
  }
  cube = loadCube(new Uint8Array(readFileSync(folder.path('cube.arrow'))));
  const [head = [], ...rows] = cellsOf(readFileSync(folder.path('cube.csv'), 'utf8'), ',');
  csv = rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}, 600_000);

afterAll(() => folder.remove());

test('the Arrow file loads back and holds the same cells as the CSV', () => {
  expect(cube.cells.length).toBeGreaterThan(1000);
  expect(csv).toEqual(
    cube.cells.map((cell) => ({
      metric: cell.metric,
      zone: cell.zone,
      committee: cell.committee,
      domain: cell.domain,
      period: cell.period,
      category: cell.category,
      numerator: cell.silent ? '' : String(cell.numerator),
      denominator: cell.denominator === null ? '' : String(cell.denominator),
      origin: 'rows',
    })),
  );
});

test('the cube knows its zones, its date, its sources and that it is an example', () => {
  expect(cube).toMatchObject({ asOf: '2018-12-31', example: true });
  expect(cube.sources).toHaveLength(exampleList().length + 1);
  expect(cube.zones.map(({ id }) => id).sort()).toEqual(Object.keys(zones).sort());
  expect(cube.published.length).toBeGreaterThan(70);
});

test('the cells of the CSV are the expected numbers', () => {
  const sum = (metric: string, zone: string, period: string): Pair => {
    const own = csv.filter((cell) => cell.metric === metric && cell.zone === zone && cell.period === period);
    return [
      own.reduce((s, cell) => s + Number(cell.numerator), 0),
      own.reduce((s, cell) => s + Number(cell.denominator), 0),
    ];
  };
  const lastDay = (quarter: string): string =>
    `${quarter.slice(0, 4)}-${['03-31', '06-30', '09-30', '12-31'][Number(quarter.slice(5)) - 1]}`;
  for (const [zone, { coverage, organisations }] of Object.entries(zones)) {
    for (const quarter of ['2016Q1', '2017Q3', '2018Q4'])
      for (const metric of [
        'org_coverage_rate',
        'standalone_build_rate',
        'should_build_built_rate',
        'work_coverage_rate',
      ])
        expect([zone, quarter, metric, sum(metric, zone, lastDay(quarter))]).toEqual([
          zone,
          quarter,
          metric,
          coverage.byQuarter[quarter]?.[metric],
        ]);
    for (const [day, { party_org_count: counts }] of Object.entries(organisations.bySnapshot))
      expect([zone, day, sum('party_org_count', zone, day)[0]]).toEqual([zone, day, counts.total]);
  }
});

test('a report holds the same cube and nothing that is fetched', async () => {
  const files = ['zones.csv', 'baiyu/party-org.csv', 'baiyu/star-rating-named.csv'].map((path) =>
    join(DATASETS, 'example', path),
  );
  const report = folder.path('report.html');
  expect(runCli(['report', ...files, '-o', report]).code).toBe(0);
  expect(runCli(['cube', ...files, '-o', folder.path('same.arrow')]).code).toBe(0);
  const html = readFileSync(report, 'utf8');
  const inside = /<script[^>]*id="cube"[^>]*>([^<]*)<\/script>/u.exec(html)?.[1] ?? '';
  expect(await cubeInReport(inside)).toEqual(loadCube(new Uint8Array(readFileSync(folder.path('same.arrow')))));
  expect(runCli(['cube', ...files, '-o', folder.path('again.arrow')]).code).toBe(0);
  expect(readFileSync(folder.path('again.arrow')).equals(readFileSync(folder.path('same.arrow')))).toBe(true);
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?(?:https?:|\/\/)/u);
}, 120_000);

test('a workbook and a Parquet file hold what the Arrow file holds, for whom it is given out', async () => {
  const files = ['zones.csv', 'baiyu/party-org.csv', 'baiyu/star-rating-named.csv'].map((path) =>
    join(DATASETS, 'example', path),
  );
  const level = ['--level', 'public', '--by', '某市委组织部'];
  for (const [command, name] of [
    ['cube', 'out.arrow'],
    ['cube', 'out.parquet'],
    ['xlsx', 'out.xlsx'],
  ] as const)
    expect([name, runCli([command, ...files, ...level, '-o', folder.path(name)]).code]).toEqual([name, 0]);
  const { cells, asOf } = loadCube(new Uint8Array(readFileSync(folder.path('out.arrow'))));
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(folder.path('out.parquet')) });
  const figures = cells.map(({ metric, period, numerator, denominator }) => [metric, period, numerator, denominator]);
  expect(rows.map((row) => [row.metric, row.period, row.numerator, row.denominator])).toEqual(figures);
  const book = read(readFileSync(folder.path('out.xlsx')), { cellDates: true, UTC: true });
  const rowsOf = (name: string): Record<string, unknown>[] =>
    utils.sheet_to_json(book.Sheets[name] ?? {}, { defval: null, UTC: true });
  const day = (value: unknown): unknown => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
  expect(rowsOf('汇总数').map((row) => [row['编号'], day(row['统计期']), row['分子'], row['分母']])).toEqual(figures);
  const about = Object.fromEntries(rowsOf('说明').map((row) => [row['项目'], day(row['内容'])]));
  expect(about).toMatchObject({ 级别: '公开', 制作单位: '某市委组织部', 数据截至: asOf });
  expect(runCli(['xlsx', ...files, '-o', folder.path('out.xls')]).code).toBe(2);
}, 120_000);

test('when every file is refused nothing is written', () => {
  const empty = folder.write('空.csv', '');
  const { code } = runCli(['cube', empty, '-o', folder.path('none.csv')]);
  expect(code).toBe(1);
  expect(() => readFileSync(folder.path('none.csv'))).toThrow();
});
