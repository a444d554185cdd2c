import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src/ingest/cells';

const EXACT: [string, number][] = [
  ['885个', 885],
  ['１２３', 123],
  ['1,234', 1234],
  ['1，234，567.5', 1234567.5],
  ['12 345', 12345],
  ['1.3万', 13000],
  ['1.1万', 11000],
  ['3亿5000万', 350000000],
  ['2.5亿', 250000000],
  ['30万元', 300000],
  ['(1,234)', -1234],
  ['（56）', -56],
  ['－5', -5],
  ['−5.5', -5.5],
  ['¥1,200.50', 1200.5],
  ['八百八十五', 885],
  ['一万三千', 13000],
  ['一万零三', 10003],
  ['两千三百', 2300],
  ['十二', 12],
  ['二十', 20],
  ['廿三', 23],
  ['一百零五', 105],
  ['三亿五千万', 350000000],
  ['叁佰', 300],
  ['零', 0],
  ['二十名', 20],
  ['共885个', 885],
  ['13234名', 13234],
  ['="00123"', 123],
  ["'42", 42],
  ['1.2E+05', 120000],
  ['0', 0],
  ['-0', 0],
  ['.5', 0.5],
  ['26人次', 26],
];

const BOUNDED: [string, number, string][] = [
  ['70余', 70, 'ge'],
  ['70余名', 70, 'ge'],
  ['1.3万余名', 13000, 'ge'],
  ['100余万元', 1000000, 'ge'],
  ['1600余亩', 1600, 'ge'],
  ['20多家', 20, 'ge'],
  ['30人以上', 30, 'ge'],
  ['30以上', 30, 'ge'],
  ['≥30', 30, 'ge'],
  ['超过500', 500, 'ge'],
  ['100+', 100, 'ge'],
  ['十余家', 10, 'ge'],
  ['约200', 200, 'approx'],
  ['近200', 200, 'approx'],
  ['200人左右', 200, 'approx'],
  ['不足30', 30, 'le'],
  ['50以下', 50, 'le'],
];

const REFUSED = [
  '近百',
  '三五个',
  '几十',
  '数百',
  '上百',
  '1万3',
  '一万三',
  '一百二',
  '5 10',
  '1,2345',
  '1,23',
  '1/2',
  '详见附件',
  '12abc',
  '2018年',
  'abc',
  '1.2.3',
  '',
  '千',
  '百百',
];

describe('parseNumber', () => {
  it.each(EXACT)('%s is exactly %d', (raw, expected) => {
    expect(parseNumber(raw)).toEqual({ state: 'value', value: expected, reason: null });
  });

  it.each(BOUNDED)('%s is %d with bound %s', (raw, expected, bound) => {
    expect(parseNumber(raw)).toMatchObject({ state: 'value', value: expected, reason: 'bounded-value', bound });
  });

  it.each([
    ['630—1480元', 630, 1480],
    ['5-10', 5, 10],
    ['5～10人', 5, 10],
    ['3至5个', 3, 5],
    ['1万-2万', 10000, 20000],
  ])('%s is a range, not a number', (raw, low, high) => {
    expect(parseNumber(raw)).toEqual({ state: 'refused', value: null, reason: 'number-range', low, high });
  });

  it.each(REFUSED)('refuses %j', (raw) => {
    expect(parseNumber(raw)).toMatchObject({ state: 'refused', value: null, reason: 'not-a-number' });
  });

  it.each([
    ['13234名 / 5.11%', 13234],
    ['885（16.67%）', 885],
  ])('keeps the count of %s and says so', (raw, expected) => {
    expect(parseNumber(raw)).toMatchObject({ value: expected, reason: 'share-dropped' });
  });

  it('reads back every number it is shown, in every costume', () => {
    const costume = fc.constantFrom(
      (n: number) => String(n),
      (n: number) => n.toLocaleString('en-US'),
      (n: number) => `${String(n)}个`,
      (n: number) => `　${String(n)} `,
      (n: number) => String(n).replace(/\d/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), costume, (n, dress) => {
        expect(parseNumber(dress(n))).toEqual({ state: 'value', value: n, reason: null });
      }),
    );
  });

  it('reads Chinese numerals as written by Intl', () => {
    const written = new Intl.NumberFormat('zh-u-nu-hanidec', { useGrouping: false });
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 99999 }), (n) => {
        expect(parseNumber(written.format(n)).value).toBe(n);
      }),
    );
  });

  it('never throws and never gives NaN', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (raw) => {
        const found = parseNumber(raw);
        expect(found.value === null || Number.isFinite(found.value)).toBe(true);
      }),
    );
  });
});
