import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCells, type Cell, prepare } from '../../src/cube';
import { contains } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { bytesSource, Collection, type FileReport, localStager } from '../../src/ingest';
import { METRICS } from '../../src/model';
import { bytesOf, cellsOf, exampleList, jsonOf, rowsOf } from './plain-reader';

/*
 * The product reads the work records and site registers as a user would drop them; every number is compared with what was counted
 * without product code, with what the documents published, and, where cheap, with the cells of the files.
 */

type Pair = readonly [number, number];
type Pairs = Readonly<Record<string, Pair>>;
type Counts = Readonly<Record<string, number>>;
interface Year {
  readonly letter_sign_rate: Pairs;
  readonly inspection_coverage_rate: Pairs | null;
  readonly inspection_count: Counts;
  readonly visit_count: Counts;
  readonly due_work_on_time_rate: Pairs;
  readonly due_work_overdue: Counts;
  readonly disclosure_rate: Pairs;
  readonly contact_rate: Pairs | null;
  readonly work_volume: Counts;
  readonly site_count: Counts;
}
const EXPECTED = jsonOf('expected/responsibility.json') as Record<string, Record<string, Year>>;
const years = Object.entries(EXPECTED).flatMap(([zone, byYear]) =>
  Object.entries(byYear).map(([year, values]) => [zone, year, values] as const),
);

const TABLES = new Set(['zone', 'party_org', 'work_record', 'site_honour']);
const FILES = exampleList().filter(({ table }) => TABLES.has(table));

let engine: Engine;
let cells: readonly Cell[] = [];
const reports = new Map<string, FileReport>();

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  for (const file of FILES) {
    const data = new Uint8Array(bytesOf(file.path));
    const { name } = file as unknown as { readonly name: string };
    reports.set(file.path, await collection.add({ path: name, source: bytesSource(name, data), data }));
  }
  await prepare(engine, { asOf: '2018-12-31' });
  const own = METRICS.filter(({ family }) => family === 'responsibility' || family === 'sites');
  cells = (await buildCells(engine, own)).cells;
}, 120_000);

afterAll(() => engine.close());

function found(metric: string, zone: string, year: string, part: 'category' | 'domain'): Record<string, Pair> {
  const out: Record<string, Pair> = {};
  for (const cell of cells) {
    if (cell.metric !== metric || cell.zone !== zone || !contains(year, cell.period)) continue;
    if (cell.category === '' && cell.numerator === 0 && (cell.denominator ?? 0) === 0) continue;
    const [x, n] = out[cell[part]] ?? [0, 0];
    out[cell[part]] = [x + cell.numerator, n + (cell.denominator ?? 0)];
  }
  return out;
}

const numerators = (pairs: Record<string, Pair>): Record<string, number> =>
  Object.fromEntries(Object.entries(pairs).map(([key, [x]]) => [key, x]));

test('every file is read as its table, with every row', () => {
  for (const file of FILES.filter(({ table }) => table === 'work_record' || table === 'site_honour')) {
    const report = reports.get(file.path);
    expect([file.path, report?.tables.map(({ table }) => table)]).toEqual([file.path, [file.table]]);
    const {
      'duplicate-key': differing,
      'duplicate-row': alike,
      'missing-required': missing,
    } = report?.issueCounts ?? {};
    expect([file.path, differing, alike, missing]).toEqual([file.path, undefined, undefined, undefined]);
  }
});

describe.each(years)('%s %s', (zone, year, values) => {
  test.each(['letter_sign_rate', 'due_work_on_time_rate', 'disclosure_rate'] as const)('%s', (metric) => {
    expect(found(metric, zone, year, 'category')).toEqual(values[metric]);
  });

  test.each(['inspection_coverage_rate', 'contact_rate'] as const)('%s by domain', (metric) => {
    expect(found(metric, zone, year, 'domain')).toEqual(values[metric] ?? {});
  });

  test.each(['inspection_count', 'visit_count', 'site_count'] as const)('%s', (metric) => {
    const shown = metric === 'site_count' ? snapshot(zone, year) : found(metric, zone, year, 'category');
    expect(numerators(shown)).toEqual(values[metric]);
  });

  test('due_work_overdue, with the kinds that have none', () => {
    expect(numerators(found('due_work_overdue', zone, year, 'category'))).toEqual(values.due_work_overdue);
  });

  test('work_volume of what is stated without a list', () => {
    const all = numerators(found('work_volume', zone, year, 'category'));
    for (const [category, count] of Object.entries(values.work_volume))
      expect([category, all[category]]).toEqual([category, count]);
  });
});

