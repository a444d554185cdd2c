import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsOf, likeMembers, periodAnswered, periodsAnswered } from '../../src/brief';
import { type Cube, buildCube, drillSql, nameColumns } from '../../src/cube';
import { type CompareBy, shift } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, bytesSource, localStager } from '../../src/ingest';
import { METRICS, metricById } from '../../src/model';
import { type DrillTarget, drillFigure, drillQuestion } from '../../src/state/drill-target';
import { metricsNaming, rowsNamed, rowsNamedBefore } from '../../src/state/named-rows';
import { ofMember, rowsOf } from '../../src/ui/figures/drilling';
import { type Cross, crossOf, crossTarget } from '../../src/ui/figures/crosses';
import { bytesOf, exampleList } from '../datasets/plain-reader';

/*
 * The rows a figure opens are the rows it counts: on the whole example, with the real engine, their sums are the figure's x and n.
 */

let engine: Engine;
let cube: Cube;

beforeAll(async () => {
  engine = await openNodeEngine();
  const collection = await Collection.open(engine, localStager);
  for (const file of exampleList()) {
    const data = new Uint8Array(bytesOf(file.path));
    await collection.add({ path: file.path, source: bytesSource(file.path, data), data });
  }
  cube = await buildCube(engine, []);
}, 120_000);

afterAll(() => engine.close());

async function sumsOf(target: DrillTarget): Promise<[number, number | null]> {
  const [row] = await engine.rows(
    `SELECT coalesce(sum(numerator), 0) AS x, sum(denominator) AS n FROM (${drillSql(drillQuestion(cube, target))})`,
  );
  return [Number(row?.x), row?.n == null ? null : Number(row.n)];
}

async function holds(target: DrillTarget): Promise<void> {
  const figure = drillFigure(cube, target);
  const [x, n] = await sumsOf(target);
  const told = JSON.stringify(target);
  expect(x, told).toBeCloseTo(figure?.numerator ?? 0, 6);
  expect(n ?? 0, told).toBeCloseTo(figure?.denominator ?? 0, 6);
}

const LAST = '2018Q4';

describe('the rows behind a figure', () => {
  it.each(METRICS.map(({ id }) => id))(
    '%s: are those of its period',
    async (metric) => {
      const period = periodAnswered(cube, metric, LAST);
      await holds({ title: '', metric, period, selection: {} });
    },
    30_000,
  );

  it.each(METRICS.filter(({ time }) => time !== 'stock').map(({ id }) => id))(
    '%s: are those of all periods it adds up',
    async (metric) => {
      const periods = periodsAnswered(cube, metric, 'quarter').slice(-4);
      const last = periods.at(-1);
      if (last === undefined) return;
      await holds({ title: '', metric, period: last, periods, selection: {} });
    },
    30_000,
  );
});

describe('the rows behind a mark that is of what compares only', () => {
  const zones = (): string[] => cube.zones.filter(({ type }) => type !== '其他').map(({ id }) => id);

  it('are those of the meetings that zones share: Jiyuan 147 of 152, and 102 of 152 on all it reports', async () => {
    for (const by of ['zone', 'domain'] as const) {
      const ask = {
        metric: 'all_meetings_compliance_rate',
        by,
        period: LAST,
        comparison: 'none',
        zones: zones(),
      } as const;
      const { members, parts, period } = factsOf(cube, ask);
      expect(parts).not.toBeNull();
      if (by === 'zone') {
        const { now, own } = members.find(({ key }) => key.zone === 'JYGX') ?? {};
        expect([now, own]).toMatchObject([
          { numerator: 147, denominator: 152 },
          { numerator: 102, denominator: 152 },
        ]);
      }
      const some =
        by === 'domain' ? members.slice(0, 1) : members.filter(({ key }) => key.zone === 'JYGX' || key.zone === 'XAGX');
      for (const { key, now, own } of some)
        for (const [shown, of] of [
          [now, parts],
          [own, null],
        ] as const) {
          const target = rowsOf({ metric: ask.metric, period, selection: ask, parts: of }, [], ofMember(key));
          expect(await sumsOf(target), JSON.stringify(key)).toEqual([shown.numerator, shown.denominator]);
        }
    }
  }, 60_000);

  it('are those of what both of two periods have: committees, categories and meetings', async () => {
    const seen = new Set<string>();
    const pairs = [
      ['2018Q4', '2018Q3'],
      ['2018Q2', '2018Q1'],
      ['2018Q3', '2017Q3'],
      ['2018', '2017'],
    ] as const;
    for (const { id: metric } of METRICS.filter(({ kind }) => kind === 'rate'))
      for (const [period, against] of pairs) {
        const ask = { metric, by: 'zone', period, comparison: 'none', zones: zones() } as const;
        const { members, parts } = likeMembers(cube, ask, period, against);
        for (const { key, id } of factsOf(cube, ask).members) {
          const part = parts?.get(key.zone ?? '') ?? {};
          const pair = members.get(id);
          if (!pair || Object.keys(part).length === 0) continue;
          for (const kind of Object.keys(part)) seen.add(kind);
          const target = rowsOf({ metric, period, selection: ask, parts }, [], ofMember(key));
          expect(await sumsOf(target), `${metric} ${period} ${id}`).toEqual([pair.now.numerator, pair.now.denominator]);
        }
      }
    expect([...seen].sort()).toEqual(['categories', 'committees', 'items']);
  }, 120_000);
});

