import { Table, Utf8, tableFromIPC, tableToIPC, vectorFromArray } from 'apache-arrow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codedTexts, dictionaryVector, numberVector, numbersOf, textRows } from '../../src/engine';

const numbers = fc.array(fc.option(fc.double({ noNaN: true })), { maxLength: 40 });

test('the numbers of a column are those it was made of, NaN where there is none, from one batch or several', () => {
  fc.assert(
    fc.property(numbers, numbers, (first, second) => {
      const tables = [first, second].map((values) => new Table({ n: numberVector(values) }));
      const read = tables.map((table) => tableFromIPC(tableToIPC(table, 'file')));
      const both = read[0]?.concat(...read.slice(1)).getChild('n') ?? null;
      const all = Float64Array.from([...first, ...second], (value) => value ?? Number.NaN);
      expect(numbersOf(both)).toEqual(all);
      expect(numbersOf(both?.slice(1) ?? null)).toEqual(all.slice(1));
    }),
  );
  expect(numbersOf(null)).toEqual(new Float64Array());
});

const texts = fc.array(fc.constantFrom('', '甲', '乙', '丙'), { maxLength: 40 });

test('the coded texts of a column are those it was made of, each once, from one batch or several', () => {
  fc.assert(
    fc.property(texts, texts, (first, second) => {
      const tables = [first, second].map((values) => new Table({ t: dictionaryVector(values, 0) }));
      const read = tables.map((table) => tableFromIPC(tableToIPC(table, 'file')));
      const both = read[0]?.concat(...read.slice(1)).getChild('t') ?? null;
      const { words, codes } = codedTexts(both);
      expect(Array.from(codes, (code) => words[code])).toEqual([...first, ...second]);
      expect(new Set(words).size).toBe(words.length);
    }),
  );
  expect(codedTexts(null)).toEqual({ words: [], codes: new Int32Array() });
});

const anyTexts = fc.array(fc.option(fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 });

test('packed texts are unpacked as they were, of any script, null as nothing, from one batch, several or a part', () => {
  fc.assert(
    fc.property(anyTexts, anyTexts, (first, second) => {
      const tables = [first, second].map((values) => new Table({ t: vectorFromArray(values, new Utf8()) }));
      const read = tables.map((table) => tableFromIPC(tableToIPC(table, 'stream')));
      const both = read[0]?.concat(...read.slice(1)).getChild('t') ?? null;
      const all = [...first, ...second].map((text) => text ?? '');
      expect([...textRows(both)]).toEqual(all);
      expect([...textRows(both?.slice(3) ?? null)]).toEqual(all.slice(3));
      const { words, codes } = codedTexts(both);
      expect(Array.from(codes, (code) => words[code])).toEqual(all);
    }),
  );
});

test('bytes that are no UTF-8 are told as the library tells them', () => {
  const column = vectorFromArray(['甲乙', '丙'], new Utf8());
  const [part] = column.data;
  part?.values.set([0xe7, 0x41], 1);
  expect([...textRows(column)]).toEqual([...column]);
});
