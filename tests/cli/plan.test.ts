import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cubeFrom, dialectOf, writePlan } from '../../src/cli/plan';
import { closeEngine, readAll } from '../../src/cli/reading';
import { emptyFolder } from '../../src/cli/tables';
import { type Cube, type Earlier, type Plan, fingerprintOf, loadCube, planSteps, readPlan } from '../../src/cube';
import { Refusal } from '../../src/domain';
import { METRICS } from '../../src/model';
import { EVERYTHING, released } from '../../src/share';
import { figuresOf } from '../../src/state/read-files';
import { duckdb, postgres, runPlan } from '../databases';
import { runCli, temporaryFolder } from './command-line';

/* A plan is run as somebody else would run it, from its files alone; the cube of what comes out is the one the page makes. */

const DATASETS = join(import.meta.dirname, '../../datasets');
const FILES = ['qinglan', 'cangyu', 'baiyu', 'zones.csv', 'rules.csv'].map((name) => join(DATASETS, 'example', name));
const folder = temporaryFolder();
let ordinary: Cube;

beforeAll(async () => {
  const read = await readAll({ command: 'plan', files: FILES, options: new Map() });
  for (const dialect of ['duckdb', 'postgres'] as const) {
    mkdirSync(folder.path(dialect));
    await writePlan(read, dialect, folder.path(dialect));
  }
  ordinary = (await figuresOf(read.db, read.collection)).cube;
  await runPlan(folder.path('duckdb'), await duckdb());
  await runPlan(folder.path('postgres'), await postgres());
}, 300_000);

afterAll(async () => {
  await closeEngine();
  folder.remove();
});

test.each(['duckdb', 'postgres'])('the cube of a plan that %s ran is the cube of the page', (dialect) => {
  const plan = folder.path(dialect);
  expect(new Set(ordinary.cells.map(({ metric }) => metric)).size).toBeGreaterThan(60);
  const { rowSums, ...cube } = cubeFrom(join(plan, 'cells'), join(plan, 'plan.json')).cube;
  expect(cube).toEqual(ordinary);
  expect(Object.keys(rowSums ?? {}).length).toBeGreaterThan(2);
  expect(fingerprintOf(cube)).toBe(fingerprintOf(ordinary));
});

test('the command line makes an ordinary cube of it, and says in both languages why it does not', () => {
  const [plan, cells] = [folder.path('duckdb/plan.json'), folder.path('duckdb/cells')];
  const made = runCli(['cube', '--from', cells, '--plan', plan, '-o', folder.path('cube.arrow')]);
  expect([made.stderr, made.code]).toEqual(['', 0]);
  expect(loadCube(new Uint8Array(readFileSync(folder.path('cube.arrow')))).cells).toEqual(ordinary.cells);
  const other = runCli([
    'cube',
    '--from',
    cells,
    '--plan',
    folder.path('postgres/plan.json'),
    '-o',
    folder.path('b.csv'),
  ]);
  expect(other.code).toBe(1);
  expect(other.stderr).toMatch(/计算结果.*not worked out by this plan.*cells-other-plan/u);
});