const BYS: readonly CompareBy[] = ['zone', 'committee', 'domain'];
const CROSSES: readonly (readonly [string, 'domain' | 'category' | 'period', (readonly string[])?])[] = [
  ['meeting_compliance_rate', 'period', ['支委会']],
  ['meeting_compliance_rate', 'period', ['党小组会']],
  ['theme_day_rate', 'period'],
  ['dispatch_execution_rate', 'category'],
  ['star_dim_rate', 'category'],
  ['criterion_rate', 'category'],
  ['rect_by_source', 'category'],
  ['org_coverage_rate', 'domain'],
  ['work_coverage_rate', 'domain'],
  ['data_completeness', 'category'],
];

function added(cross: Cross, row?: number): [number, number] {
  const cells = cross.cells.filter((_, at) => row === undefined || at === row).flat();
  return [
    cells.reduce((sum, cell) => sum + (cell?.numerator ?? 0), 0),
    cells.reduce((sum, cell) => sum + (cell?.denominator ?? 0), 0),
  ];
}

describe('a heat map', () => {
  it.each(
    CROSSES.flatMap(([metric, across, categories = []]) => BYS.map((by) => [metric, across, by, categories] as const)),
  )(
    '%s by %s and %s %j opens what its cells add up to',
    async (metric, across, by, categories) => {
      const period = periodAnswered(cube, metric, LAST);
      const months = Array.from({ length: 12 }, (_, at) => shift('2018-12', at - 11));
      const periods = across === 'period' ? months : [period];
      const ask = { metric, period, comparison: 'none' as const, by, categories };
      const cross = crossOf(
        cube,
        ask,
        periods,
        across,
        (name) => name,
        (key) => Object.values(key).join(' '),
      );
      expect(cross.rows.length).toBeGreaterThan(0);
      const whole = crossTarget(cross, '', undefined, undefined);
      expect(whole).not.toBeNull();
      if (!whole) return;
      expect(await sumsOf(whole)).toEqual(added(cross));
      for (const [at, row] of cross.rows.slice(0, 5).entries()) {
        const target = crossTarget(cross, '', row.key);
        if (!target) throw new Error(row.key);
        expect(await sumsOf(target), row.label).toEqual(added(cross, at));
        for (const [place, column] of cross.columns.slice(0, 4).entries()) {
          const cell = cross.cells[at]?.[place];
          const one = crossTarget(cross, '', row.key, column.key);
          if (cell && one) expect(await sumsOf(one), column.label).toEqual([cell.numerator, cell.denominator]);
        }
      }
    },
    60_000,
  );

  it('of categories keeps their figures apart', () => {
    const period = periodAnswered(cube, 'star_dim_rate', LAST);
    const ask = { metric: 'star_dim_rate', period, comparison: 'none' as const, by: 'zone' as const };
    const cross = crossOf(
      cube,
      ask,
      [period],
      'category',
      (name) => name,
      (key) => key.zone ?? '',
    );
    const target = crossTarget(cross, '', cross.rows[0]?.key);
    expect(target?.apart).toHaveLength(cross.columns.length);
    target?.apart?.forEach(({ selection }, at) => {
      const cell = cross.cells[0]?.[at];
      const own = drillFigure(cube, { ...target, selection });
      expect([own?.numerator ?? 0, own?.denominator ?? 0]).toEqual([cell?.numerator ?? 0, cell?.denominator ?? 0]);
    });
  });

  it('opens nothing for a row or column it has not', () => {
    const period = periodAnswered(cube, 'star_dim_rate', LAST);
    const ask = { metric: 'star_dim_rate', period, comparison: 'none' as const, by: 'zone' as const };
    const cross = crossOf(
      cube,
      ask,
      [period],
      'category',
      (name) => name,
      (key) => key.zone ?? '',
    );
    expect(crossTarget(cross, '', 'nobody')).toBeNull();
    expect(crossTarget({ ...cross, columns: [] }, '', undefined, 'x')).toBeNull();
  });
});

