import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cell, buildCells, drillSql, prepare } from '../../src/cube';
import { BASES } from '../../src/model/metrics/bases';
import { HIERARCHY_TABLES, LIFE_TABLES, METRICS } from '../../src/model';
import { openWithTables } from '../engine';
import { type AllRows, type Fields, NO_ROWS, everything, fill } from './rows';

const ORDERS = 100;
const WORLDS = 3;
const FILES = 3;

/** The rows of a world as three files of three zones of their own hold them: the `nth` of many such worlds in one database. */
const filed = (list: readonly Fields[], nth: number): Fields[] =>
  list.map((row, at) => ({
    ...row,
    zone_id: `${row.zone_id}${nth}`,
    file_id: nth * FILES + (Number(row.file_id ?? at) % FILES),
    source_row: at + 2,
  }));

/** Every row keeps its file and its line, wherever it comes to stand in the database. */
function inManyOrders(rows: AllRows, seed: number): AllRows {
  const shuffled = (list: Fields[], at: number): Fields[] =>
    fc.sample(fc.shuffledSubarray(list, { minLength: list.length }), { numRuns: 1, seed: seed + at })[0] ?? [];
  return Object.fromEntries(
    Object.entries(rows).map(([table, list], at) => {
      const copies = Array.from({ length: ORDERS }, (_, nth) => filed(list, nth));
      return [table, shuffled(copies.flat(), at)];
    }),
  );
}

it('the cube is a function of the data: the same for 100 orders of its rows and files', async () => {
  const engine = await openWithTables();
  for (const [seed, rows] of fc.sample(everything, { numRuns: WORLDS, seed: 12 }).entries()) {
    for (const [table, list] of Object.entries({ ...NO_ROWS, ...inManyOrders(rows, seed * 100) }))
      await fill(engine, table, list);
    await prepare(engine, { asOf: '2019-03-31' });
    const found = Array.from({ length: ORDERS }, (): Cell[] => []);
    for (const cell of (await buildCells(engine)).cells) {
      const [, zone = '', nth = ''] = /^(\D+)(\d+)$/u.exec(cell.zone) ?? [];
      found[Number(nth)]?.push({ ...cell, zone });
    }
    expect(found[0]?.length).toBeGreaterThan(100);
    for (const cells of found) expect(cells).toEqual(found[0]);
  }
  await engine.close();
}, 300_000);

it('every window says where nulls stand, and none numbers everything', () => {
  const [metric] = METRICS;
  if (!metric) throw new RangeError('no metrics');
  const texts = [...BASES, ...HIERARCHY_TABLES, ...LIFE_TABLES].map(({ id, sql }) => [id, sql] as const);
  const windows = [...texts, ['drill', drillSql({ metric })] as const].flatMap(([id, sql]) =>
    [
      ...sql.matchAll(
        /\((?<partition>PARTITION BY (?:[^()]|\((?:[^()]|\([^()]*\))*\))*?)?\s*ORDER BY (?<keys>(?:[^()]|\([^()]*\))*)\)/gu,
      ),
    ].map(({ groups }) => ({
      id,
      partition: groups?.partition,
      keys: (groups?.keys ?? '').replace(/\s+ROWS .*$/su, ''),
    })),
  );
  expect(windows.length).toBeGreaterThan(9);
  for (const { id, partition, keys } of windows) {
    expect([id, partition === undefined]).toEqual([id, false]);
    for (const key of keys.split(/,(?![^(]*\))/u))
      expect([id, key.trim()]).toEqual([id, expect.stringMatching(/ NULLS LAST$/u)]);
  }
});