describe('what is not the whole of what a plan makes is refused', () => {
  let nth = 0;
  /** The plan and its cells with one file changed; gives the code and what was found. */
  function refusedWith(file: string, change: (text: string) => string): [string, string | null] {
    const plan = folder.path(`changed-${++nth}`);
    cpSync(folder.path('postgres'), plan, { recursive: true });
    writeFileSync(join(plan, file), change(readFileSync(join(plan, file), 'utf8')));
    try {
      cubeFrom(join(plan, 'cells'), join(plan, 'plan.json'));
    } catch (error) {
      if (error instanceof Refusal) return [error.code, error.value];
      throw error;
    }
    return ['', null];
  }
  const without = (start: string) => (text: string) =>
    text
      .split('\n')
      .filter((line) => !line.startsWith(start))
      .join('\n');

  test('nothing changed is not refused', () => {
    expect(refusedWith('cells/cell.csv', (text) => text)).toEqual(['', null]);
  });

  test('a plan of another version, changed or cut off', () => {
    expect(refusedWith('plan.json', (text) => text.replace(/"model": "../u, '"model": "zz'))[0]).toBe(
      'plan-other-model',
    );
    expect(refusedWith('plan.json', (text) => text.replace(/"asOf": "20../u, '"asOf": "1999'))[0]).toBe('plan-broken');
    expect(refusedWith('plan.json', (text) => text.slice(0, -20))[0]).toBe('plan-broken');
  });

  test('cells of a metric that was not worked out', () => {
    expect(refusedWith('cells/cell_count.csv', without('party_org_count,'))).toEqual([
      'cells-no-metric',
      'party_org_count rows',
    ]);
  });

  test('cells that were lost or doubled on the way', () => {
    expect(refusedWith('cells/cell.csv', without('party_org_count,'))[0]).toBe('cells-cut');
    expect(refusedWith('cells/cell.csv', (text) => `${text}${text.split('\n')[1] ?? ''}\n`)[0]).toBe('cells-cut');
  });

  test('data of a zone that was never loaded', () => {
    const zone = ordinary.cells.find((cell) => cell.metric === 'data_completeness' && cell.zone !== '')?.zone ?? '';
    const plan = folder.path('less');
    cpSync(folder.path('postgres'), plan, { recursive: true });
    const kept: string[] = [];
    const counts = new Map<string, number>();
    for (const line of readFileSync(join(plan, 'cells/cell.csv'), 'utf8').trimEnd().split('\n')) {
      const [metric = '', of] = line.split(',');
      if (of === zone) counts.set(metric, (counts.get(metric) ?? 0) + 1);
      else kept.push(line);
    }
    writeFileSync(join(plan, 'cells/cell.csv'), `${kept.join('\n')}\n`);
    const counted = readFileSync(join(plan, 'cells/cell_count.csv'), 'utf8').replace(
      /^(\w+),rows,(\d+)/gmu,
      (_, metric: string, cells: string) => `${metric},rows,${Number(cells) - (counts.get(metric) ?? 0)}`,
    );
    writeFileSync(join(plan, 'cells/cell_count.csv'), counted);
    expect(() => cubeFrom(join(plan, 'cells'), join(plan, 'plan.json'))).toThrow(
      expect.objectContaining({ code: 'cells-no-zone', value: zone }) as Error,
    );
  });

  test('a file that is no table of cells, or breaks off in the middle', () => {
    expect(refusedWith('cells/cell.csv', (text) => text.replace('numerator', 'amount'))[0]).toBe('cells-broken');
    expect(refusedWith('cells/cell.csv', (text) => text.slice(0, text.length / 2))[0]).toMatch(
      /^cells-(?:broken|cut)$/u,
    );
    expect(refusedWith('cells/cell.csv', (text) => text.replace(/,\d+,/u, ',many,'))[0]).toBe('cells-broken');
  });
});

describe('a plan of what changed since an earlier cube', () => {
  const planAt = (name: string): string => join(folder.path(name), 'plan.json');
  const earlier = (): Earlier => ({
    name: 'a.arrow',
    cube: cubeFrom(folder.path('duckdb/cells'), planAt('duckdb')).cube,
  });
  let whole: Cube;

  beforeAll(async () => {
    // One zone hands in a list anew, in which a unit has gone.
    cpSync(join(DATASETS, 'example/qinglan'), folder.path('qinglan'), { recursive: true });
    const path = folder.path('qinglan/unit-coverage.csv');
    const lines = readFileSync(path, 'latin1').split('\n');
    writeFileSync(path, lines.filter((_, at) => at !== 200).join('\n'), 'latin1');
    const files = [folder.path('qinglan'), ...FILES.slice(1)];
    const read = await readAll({ command: 'plan', files, options: new Map() });
    mkdirSync(folder.path('changed'));
    await writePlan(read, 'duckdb', folder.path('changed'), 'csv', earlier());
    whole = (await figuresOf(read.db, read.collection)).cube;
    await runPlan(folder.path('changed'), await duckdb());
  }, 300_000);

  test('holds the rows of that zone only, and makes the cube of everything', () => {
    const [before, now] = ['duckdb', 'changed'].map((name) => readPlan(readFileSync(planAt(name), 'utf8')));
    expect(now?.changed).toHaveLength(1);
    const rows = (plan: Plan | null | undefined): number =>
      plan?.inputs.find(({ table }) => table === 'party_org')?.rows ?? 0;
    expect(rows(now)).toBeGreaterThan(0);
    expect(rows(now)).toBeLessThan(rows(before));
    const { rowSums, ...cube } = cubeFrom(folder.path('changed/cells'), planAt('changed'), earlier()).cube;
    expect(cube).toEqual(whole);
    expect(fingerprintOf(cube)).not.toBe(fingerprintOf(ordinary));
    // The next one goes on from this one.
    expect(rowSums).toEqual(now?.about.rowSums);
  });

  test('is refused without that cube, with another, and where all zones would have to be worked out anew', () => {
    const { cube, name } = earlier();
    const refusedWith = (other: Earlier | null): string => {
      try {
        cubeFrom(folder.path('changed/cells'), planAt('changed'), other);
      } catch (error) {
        if (error instanceof Refusal) return error.code;
        throw error;
      }
      return '';
    };
    const having = (part: Partial<Cube>): Earlier => ({ name, cube: { ...cube, ...part } });
    const { rowSums, ...without } = cube;
    const [kept = ''] = Object.keys(rowSums ?? {}).filter(
      (zone) => !readPlan(readFileSync(planAt('changed'), 'utf8'))?.changed?.includes(zone),
    );
    expect(refusedWith(earlier())).toBe('');
    expect(refusedWith(null)).toBe('plan-needs-earlier');
    expect(refusedWith({ name, cube: without })).toBe('earlier-no-rows');
    expect(refusedWith(having({ asOf: '2018-12-30' }))).toBe('earlier-other-day');
    expect(refusedWith(having({ rules: cube.rules.slice(1) }))).toBe('earlier-other-rules');
    expect(refusedWith(having({ definitions: { ...cube.definitions, org_coverage_rate: '0' } }))).toBe(
      'earlier-other-model',
    );
    expect(refusedWith(having({ missing: [] }))).toBe('earlier-other-tables');
    expect(refusedWith(having({ rowSums: { ...rowSums, [kept]: '0' } }))).toBe('earlier-other-rows');
    const release = { level: 'public', by: '', for: '', on: '', pages: null, sums: [] } as const;
    expect(released(cube, { level: 'public', ...EVERYTHING, release }).rowSums).toBeUndefined();
    expect(released(cube, { level: 'internal', ...EVERYTHING, zones: [kept], release }).rowSums).toBeUndefined();
    expect(released(cube, { level: 'internal', ...EVERYTHING, release }).rowSums).toEqual(rowSums);
  });
});

/** What stands in the brackets of every call of a function, part by part. */
function callsOf(sql: string, name: string): string[][] {
  return [...sql.matchAll(new RegExp(`\\b${name}\\(`, 'gu'))].map(({ index }) => {
    const parts = [''];
    let depth = 0;
    for (const sign of sql.slice(index + name.length)) {
      depth += Number(sign === '(') - Number(sign === ')');
      if (depth === 0) break;
      if (sign === ',' && depth === 1) parts.push('');
      else parts[parts.length - 1] += sign;
    }
    return parts;
  });
}

test('every choice among values has two at least: Trino takes no other', () => {
  const metrics = { listed: METRICS, counted: METRICS };
  const steps = planSteps({ asOf: '2018-12-31', rules: [], metrics }, '', 'trino');
  const chosen = steps.flatMap(({ statements }) => statements).flatMap((sql) => callsOf(sql, 'coalesce'));
  expect(chosen.length).toBeGreaterThan(100);
  expect(chosen.filter((parts) => parts.length < 2)).toEqual([]);
});

test('a plan is written into an empty folder, for a database that is known', () => {
  const asked = (...options: (readonly [string, string])[]) => ({
    command: 'plan',
    files: FILES,
    options: new Map(options),
  });
  expect(() => emptyFolder(asked(['--out-dir', folder.path('duckdb')]))).toThrow(/must be empty/u);
  expect(() => dialectOf(asked(['--dialect', 'oracle']))).toThrow(/not oracle/u);
});
