import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { Collection, localStager } from '../../../src/ingest';
import { dropDuplicates } from '../../../src/ingest/canonical/repeats';
import { tableById } from '../../../src/model';
import { literal } from '../../../src/sql';

const TABLE = tableById('unit_coverage');

const row = fc.record({
  file: fc.constantFrom(1, 1, 1, 2),
  code: fc.constantFrom('91610000MA6TL00001', '91610000MA6TL00002', '91610000MA6TL00003', '3', null),
  name: fc.constantFrom('甲公司（总部）', '甲公司(总部)', '乙公司', null),
  zone: fc.constantFrom('云岭高新区', '澄江经开区', null),
  day: fc.constantFrom('2018-03-31', '2018-06-30', '2018-09-30'),
  staff: fc.constantFrom(1, 2),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const valueOf = (value: string | number | null): string => (value === null ? 'NULL' : literal(value));

/** What becomes of rows loaded as two files, one after the other. */
async function settled(rows: readonly Row[], isLarge: boolean): Promise<unknown> {
  if (!TABLE) throw new TypeError('no such table');
  await Collection.open(engine, localStager);
  const standing = { mark: null, reasons: [] } as never;
  const files = [1, 2].map((id) => ({ id, path: `${id}.csv`, standing }));
  const rivals = new Map(files.map((file) => [file.id, file]));
  const told = [];
  for (const file of files) {
    const own = rows.flatMap((one, at) => (one.file === file.id ? [{ ...one, at }] : []));
    if (own.length === 0) continue;
    await engine.run(`INSERT INTO unit_coverage (unit_id, unit_name, zone_id, snapshot_date, employees, file_id, source_row) VALUES
      ${own.map(({ code, name, zone, day, staff, at }) => `(${[code, name, zone, day, staff, file.id, at + 2].map(valueOf).join(', ')})`).join(', ')}`);
    told.push(await dropDuplicates(engine, TABLE, file, rivals, isLarge));
  }
  return { told, left: await engine.rows('SELECT file_id, source_row FROM unit_coverage ORDER BY 1, 2') };
}

it('finds the same repeats in a large file as in a small one, and keeps the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      expect(await settled(rows, true)).toEqual(await settled(rows, false));
    }),
    { numRuns: 60 },
  );
});
