import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takenClauses } from '../../src/brief';
import { type Cell, type Cube, buildCube } from '../../src/cube';
import { lastDay } from '../../src/domain';
import type { Engine } from '../../src/engine';
import { openNodeEngine } from '../../src/engine/node';
import { Collection, type FileReport, bytesSource, localStager } from '../../src/ingest';
import { parsePeriod } from '../../src/ingest/cells';
import { RULES, metricById } from '../../src/model';
import { questionsOf } from '../../src/state/questions';
import { stillReport } from '../../src/ui/still/still';

/* The detail files of an office with five zones, as they came, beside what they hold. */

const FOLDER = join(import.meta.dirname, '../office');

interface Quarter {
  readonly q: string;
  readonly n: number;
  readonly built: number;
  readonly due: number;
  readonly dueBuilt: number;
  readonly guide: number;
  readonly covered: number;
  readonly members: number;
  readonly alone: number;
}

interface Truth {
  readonly star: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
  readonly meet: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly rect: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const truth = JSON.parse(readFileSync(join(FOLDER, 'truth.json'), 'utf8')) as Truth &
  Readonly<Record<string, readonly Quarter[]>>;
const ZONES = ['临江高新区', '东湖经开区', '南屏园区', '青云综保区', '望海产业园'] as const;

/** A zone by what all its names have in common; the list without a zone column or title is 青云's. */
const stemOf = (zone: string): string =>
  zone === '' || zone.includes('综保')
    ? '青云'
    : (ZONES.map((name) => name.slice(0, 2)).find((stem) => zone.includes(stem)) ?? zone);

/** What is said to be taken for what the lists behind a metric do not state. */
const taken = (of: Cube, metric: string): string[] =>
  takenClauses(of, metricById(metric), { zones: undefined, periods: ['2024Q3'] }, 'zh');

let engine: Engine;
let collection: Collection;
let cube: Cube;

beforeAll(async () => {
  engine = await openNodeEngine();
  collection = await Collection.open(engine, localStager);
  for (const path of readdirSync(FOLDER).filter((name) => !/汇总表|考核评分|\.json$/u.test(name))) {
    const data = new Uint8Array(readFileSync(join(FOLDER, path)));
    await collection.add({ path, source: bytesSource(path, data), data });
  }
  await collection.settle();
  cube = await buildCube(engine, []);
}, 240_000);

afterAll(() => engine.close());

function cellsOf(metric: string, zone: string, of: Partial<Pick<Cell, 'period' | 'category'>> = {}): Cell[] {
  return cube.cells.filter(
    (cell) =>
      cell.metric === metric &&
      stemOf(cell.zone) === zone.slice(0, 2) &&
      (of.period === undefined || cell.period === of.period) &&
      (of.category === undefined || cell.category === of.category),
  );
}

const sum = (cells: readonly Cell[], part: 'numerator' | 'denominator'): number =>
  cells.reduce((total, cell) => total + (cell[part] ?? 0), 0);

const reportOf = (path: string): FileReport => {
  const found = collection.files.find((file) => file.path === path);
  if (!found) throw new RangeError(path);
  return found;
};

describe('the detail files of an office', () => {
  const quarters = ZONES.filter((zone) => zone !== '望海产业园').flatMap((zone) =>
    (truth[zone] ?? []).map((quarter) => [zone, quarter.q, quarter] as const),
  );
  /** Two zones sent lists of some quarters only. */
  const SENT: Readonly<Record<string, readonly string[]>> = {
    临江高新区: ['2023年第三季度', '2024年第三季度', '2024年第四季度'],
    东湖经开区: ['2023年第三季度', '2024年第三季度', '2024年第四季度'],
    南屏园区: quarters.map(([, q]) => q).filter((q) => q !== '2024年第四季度'),
  };

  it.each(quarters.filter(([zone, q]) => SENT[zone]?.includes(q) ?? true))('count %s in %s', (zone, q, quarter) => {
    const period = lastDay(parsePeriod(q).value ?? '');
    const part = (metric: string, which: 'numerator' | 'denominator'): number =>
      sum(cellsOf(metric, zone, { period }), which);
    const { q: _, ...expected } = quarter;
    expect({
      n: part('org_coverage_rate', 'denominator'),
      built: part('org_coverage_rate', 'numerator'),
      due: part('should_build_built_rate', 'denominator'),
      dueBuilt: part('should_build_built_rate', 'numerator'),
      guide: part('instructor_rate', 'numerator'),
      covered: part('party_work_coverage_rate', 'numerator'),
      members: part('unit_member_count', 'numerator'),
      alone: part('standalone_build_rate', 'numerator'),
    }).toEqual(expected);
  });

  it.each(['2023', '2024'])('count the stars of %s', (year) => {
    const LEVELS = ['一星', '二星', '三星', '四星', '五星'];
    for (const [zone, levels] of Object.entries(truth.star[year] ?? {})) {
      const own = cellsOf('star_level_dist', zone, { period: year });
      const found = LEVELS.map((_, at) =>
        sum(
          own.filter(({ category }) => category.endsWith(`|${at + 1}`)),
          'numerator',
        ),
      );
      expect(found, zone).toEqual(LEVELS.map((level) => levels[level] ?? 0));
      const rated = cellsOf('star_rated_rate', zone, { period: year });
      expect(sum(rated, 'denominator') - sum(rated, 'numerator'), zone).toBe(levels['未评星'] ?? 0);
    }
  });

  it('count the meetings of every kind', async () => {
    const rows =
      await engine.rows(`SELECT zone_id, CAST(activity_type AS VARCHAR) AS kind, CAST(sum(held_count) AS DOUBLE) AS n
      FROM org_life WHERE period BETWEEN '2024-01' AND '2024-09' GROUP BY 1, 2`);
    for (const [zone, kinds] of Object.entries(truth.meet))
      for (const [kind, n] of Object.entries(kinds)) {
        const own = rows.filter(
          (row) => stemOf(String(row.zone_id)) === zone.slice(0, 2) && kind.endsWith(String(row.kind)),
        );
        expect(
          own.reduce((total, row) => total + Number(row.n), 0),
          `${zone} ${kind}`,
        ).toBe(n);
      }
  });

  it('follow every rectification item, a standing one (长期坚持) apart', async () => {
    const rows =
      await engine.rows(`SELECT zone_id, count(*) AS n, count(*) FILTER (due_date <= DATE '2024-09-30') AS due,
        count(*) FILTER (status IN ('已完成', '已销号')) AS done, count(*) FILTER (closed_date <= due_date) AS ontime,
        count(*) FILTER (closed_date > due_date) AS late, count(*) FILTER (closed_date IS NULL) AS open,
        count(*) FILTER (closed_date IS NULL AND due_date < DATE '2024-09-30') AS overdue,
        count(*) FILTER (status = '长期坚持') AS standing FROM rectification GROUP BY 1`);
    for (const [zone, expected] of Object.entries(truth.rect)) {
      const own = rows.filter((row) => stemOf(String(row.zone_id)) === zone.slice(0, 2));
      const found = Object.fromEntries(
        [...Object.keys(expected), 'standing'].map((key) => [
          key,
          own.reduce((total, row) => total + Number(row[key]), 0),
        ]),
      );
      expect(found, zone).toMatchObject(expected);
      const now = cellsOf('rect_completion_rate', zone, { period: cube.asOf ?? '' });
      expect(sum(now, 'numerator'), zone).toBe(expected.done);
      expect(sum(now, 'denominator'), zone).toBe((expected.n ?? 0) - Number(found.standing));
    }
  });

  it('list every organisation of the register', () => {
    const counted = ZONES.map((zone) => sum(cellsOf('party_org_count', zone), 'numerator'));
    expect(counted.reduce((total, n) => total + n, 0)).toBe(182);
  });

  it('ask nothing but the zone of a list that names none', () => {
    const asked = collection.files.flatMap((file) =>
      file.tables.flatMap((_, at) =>
        questionsOf(file, at).map((question) => (question.kind === 'given' ? question.column.id : question.kind)),
      ),
    );
    expect([...new Set(asked)].filter((question) => question !== 'zone_id')).toEqual([]);
    const unplaced = collection.files.filter((file) => file.tables.some((_, at) => questionsOf(file, at).length > 0));
    expect(unplaced.map(({ path }) => path).filter((path) => !path.startsWith('综保区'))).toEqual([]);
  });

  it('take the correction without asking, and say which rows it changed', () => {
    const { issueCounts, tables } = reportOf('临江高新区两新组织党建覆盖台账（2024年第三季度）更正.xlsx');
    expect(issueCounts['row-corrected']).toBe(14);
    expect(tables[0]?.taken).toEqual(['unit_kind']);
  });

  it('say under the figure what is taken for what they do not state', () => {
    const text = taken(cube, 'should_build_built_rate').join('；');
    expect(text).toContain('未列经营状态，视同实体运营');
    expect(text).toContain('党员 3 人以上的为应建');
    expect(text).toContain('未列单位性质，按“非公企业”计');
    expect(taken(cube, 'star_rated_rate')).toEqual([]);
  });

  it('say it once a page in a report that is read without JavaScript, and who reports', () => {
    const still = stillReport(cube);
    const pages = still.split('<section>').slice(1);
    const coverage = pages.filter((page) => page.includes('组织覆盖率') && page.includes('<figure>'));
    expect(coverage.length).toBeGreaterThan(0);
    for (const page of coverage) expect(page.split('未列经营状态').length - 1).toBe(1);
    expect(still).toMatch(/5 个园区中 \d 个报送|个园区中 \d 个/u);
  });

  it('leave the units out where the rule says so, for all lists at once', async () => {
    const rules = RULES.map((rule) => (rule.ruleId === 'coverage/unlisted-operating' ? { ...rule, value: '0' } : rule));
    const without = await buildCube(engine, [], { rules });
    const rate = without.cells.filter(({ metric }) => metric === 'org_coverage_rate');
    expect(sum(rate, 'denominator')).toBe(0);
    expect(taken(without, 'org_coverage_rate').join('；')).toContain('未列经营状态，不计入');
  });
});
