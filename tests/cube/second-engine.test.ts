import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildCells, prepare } from '../../src/cube';
import { openWithTables } from '../engine';
import { cellsInPostgres, linesOf } from '../databases';
import { NO_ROWS, everything, fill } from './rows';

const WORLDS = 3;

it('PostgreSQL works out every cell of random rows alike, in another order of rows', async () => {
  const engine = await openWithTables();
  const known = new Set<string>();
  for (const [at, rows] of fc.sample(everything, { numRuns: WORLDS, seed: 7 }).entries()) {
    for (const [table, list] of Object.entries({ ...NO_ROWS, ...rows })) await fill(engine, table, list);
    const inForce = await prepare(engine, { asOf: '2019-03-31' });
    const { cells } = await buildCells(engine);
    expect(await cellsInPostgres(engine, inForce, at)).toEqual(linesOf(cells));
    for (const { metric } of cells) known.add(metric);
  }
  expect(known.size).toBeGreaterThan(70);
  await engine.close();
}, 300_000);
