import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Cell,
  PLAN_INPUTS,
  buildCells,
  computable,
  inputSql,
  planSteps,
  prepare,
  rowSums,
  rowsInZonesSql,
  zonesInSql,
} from '../../src/cube';
import type { Engine } from '../../src/engine';
import { databaseCsv } from '../../src/share';
import { duckdb, linesOf } from '../databases';
import { openWithTables } from '../engine';
import { type AllRows, NO_ROWS, everything, fill } from './rows';

/* What is worked out anew for the zones that changed, beside what is kept of the others, is the whole, cell by cell. */

const AS_OF = '2019-03-31';
const ZONES = ['甲', '乙', '丙'];

/** Every row keeps its file and its line, whatever becomes of the rows of others. */
const filed = (rows: AllRows): AllRows =>
  Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [
      table,
      list.map((row, at) => ({ ...row, file_id: ZONES.indexOf(String(row.zone_id)) + 1, source_row: at + 2 })),
    ]),
  );

/** Rows of several random worlds together, so that no table is without any. */
function world(seed: number): AllRows {
  const worlds = fc.sample(everything, { numRuns: 4, seed });
  return filed(
    Object.fromEntries(Object.keys(NO_ROWS).map((table) => [table, worlds.flatMap((rows) => rows[table] ?? [])])),
  );
}

/** The rows of a world, with those of some zones as another world has them. */
const mixed = (rows: AllRows, others: AllRows, zones: readonly string[]): AllRows => {
  const isOf = ({ zone_id: zone }: AllRows[string][number]): boolean => zones.includes(String(zone));
  return Object.fromEntries(
    Object.keys(NO_ROWS).map((table) => [
      table,
      [...(rows[table] ?? []).filter((row) => !isOf(row)), ...(others[table] ?? []).filter(isOf)],
    ]),
  );
};

async function counted(engine: Engine, rows: AllRows) {
  for (const [table, list] of Object.entries({ ...NO_ROWS, ...rows })) await fill(engine, table, list);
  const { rules } = await prepare(engine, { asOf: AS_OF });
  const { cells } = await buildCells(engine);
  const metrics = await computable(engine);
  const known = [metrics.listed, metrics.counted].map((list) => list.map(({ id }) => id));
  return { cells, rules, metrics, known, sums: await rowSums(engine) };
}

/** The cells a database works out by a plan that holds the rows of some zones only. */
async function cellsOfZones(engine: Engine, zones: readonly string[], now: Awaited<ReturnType<typeof counted>>) {
  const db = await duckdb();
  const [tables, ...steps] = planSteps({ asOf: AS_OF, rules: now.rules, metrics: now.metrics }, '', 'duckdb');
  for (const sql of tables?.statements ?? []) await db.run(sql);
  for (const input of PLAN_INPUTS) {
    const rows = await engine.rows(zonesInSql(input) === null ? inputSql(input) : rowsInZonesSql(input, zones));
    const texts = rows.map((row) => input.columns.map((name) => row[name] as string | null));
    await db.load(input.table, databaseCsv([input.columns, ...texts]));
  }
  for (const { statements } of steps) for (const sql of statements) await db.run(sql);
  const rows = await db.rows('SELECT * FROM cell');
  return rows.map(({ origin, ...cell }) => ({ ...cell, ...(origin === 'counts' && { counted: true }) }) as Cell);
}

it('changed zones beside the kept cells of the others are the cells of all rows', async () => {
  const engine = await openWithTables();
  let [kept, anew] = [0, 0];
  for (const [seed, zones] of [
    [3, ['甲']],
    [4, ['乙', '丙']],
  ] as const) {
    const rows = world(seed);
    const before = await counted(engine, rows);
    const now = await counted(engine, mixed(rows, world(seed + 100), zones));
    expect(now.known).toEqual(before.known);
    const changed = Object.keys(now.sums).filter((zone) => now.sums[zone] !== before.sums[zone]);
    expect(changed.sort()).toEqual([...zones].sort());
    const again = await cellsOfZones(engine, changed, now);
    expect(again.filter(({ zone }) => !changed.includes(zone))).toEqual([]);
    const stand = before.cells.filter(({ zone }) => zone in now.sums && !changed.includes(zone));
    expect(linesOf([...again, ...stand])).toEqual(linesOf(now.cells));
    kept += stand.length;
    anew += again.length;
  }
  expect(Math.min(kept, anew)).toBeGreaterThan(100);
  await engine.close();
}, 300_000);

it('the sum of a zone hangs on its rows, their order and its names, and on nothing of another zone', async () => {
  const engine = await openWithTables();
  const row = { zone_id: '甲', unit_name: 'A', snapshot_date: '2018-12-31', file_id: 1, source_row: 2 };
  const sumsOf = async (rows: AllRows, alias = ''): Promise<Record<string, string>> => {
    for (const [table, list] of Object.entries({ ...NO_ROWS, ...rows })) await fill(engine, table, list);
    await engine.run(`DELETE FROM zone_alias${alias === '' ? '' : `; INSERT INTO zone_alias VALUES (${alias})`}`);
    await prepare(engine, { asOf: AS_OF });
    return rowSums(engine);
  };
  const first = await sumsOf({ unit_coverage: [row] });
  // Files are numbered anew whenever they are read.
  expect(await sumsOf({ unit_coverage: [{ ...row, file_id: 7 }] })).toEqual(first);
  const beside = await sumsOf({ unit_coverage: [row, { ...row, zone_id: '乙', source_row: 3 }] });
  expect(beside.甲).toBe(first.甲);
  expect(beside.乙).toBeDefined();
  for (const changed of [
    [{ ...row, unit_name: 'B' }],
    [{ ...row, employees: 0 }],
    [{ ...row, source_row: 9 }],
    [row, { ...row, source_row: 3 }],
    [row, { ...row, unit_name: 'C', file_id: 2 }],
  ])
    expect((await sumsOf({ unit_coverage: changed })).甲).not.toBe(first.甲);
  expect((await sumsOf({ unit_coverage: [row] }, "'甲区', '甲'")).甲).not.toBe(first.甲);
  await engine.close();
});
