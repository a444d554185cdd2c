import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepare } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { HIERARCHY_TABLES, LIFE_TABLES } from '../../src/model';
import { openWithTables } from '../engine';
import { type AllRows, NO_ROWS, everything, fill } from './rows';

const DERIVED = [...HIERARCHY_TABLES, ...LIFE_TABLES];
const AS_OF = { asOf: '2019-03-31' };

let engine: Engine;
let anew: Engine;
beforeAll(async () => {
  [engine, anew] = [await openWithTables(), await openWithTables()];
});
afterAll(() => Promise.all([engine.close(), anew.close()]));

async function put(into: Engine, rows: AllRows, tables: ReadonlySet<string>): Promise<void> {
  for (const [table, list] of Object.entries({ ...NO_ROWS, ...rows }))
    await fill(into, table, tables.has(table) ? list : []);
}

const linesOf = async (of: Engine, id: string): Promise<string[]> =>
  (await of.rows(`SELECT CAST(t AS VARCHAR) AS line FROM (SELECT * FROM ${id}) t`))
    .map(({ line }) => String(line))
    .sort();

it('tables that are left as they are would be the same if they were written anew, whatever came and went before', async () => {
  const tables = Object.keys(NO_ROWS);
  const states = fc.array(fc.tuple(everything, fc.subarray(tables)), { minLength: 2, maxLength: 4 });
  let filled = 0;
  await fc.assert(
    fc.asyncProperty(states, async (all) => {
      for (const [rows, loaded] of all) {
        await put(engine, rows, new Set(loaded));
        await prepare(engine, AS_OF);
      }
      const [rows, loaded] = all.at(-1) ?? [NO_ROWS, []];
      await put(anew, rows, new Set(loaded));
      await prepare(anew, AS_OF);
      for (const { id, sql } of DERIVED) {
        await anew.run(`CREATE OR REPLACE TABLE ${id} AS ${sql}`);
        const lines = await linesOf(anew, id);
        filled += lines.length;
        expect([id, await linesOf(engine, id)]).toEqual([id, lines]);
      }
    }),
    { numRuns: 8, seed: 11 },
  );
  expect(filled).toBeGreaterThan(100);
}, 240_000);

/** Names written in two ways, one name of two, one with and without its code. */
const NAMES: AllRows = {
  ...NO_ROWS,
  party_org: [
    ['A1', '一（东）支部'],
    ['B1', '二支部'],
    ['B2', '二支部'],
  ].map(([id = '', name = '']) => ({
    zone_id: '甲',
    snapshot_date: '2018-06-30',
    org_type: '支部',
    org_id: id,
    org_name: name,
  })),
  org_life: ['一(东)支部', '二支部'].map((name) => ({
    zone_id: '甲',
    org_name: name,
    activity_type: '党员大会',
    held_date: '2018-08-05',
  })),
  star_rating: [
    { zone_id: '甲', org_name: '三支部', cycle: '2017' },
    { zone_id: '甲', org_name: '三支部', org_id: 'C3', cycle: '2018' },
  ],
};

it('a table has no rows while all tables its rows come from are empty, whatever is in the others', async () => {
  const reached = new Set<string>();
  for (const rows of [NAMES, ...fc.sample(everything, { numRuns: 12, seed: 3 })]) {
    await put(engine, rows, new Set(Object.keys(NO_ROWS)));
    await fill(engine, 'zone', [{ zone_id: '甲', zone_name: '甲区' }]);
    await prepare(engine, AS_OF);
    for (const { id, sql, from } of DERIVED) {
      await engine.run(['BEGIN', ...from.map((table) => `DELETE FROM ${table}`)].join(';'));
      const [counted] = await engine.rows(`SELECT CAST(count(*) AS DOUBLE) AS n FROM (${sql}) made`);
      await engine.run('ROLLBACK');
      if ((await linesOf(engine, id)).length > 0) reached.add(id);
      expect([id, counted?.n]).toEqual([id, 0]);
    }
  }
  // Nothing is held of a table that has no rows in any case.
  expect(DERIVED.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
}, 120_000);
