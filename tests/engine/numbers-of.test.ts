import { Table, tableFromIPC, tableToIPC } from 'apache-arrow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberVector, numbersOf } from '../../src/engine';

const numbers = fc.array(fc.option(fc.double({ noNaN: true })), { maxLength: 40 });

test('the numbers of a column are those it was made of, null where there is none, from one batch or several', () => {
  fc.assert(
    fc.property(numbers, numbers, (first, second) => {
      const tables = [first, second].map((values) => new Table({ n: numberVector(values) }));
      const read = tables.map((table) => tableFromIPC(tableToIPC(table, 'file')));
      const both = read[0]?.concat(...read.slice(1)).getChild('n') ?? null;
      expect(numbersOf(both)).toEqual([...first, ...second]);
      expect(numbersOf(both?.slice(1) ?? null)).toEqual([...first, ...second].slice(1));
    }),
  );
  expect(numbersOf(null)).toEqual([]);
});
