import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile, csvRecords, readCsv } from '../../src/share';

const field = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.stringMatching(/^[=+\-@＝＋－＠'"\t\r\n ,.\d%a甲]{0,6}$/u),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constant(null),
);
const rows = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

describe('CSV', () => {
  it('is read back as what it was, numbers as they were', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const texts = given.map((row) => row.map((value) => (value === null ? '' : String(value))));
        expect(readCsv(csvRecords(given))).toEqual(texts);
        expect(readCsv(csvFile(given))).toEqual(texts);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    '=1+1',
    '+cmd',
    '-2+3',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    ' =1',
    '＝1+1',
    '＠x',
    "'=1",
    '-1+cmd|calc!A0',
    '+86 138 0000',
    '-x',
    '=',
  ])('keeps %j as text', (text) => {
    expect(csvRecords([[text, 'x']])).toMatch(/^"?'/u);
  });

  it.each(['-5', '+5', '-1,234.50', '-.5', '-0.5%', '-1.5e-7', '-', '--', '—', '2018-01-01', '第1区', ' -5 '])(
    'leaves %j as it is',
    (text) => {
      expect(csvRecords([[text, 'x']]).replaceAll('"', '')).toBe(`${text},x\r\n`);
    },
  );

  it('writes numbers as numbers, nothing as an empty field, and a lone empty field as a record', () => {
    expect(csvRecords([['甲', -1.5, null]])).toBe('甲,-1.5,\r\n');
    expect(csvRecords([[''], [null]])).toBe('""\r\n""\r\n');
    expect(csvFile([['园区'], ['甲,"乙"\n丙']])).toBe('\uFEFF园区\r\n"甲,""乙""\n丙"\r\n');
    expect(csvRecords([])).toBe('');
  });
});
