import { tableFromIPC, tableToIPC } from 'apache-arrow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, type Cube, cellsOf, hasCells, isEmpty, loadCube, metricsIn, saveCube } from '../../src/cube';
import { inventedCube } from '../share/invented-cubes';

/* The cells of a saved cube lie in columns, those of a counted one are made one by one: nobody can tell. */

const FINENESSES = ['fields', 'committees', 'zones'] as const;
const seeds = fc.integer({ min: 1, max: 300 });

/** Adds cells up the plain way, by text. */
function addedUp(cells: readonly Cell[], fineness: (typeof FINENESSES)[number]): Cell[] {
  if (fineness === 'fields') return [...cells];
  const found = new Map<string, Cell>();
  for (const cell of cells) {
    const committee = fineness === 'zones' ? '' : cell.committee;
    const key = JSON.stringify([cell.zone, committee, cell.period, cell.category, cell.counted, cell.silent]);
    const whole = found.get(key);
    const { numerator = 0, denominator = null } = whole ?? {};
    const of = denominator === null && cell.denominator === null ? null : (denominator ?? 0) + (cell.denominator ?? 0);
    found.set(key, {
      ...(whole ?? { ...cell, committee, domain: '' }),
      numerator: numerator + cell.numerator,
      denominator: of,
    });
  }
  return [...found.values()];
}

/** In another order, and with cells that do not say their figure among them. */
const shuffled = (cube: Cube, seed: number): Cube => {
  const [cells = []] = fc.sample(fc.shuffledSubarray([...cube.cells], { minLength: cube.cells.length }), {
    numRuns: 1,
    seed,
  });
  const silent = (cell: Cell): Cell => ({ ...cell, numerator: 0, denominator: null, counted: true, silent: true });
  return { ...cube, cells: cells.map((cell, at) => (at % 7 === 0 ? silent(cell) : cell)) };
};

test('cells of columns are the cells they were made of, as they are and added up, in any order', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const cube = shuffled(inventedCube(seed), seed);
      const read = loadCube(saveCube(cube));
      expect(metricsIn(read)).toEqual(metricsIn(cube));
      expect(isEmpty(read)).toBe(cube.cells.length === 0);
      for (const metric of metricsIn(cube)) {
        const own = cube.cells.filter((cell) => cell.metric === metric);
        for (const fineness of FINENESSES) {
          const expected = addedUp(own, fineness);
          expect(cellsOf(cube, metric, fineness)).toEqual(expected);
          expect(cellsOf(read, metric, fineness)).toEqual(expected);
        }
      }
      expect(read.cells).toEqual(cube.cells);
      expect(hasCells(read, 'nothing')).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test('fractions are not added up beforehand', () => {
  const [cell] = inventedCube(1).cells;
  if (!cell) throw new Error('no cell');
  const parts = [0.1, 0.2, 0.3].map((numerator, at) => ({ ...cell, numerator, domain: `领域${at}` }));
  const read = loadCube(saveCube({ ...inventedCube(1), cells: parts }));
  expect(cellsOf(read, cell.metric, 'zones')).toEqual(parts);
});

/** The file of a cube without one of its columns. */
function without(column: string): Uint8Array {
  const table = tableFromIPC(saveCube(inventedCube(3)));
  const other = table.select(table.schema.fields.map(({ name }) => name).filter((name) => name !== column));
  other.schema.metadata.delete('zonelens-sum');
  return tableToIPC(other, 'file');
}

test.each(['metric', 'zone', 'committee', 'period', 'numerator', 'denominator'])(
  'a file without the column %s is refused',
  (name) => {
    expect(() => loadCube(without(name))).toThrow(expect.objectContaining({ code: 'cube-damaged' }));
  },
);

test('a file that does not say where cells come from is read: they have rows', () => {
  const read = loadCube(without('origin'));
  expect(read.cells.length).toBe(inventedCube(3).cells.length);
  expect(read.cells.some(({ counted }) => counted)).toBe(false);
});
