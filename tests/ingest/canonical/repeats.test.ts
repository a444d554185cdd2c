import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine';
import { openNodeEngine } from '../../../src/engine/node';
import { Collection, localStager } from '../../../src/ingest';
import { dropDuplicates } from '../../../src/ingest/canonical/repeats';
import type { Standing } from '../../../src/ingest/canonical/standing';
import { tableById } from '../../../src/model';
import { literal } from '../../../src/sql';

const TABLE = tableById('unit_coverage');

const row = fc.record({
  file: fc.constantFrom<number>(1, 1, 1, 2),
  code: fc.constantFrom('91610000MA6TL00001', '91610000MA6TL00002', '91610000MA6TL00003', '3', null),
  name: fc.constantFrom('甲公司（总部）', '甲公司(总部)', '乙公司', null),
  zone: fc.constantFrom('云岭高新区', '澄江经开区', null),
  day: fc.constantFrom('2018-03-31', '2018-06-30', '2018-09-30'),
  staff: fc.constantFrom<number | null>(1, 2),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

const valueOf = (value: string | number | null): string => (value === null ? 'NULL' : literal(value));

const insertSql = (rows: readonly (Row & { readonly at: number })[]): string =>
  `INSERT INTO unit_coverage (unit_id, unit_name, zone_id, snapshot_date, employees, file_id, source_row) VALUES
    ${rows.map(({ code, name, zone, day, staff, file, at }) => `(${[code, name, zone, day, staff, file, at + 2].map(valueOf).join(', ')})`).join(', ')}`;

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
    await engine.run(insertSql(own));
    told.push(...(await dropDuplicates(engine, TABLE, [file], rivals, isLarge)));
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

const marks = fc.array(fc.constantFrom(null, null, 'correction' as const, 'supplement' as const), {
  minLength: 4,
  maxLength: 4,
});
/** A file that says nothing of the staff leaves what an earlier one says. */
const silent = fc.uniqueArray(fc.constantFrom<number>(1, 2, 3, 4), { maxLength: 2 });
const spread = fc.array(fc.tuple(row, fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 10 });

it('finds the same repeats in files compared together as one after the other, however they are parted', async () => {
  const compared = async (
    rows: readonly (Row & { readonly at: number })[],
    marked: readonly Standing['mark'][],
    cuts: readonly number[],
  ) => {
    if (!TABLE) throw new TypeError('no such table');
    await Collection.open(engine, localStager);
    const files = marked.map((mark, at) => ({
      id: at + 1,
      path: `${at}.csv`,
      standing: { mark, filled: null, asOf: null },
    }));
    const told = [];
    for (const [at, from] of [0, ...cuts].entries()) {
      const batch = files.slice(from, cuts[at] ?? files.length);
      const own = rows.filter(({ file }) => batch.some(({ id }) => id === file));
      if (own.length > 0) await engine.run(insertSql([...own].sort((a, b) => a.file - b.file)));
      told.push(
        ...(await dropDuplicates(engine, TABLE, batch, new Map(files.slice(0, from).map((file) => [file.id, file])))),
      );
    }
    const left = await engine.rows(
      'SELECT file_id, source_row, CAST(employees AS DOUBLE) AS staff FROM unit_coverage ORDER BY 1, 2',
    );
    return { told, left, pairs: await engine.rows('SELECT * FROM repeated_pairs ORDER BY ALL') };
  };
  let gaveWay = 0;
  await fc.assert(
    fc.asyncProperty(spread, marks, silent, fc.subarray([1, 2, 3]), async (parts, marked, quiet, cuts) => {
      const rows = parts.map(([one, file], at) => ({
        ...one,
        file,
        at,
        staff: quiet.includes(file) ? null : one.staff,
      }));
      const inTurn = await compared(rows, marked, [1, 2, 3]);
      expect(await compared(rows, marked, cuts)).toEqual(inTurn);
      gaveWay += inTurn.pairs.length;
    }),
    { numRuns: 50 },
  );
  expect(gaveWay).toBeGreaterThan(10);
}, 120_000);
