import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCells, cellsSql, drillSql, populationSql, prepare } from '../../src/cube';
import { countedRows } from '../../src/cube/population';
import type { Engine } from '../../src/engine';
import { METRICS, baseOf } from '../../src/model';
import { openWithTables } from '../engine';

describe('generated statements on empty tables', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openWithTables();
    await prepare(engine);
  });
  afterAll(() => engine.close());

  it.each(METRICS.map((metric) => [metric.id, metric] as const))('%s explains', async (_, metric) => {
    const drill = drillSql({
      metric,
      zones: ["a'b"],
      categories: ['x'],
      snapshots: [{ zone: 'a', period: '2018-12-31' }],
      part: 'rest',
    });
    const count = countedRows(baseOf(metric));
    if (count !== null) await engine.run(`CREATE OR REPLACE TABLE ${count.table} AS ${count.sql}`);
    for (const sql of [populationSql(metric), cellsSql([metric]), drill])
      expect(await engine.rows(`EXPLAIN ${sql}`)).not.toHaveLength(0);
  });

  it('hides every metric with the reason instead of showing zeros', async () => {
    const { cells, missing } = await buildCells(engine);
    expect(cells).toEqual([]);
    // Completeness asks for no table in particular: with nothing loaded it has nothing to say.
    const needy = METRICS.filter((metric) => baseOf(metric).needs.length > 0);
    expect(missing.map((entry) => entry.metric)).toEqual(needy.map((metric) => metric.id));
    expect(METRICS.filter((metric) => !needy.includes(metric)).map(({ id }) => id)).toEqual(['data_completeness']);
    expect(missing.every((entry) => entry.tables.length > 0)).toBe(true);
  });
});
