import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cube, EMPTY_CUBE, buildCells, populationSql, prepare, total } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { metricById } from '../../src/model';
import { type Fields, fill } from '../cube/rows';
import { openWithTables } from '../engine';

const METRIC = 'dues_on_time_rate';
let engine: Engine;
beforeAll(async () => {
  engine = await openWithTables();
});
afterAll(() => engine.close());

async function cubeOf(rows: Fields[]): Promise<Cube> {
  await fill(engine, 'member_period', rows);
  await prepare(engine, { asOf: '2018-12-31' });
  return { ...EMPTY_CUBE, cells: (await buildCells(engine, [metricById(METRIC)])).cells };
}

const report = (zone: string, period: string, due: number, paid: number): Fields => ({
  zone_id: zone,
  org_id: '1',
  period,
  dues_due_members: due,
  dues_on_time_members: paid,
});

const MONTHS = Array.from({ length: 12 }, (_, at) => `2018-${String(at + 1).padStart(2, '0')}`);
const RHYTHMS: Readonly<Record<string, readonly string[]>> = {
  month: MONTHS,
  quarter: ['2018Q1', '2018Q2', '2018Q3', '2018Q4'],
  half: ['2018H1', '2018H2'],
  year: ['2018'],
};

it('weighs a zone by its members, whatever the rhythm it reports in', async () => {
  const zone = fc.record({
    rhythm: fc.constantFrom(...Object.keys(RHYTHMS)),
    due: fc.integer({ min: 1, max: 500 }),
    missed: fc.integer({ min: 0, max: 500 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(zone, { minLength: 1, maxLength: 4 }), async (zones) => {
      const told = zones.map(({ rhythm, due, missed }) => ({ rhythm, due, paid: Math.max(0, due - missed) }));
      const cube = await cubeOf(
        told.flatMap(({ rhythm, due, paid }, at) =>
          (RHYTHMS[rhythm] ?? []).map((period) => report(String(at), period, due, paid)),
        ),
      );
      const sum = (of: (one: { due: number; paid: number }) => number): number =>
        12 * told.reduce((all, one) => all + of(one), 0);
      expect(total(cube, { metric: METRIC, periods: ['2018'] })).toEqual({
        numerator: sum(({ paid }) => paid),
        denominator: sum(({ due }) => due),
      });
    }),
    { numRuns: 15 },
  );
});

it('takes the parts where a period and its parts are reported, and shows the months of each row', async () => {
  const rows = [report('甲', '2018', 9, 1), report('甲', '2018Q1', 10, 8), report('甲', '2018-04', 10, 9)];
  const cube = await cubeOf(rows);
  expect(total(cube, { metric: METRIC, periods: ['2018'] })).toEqual({ numerator: 33, denominator: 40 });
  const behind = await engine.rows(`SELECT period, months, numerator FROM (${populationSql(metricById(METRIC))}) p`);
  expect(behind.map((row) => [row.period, Number(row.months), Number(row.numerator)]).sort()).toEqual([
    ['2018-04', 1, 9],
    ['2018Q1', 3, 24],
  ]);
});