describe('the rows of an organisation or a unit by its name', () => {
  const namesIn = async (metric: string, column: string, named?: string): Promise<string[]> => {
    const target = rowsNamed(cube, metric, { title: '', selection: {}, named: named ?? '' });
    if (!target) throw new Error(`no rows of ${metric}`);
    const { named: text, ...all } = drillQuestion(cube, target);
    const sql = drillSql(named === undefined ? all : { ...all, named: text ?? '' });
    return (await engine.rows(`SELECT ${column} AS name FROM (${sql}) ORDER BY 1`)).map(({ name }) => String(name));
  };

  it('are the rows of the register that hold it, and no others, however it is written', async () => {
    for (const [metric, column] of [
      ['party_org_count', 'org_name'],
      ['org_coverage_rate', 'unit_name'],
    ] as const) {
      const all = await namesIn(metric, column);
      const [first = ''] = all.filter((name) => name.length > 4);
      for (const part of [first, first.slice(1, 4)])
        expect(await namesIn(metric, column, part)).toEqual(all.filter((name) => name.includes(part)));
      const loose = ` ${first.replaceAll('（', '(').replaceAll('）', ')').toLowerCase()}　`;
      expect(await namesIn(metric, column, loose)).toEqual(await namesIn(metric, column, first));
      expect(await namesIn(metric, column, "没有'的%_名")).toEqual([]);
    }
  });

  it('of those that are no more are the rows of the period they were last known in', async () => {
    for (const [metric, column] of [
      ['party_org_count', 'org_name'],
      ['org_coverage_rate', 'unit_name'],
    ] as const) {
      const named = { title: '', selection: {}, named: '' };
      const [now, before] = [rowsNamed(cube, metric, named), rowsNamedBefore(cube, metric, named)];
      if (!now || !before) throw new Error(`no rows of ${metric}`);
      const rows = async (target: DrillTarget) =>
        (
          await engine.rows(
            `SELECT ${column} AS name, zone, max(period) AS last FROM (${drillSql(drillQuestion(cube, target))}) GROUP BY ALL`,
          )
        ).map(({ name, zone, last }) => ({ name: String(name), zone: String(zone), last: String(last) }));
      const there = new Set((await rows(now)).map(({ name, zone }) => `${name} ${zone}`));
      const gone = (await rows(before)).filter(({ name, zone }) => !there.has(`${name} ${zone}`));
      expect([metric, gone.length > 0]).toEqual([metric, true]);
      for (const { name, zone, last } of gone.slice(0, 20)) {
        const own = { title: name, selection: { zones: [zone] }, named: name };
        const target = rowsNamed(cube, metric, own, last);
        const found = target === null ? [] : await rows(target);
        expect(found).toContainEqual({ name, zone, last });
        // Of the latest period there is nothing to open.
        const latest = rowsNamed(cube, metric, own);
        expect(latest === null ? [] : await rows(latest)).not.toContainEqual(expect.objectContaining({ name, zone }));
      }
    }
  });

  it('can be asked of every metric that says it tells names', async () => {
    const metrics = metricsNaming(cube);
    expect(metrics).toEqual(expect.arrayContaining(['party_org_count', 'org_coverage_rate', 'rect_on_time_rate']));
    expect(metrics).not.toContain('letter_sign_rate');
    for (const metric of metrics) {
      const told = `concat_ws(' ', ${nameColumns(metricById(metric)).join(', ')})`;
      const all = await namesIn(metric, told);
      const [first = ''] = all;
      const part = first.slice(-3);
      expect(await namesIn(metric, told, part)).toEqual(all.filter((name) => name.includes(part)));
    }
  });
});
