import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPeriod } from '../../../src/domain';
import { type CellContext, parseDate } from '../../../src/ingest/cells';

const DAYS: [string, string][] = [
  ['2023年5月31日', '2023-05-31'],
  ['2023.05.31', '2023-05-31'],
  ['2023/5/31', '2023-05-31'],
  ['2023-05-31', '2023-05-31'],
  ['20230531', '2023-05-31'],
  ['二○一○年六月二十三日', '2010-06-23'],
  ['二〇二三年十二月三十一日', '2023-12-31'],
  ['二零二三年十月一号', '2023-10-01'],
  ['２０２３年５月３１日', '2023-05-31'],
  ['2023 年 5 月 31 日', '2023-05-31'],
  ['2023-5-1', '2023-05-01'],
  ['2023.5.31.', '2023-05-31'],
  ['2023年5月31', '2023-05-31'],
  ['2023-05-31 00:00:00', '2023-05-31'],
  ['2023-05-31T00:00:00', '2023-05-31'],
  ['2023年5月31日（星期三）', '2023-05-31'],
  ['截至2023年5月31日', '2023-05-31'],
  ['5/31/2023', '2023-05-31'],
  ['31/5/2023', '2023-05-31'],
  ['31-May-2023', '2023-05-31'],
  ['May 31, 2023', '2023-05-31'],
  ['98年7月1日', '1998-07-01'],
  ['98.07.01', '1998-07-01'],
  ['2024-02-29', '2024-02-29'],
  ['="2023-05-31"', '2023-05-31'],
];

const LONGER: [string, string, string][] = [
  ['2023年5月', '2023-05-31', 'month'],
  ['2023年5月份', '2023-05-31', 'month'],
  ['2023.05', '2023-05-31', 'month'],
  ['2023-02', '2023-02-28', 'month'],
  ['202302', '2023-02-28', 'month'],
  ['二〇二三年五月', '2023-05-31', 'month'],
  ['2023年第二季度', '2023-06-30', 'quarter'],
  ['2018Q4', '2018-12-31', 'quarter'],
  ['2018年上半年', '2018-06-30', 'half'],
  ['2018年度', '2018-12-31', 'year'],
  ['2018', '2018-12-31', 'year'],
];

const FUZZY: [string, string][] = [
  ['2023年6月上旬', '2023-06-10'],
  ['2023年6月中旬', '2023-06-20'],
  ['2023年6月下旬', '2023-06-30'],
  ['2023年9月底前', '2023-09-30'],
  ['2023年9月底', '2023-09-30'],
  ['2023年9月前', '2023-09-30'],
  ['2023年6月30日前', '2023-06-30'],
  ['2023年底', '2023-12-31'],
  ['2023年底前', '2023-12-31'],
  ['2023年末', '2023-12-31'],
];

const REFUSED: [string, string][] = [
  ['2023-02-30', 'no-such-day'],
  ['2023-13-01', 'no-such-day'],
  ['2023年2月29日', 'no-such-day'],
  ['23.5.31', 'two-digit-year'],
  ['23年5月', 'two-digit-year'],
  ['5月31日', 'year-unknown'],
  ['5/6/2023', 'day-month-unclear'],
  ['1800-01-01', 'year-out-of-range'],
  ['99999', 'not-a-date'],
  ['不清楚', 'not-a-date'],
  ['12', 'not-a-date'],
  ['', 'not-a-date'],
];

describe('parseDate', () => {
  it.each(DAYS)('%s is the day %s', (raw, iso) => {
    expect(parseDate(raw)).toEqual({ state: 'value', value: iso, reason: null, precision: 'day' });
  });

  it.each(LONGER)('%s is %s, known to the %s', (raw, iso, precision) => {
    expect(parseDate(raw)).toEqual({ state: 'value', value: iso, reason: null, precision });
  });

  it.each(FUZZY)('%s is %s by convention', (raw, iso) => {
    expect(parseDate(raw)).toEqual({ state: 'value', value: iso, reason: 'fuzzy-date', precision: 'fuzzy' });
  });

  it.each(REFUSED)('refuses %j: %s', (raw, reason) => {
    expect(parseDate(raw)).toMatchObject({ state: 'refused', value: null, reason });
  });

  it('drops the time of day and says so', () => {
    for (const raw of [
      '2019/2/3  14:30',
      '2019年2月3日 14时30分',
      '2019年2月3日14:30',
      '2019-02-03T14:30:00',
      '2019/2/3 下午2:30',
    ]) {
      expect(parseDate(raw), raw).toMatchObject({ value: '2019-02-03', reason: 'time-dropped' });
    }
  });

  it('reads serial numbers, in both calendars of a workbook', () => {
    expect(parseDate('43465')).toMatchObject({ value: '2018-12-31', reason: 'excel-serial' });
    expect(parseDate('43465.5')).toMatchObject({ value: '2018-12-31' });
    expect(parseDate('42003', { date1904: true })).toMatchObject({ value: '2018-12-31' });
    expect(parseDate('19999')).toMatchObject({ reason: 'not-a-date' });
  });

  it('flags a month that may have lost its zero, unless the column keeps zeros', () => {
    expect(parseDate('1969.1')).toMatchObject({ value: '1969-01-31', reason: 'ambiguous-month' });
    expect(parseDate('1969.1', { monthZeros: 'kept' })).toMatchObject({ value: '1969-01-31', reason: null });
    expect(parseDate('1969.10')).toMatchObject({ value: '1969-10-31', reason: null });
    expect(parseDate('1969.2')).toMatchObject({ value: '1969-02-28', reason: null });
  });

  it.each<[string, CellContext, string]>([
    ['5月31日', { year: 2023 }, '2023-05-31'],
    ['9月底前', { year: 2012 }, '2012-09-30'],
    ['6月上旬', { year: 2012 }, '2012-06-10'],
    ['23.5.31', { year: 2023 }, '2023-05-31'],
  ])('%s with %o is %s', (raw, context, iso) => {
    expect(parseDate(raw, context).value).toBe(iso);
  });

  it('reads back every day in every style', () => {
    const style = fc.constantFrom(
      (y: number, m: number, d: number) => `${String(y)}年${String(m)}月${String(d)}日`,
      (y: number, m: number, d: number) => `${String(y)}.${String(m)}.${String(d)}`,
      (y: number, m: number, d: number) => `${String(y)}/${String(m)}/${String(d)}`,
      (y: number, m: number, d: number) => `${String(y)}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
      (y: number, m: number, d: number) => `${String(y)}-${String(m)}-${String(d)} 00:00`,
    );
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1921-07-01'), max: new Date('2049-12-31'), noInvalidDate: true }),
        style,
        (date, write) => {
          const iso = date.toISOString().slice(0, 10);
          const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
          expect(parseDate(write(y, m, d))).toMatchObject({ state: 'value', value: iso, precision: 'day' });
        },
      ),
    );
  });

  it('gives a real day or nothing, whatever it is shown', () => {
    const soup = fc.string({
      unit: fc.constantFrom(...'0123456789年月日.-/第一二三季度上半底前Q十旬 '),
      maxLength: 14,
    });
    fc.assert(
      fc.property(soup, (raw) => {
        const found = parseDate(raw);
        expect(found.value === null || (found.value.length === 10 && isPeriod(found.value)), raw).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
