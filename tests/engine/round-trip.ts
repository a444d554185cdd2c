import fc from 'fast-check';
import type { Column, Engine } from '../../src/engine';

const MOST = 30;

/** A column of plain values. */
export type Plain = Extract<Column, readonly unknown[]>;

/** A column of one kind, any of its values null. */
const columnOf = (length: number): fc.Arbitrary<Plain> => {
  const list = <T>(value: fc.Arbitrary<T>) =>
    fc.array(fc.option(value, { nil: null }), { minLength: length, maxLength: length });
  return fc.oneof(
    list(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.constantFrom('', "'", '"', '\\', '\u0000a', 'NULL', '五星', '🎋'),
      ),
    ),
    list(fc.double({ noNaN: true, noDefaultInfinity: true })),
    list(fc.integer()),
    list(fc.boolean()),
  );
};

/** Columns of equal length, at least one. */
export const columns: fc.Arbitrary<Record<string, Plain>> = fc
  .integer({ min: 1, max: MOST })
  .chain((length) => fc.array(columnOf(length), { minLength: 1, maxLength: 5 }))
  .map((all) => Object.fromEntries(all.map((column, at) => [`列 ${at} "名"`, column])));

/** Puts columns into the database and takes the rows out again, in the order they went in. */
export async function through(engine: Engine, given: Readonly<Record<string, Plain>>): Promise<unknown[]> {
  await engine.insert('round_trip', given);
  return engine.rows('SELECT * FROM round_trip ORDER BY rowid');
}

/** The rows columns stand for. */
export const rowsOf = (given: Readonly<Record<string, Plain>>): unknown[] => {
  const names = Object.keys(given);
  const length = given[names[0] ?? '']?.length ?? 0;
  return Array.from({ length }, (_, at) => Object.fromEntries(names.map((name) => [name, given[name]?.[at] ?? null])));
};