/** A stock is read at the year's end, not added up over snapshots. */
function snapshot(zone: string, year: string): Record<string, Pair> {
  return Object.fromEntries(
    Object.entries(found('site_count', zone, `${year}-12-31`, 'category')).filter(([key]) => key !== ''),
  );
}

describe('what was published', () => {
  const [head = [], ...body] = cellsOf(bytesOf('published/figures.csv').toString('utf8').slice(1), ',');
  const figures = body
    .map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
    .filter(({ metric_id }) =>
      METRICS.some(({ id, family }) => id === metric_id && ['responsibility', 'sites'].includes(family)),
    );

  test('there are the fifteen that have rows', () => expect(figures).toHaveLength(15));

  test.each(figures.map((figure) => [figure.label_zh ?? '', figure] as const))('%s', (_, figure) => {
    const shown = found(figure.metric_id ?? '', figure.zone_id ?? '', figure.period ?? '', 'category');
    expect(shown[figure.category ?? '']?.[0]).toBe(Number(figure.value));
  });

  test('105 enterprises, 26 offices and 24 villages make 155 bodies; coverage counts those in the register only', () => {
    const counts = numerators(found('inspection_count', 'XAGX', '2018', 'category'));
    expect(counts).toEqual({ '机关|eq': 26, '企业|eq': 105, '农村|eq': 24 });
    expect(found('inspection_coverage_rate', 'XAGX', '2018', 'domain')['村']).toEqual([22, 22]);
  });

  test('a number with a bound never enters an exact category', () => {
    expect(numerators(found('visit_count', 'XAGX', '2018', 'category'))).toEqual({ '总数|ge': 70 });
  });
});

describe('counted again from the cells of the files', () => {
  const file = (path: string) => {
    const known = FILES.find((one) => one.path === `example/${path}`);
    if (!known) throw new Error(`no file ${path}`);
    return known;
  };

  test('Xi’an: 20 letters signed of 20, one kind without signers', () => {
    const rows = rowsOf(file('xian/work-letters-2018.csv'), ['签订单位']);
    const signers = rows.filter((row) => row.签订单位 !== '—');
    expect([signers.filter((row) => row.是否签订 === '已签').length, signers.length, rows.length]).toEqual([
      20, 20, 21,
    ]);
    const pairs = Object.values(found('letter_sign_rate', 'XAGX', '2018', 'category'));
    expect(pairs.reduce((sum, [x]) => sum + x, 0)).toBe(20);
  });

  test('Changzhi: visits by 10 June and reports by the end of September', () => {
    const rows = rowsOf(file('changzhi/work-due-2018.txt'), ['应完成时间']);
    const day = (text: string): string =>
      text
        .split('/')
        .map((part) => part.padStart(2, '0'))
        .join('-');
    const inTime = (type: string, due: string, limit: string): Pair => {
      const own = rows.filter((row) => row.工作类型 === type && row.应完成时间 === due);
      return [
        own.filter((row) => row.完成情况 === '已完成' && day(row.实际完成时间 ?? '') <= limit).length,
        own.length,
      ];
    };
    const shown = found('due_work_on_time_rate', 'CZGX', '2018', 'category');
    expect(shown.走访调研).toEqual(inTime('走访调研', '6月上旬', '2018-06-10'));
    expect(shown.工作汇报).toEqual(inTime('工作汇报', '9月底前', '2018-09-30'));
  });

  test('Xi’an: 166 stations and 23 posts', () => {
    const rows = rowsOf(file('xian/sites.csv'), ['阵地类别']);
    const sum = (kind: string): number =>
      rows.filter((row) => row.阵地类别 === kind).reduce((all, row) => all + Number(row.数量), 0);
    expect([sum('远程教育站点'), sum('示范岗')]).toEqual([166, 23]);
  });
});
