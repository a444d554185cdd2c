import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  GRAINS,
  contains,
  firstDay,
  grainOf,
  isPeriod,
  lastDay,
  periodsBetween,
  shift,
  toGrain,
  yearBefore,
} from '../../src/domain';

const day = fc
  .record({
    year: fc.integer({ min: 1990, max: 2060 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day: at }) => `${year}-${String(month).padStart(2, '0')}-${String(at).padStart(2, '0')}`);
const period = fc.tuple(day, fc.constantFrom(...GRAINS)).map(([at, grain]) => toGrain(at, grain));

describe('periods', () => {
  it.each([
    ['2018-12-31', 'day'],
    ['2018-12', 'month'],
    ['2018Q4', 'quarter'],
    ['2018H2', 'half'],
    ['2018', 'year'],
  ])('%s is a %s', (text, grain) => expect(grainOf(text)).toBe(grain));

  it.each(['2018-13', '2018-02-29', '2018Q5', '18Q1', '2018-1', '', '2018H3'])('%j is none', (text) =>
    expect(isPeriod(text)).toBe(false),
  );

  it('has the right ends', () => {
    expect([firstDay('2018Q4'), lastDay('2018Q4')]).toEqual(['2018-10-01', '2018-12-31']);
    expect([firstDay('2016H1'), lastDay('2016H1')]).toEqual(['2016-01-01', '2016-06-30']);
    expect(lastDay('2016-02')).toBe('2016-02-29');
  });

  it('goes to the same quarter a year before, and over the turn of a year', () => {
    expect(yearBefore('2018Q1')).toBe('2017Q1');
    expect(yearBefore('2016-02-29')).toBe('2015-02-28');
    expect(shift('2018Q1', -1)).toBe('2017Q4');
    expect(shift('2018-12-31', 1)).toBe('2019-01-01');
    expect(periodsBetween('2017Q3', '2018Q2')).toEqual(['2017Q3', '2017Q4', '2018Q1', '2018Q2']);
  });

  it('contains exactly what lies between its first and its last day', () => {
    fc.assert(
      fc.property(period, period, (outer, inner) => {
        expect(contains(outer, inner)).toBe(firstDay(outer) <= firstDay(inner) && lastDay(inner) <= lastDay(outer));
      }),
    );
  });

  it('shifts there and back', () => {
    fc.assert(
      fc.property(period, fc.integer({ min: -40, max: 40 }), (at, steps) => {
        expect(shift(shift(at, steps), -steps)).toBe(at);
      }),
    );
  });

  it('is contained in its coarser period', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...GRAINS), (at, grain) => {
        expect(contains(toGrain(at, grain), at)).toBe(true);
      }),
    );
  });
});
