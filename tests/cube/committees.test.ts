import { describe, expect, it } from 'vitest';
import { type Cell, EMPTY_CUBE, comparable } from '../../src/cube';

/* Which committees of a zone are left out of a change between two periods: those whose lists were not handed in, not those that were made out of others. */

const METRIC = 'org_coverage_rate';

/** A zone whose committees have so many units in each quarter; null where one handed in nothing. */
function zoneOf(lists: Readonly<Record<string, readonly (readonly [committee: string, units: number])[]>>) {
  const cells = Object.entries(lists).flatMap(([period, committees]) =>
    committees.map(([committee, units]): Cell => ({
      ...{ metric: METRIC, zone: 'A', committee, domain: '', period, category: '' },
      ...{ numerator: Math.round(units / 2), denominator: units },
    })),
  );
  return { ...EMPTY_CUBE, cells };
}

const leftOut = (lists: Parameters<typeof zoneOf>[0], period: string, against: string): string[] =>
  comparable(zoneOf(lists), { metric: METRIC }, period, against).left.map(
    ({ committee = '', why }) => `${committee} ${why}`,
  );

/** Bases as they grow in a year, a committee split in the last quarter but one. */
const SPLIT = {
  '2016Q2': [
    ['甲', 30],
    ['乙', 14],
  ],
  '2016Q3': [
    ['甲', 31],
    ['乙', 15],
  ],
  '2016Q4': [
    ['甲', 32],
    ['乙', 16],
  ],
  '2017Q1': [
    ['甲', 33],
    ['乙', 16],
  ],
  '2017Q2': [
    ['甲', 17],
    ['丙', 17],
    ['乙', 17],
  ],
  '2017Q3': [
    ['甲', 18],
    ['丙', 18],
    ['乙', 17],
  ],
} as const;

/** One more list, beside bases that grow as they do. */
const MORE = {
  ...SPLIT,
  '2017Q2': [
    ['甲', 34],
    ['丙', 17],
    ['乙', 17],
  ],
  '2017Q3': [
    ['甲', 35],
    ['丙', 18],
    ['乙', 17],
  ],
} as const;

describe('a committee that only one of two periods has', () => {
  it.each([
    ['2017Q2', '2017Q1'],
    ['2017Q2', '2016Q2'],
    ['2017Q3', '2016Q3'],
    ['2017Q3', '2016Q2'],
  ])('stays where it was made out of another: %s against %s', (period, against) => {
    expect(leftOut(SPLIT, period, against)).toEqual([]);
  });

  it.each([
    ['2017Q2', '2017Q1'],
    ['2017Q2', '2016Q2'],
    ['2017Q3', '2016Q2'],
  ])('is left out where its list was not handed in before: %s against %s', (period, against) => {
    expect(leftOut(MORE, period, against)).toEqual(['丙 not-before']);
  });

  it.each([
    ['2017Q3', '2017Q2'],
    ['2017Q3', '2016Q3'],
  ])('is left out where its list is no longer handed in: %s against %s', (period, against) => {
    const gone = {
      ...SPLIT,
      '2017Q2': [
        ['甲', 33],
        ['乙', 16],
      ],
      '2017Q3': [['甲', 34]],
    } as const;
    expect(leftOut(gone, period, against)).toEqual(['乙 not-now']);
  });

  it('is left out where the others grew by as much as it had, but by nothing of some of its kinds: whichever kind is asked about', () => {
    const kinds = (period: string, committee: string, firms: number, social: number): Cell[] => {
      const of = { metric: METRIC, zone: 'A', committee, period, category: '' };
      return [
        { ...of, domain: '非公企业', numerator: Math.round(firms / 2), denominator: firms },
        { ...of, domain: '社会组织', numerator: Math.round(social / 2), denominator: social },
      ];
    };
    const before = [...kinds('2018Q3', '甲', 16, 4), ...kinds('2018Q3', '乙', 15, 4)];
    const asked = (now: readonly Cell[], domains?: readonly string[]) => {
      const cube = { ...EMPTY_CUBE, cells: [...before, ...now] };
      const { left, rearranged } = comparable(
        cube,
        { metric: METRIC, ...(domains && { domains }) },
        '2018Q4',
        '2018Q3',
      );
      return [left.map(({ committee }) => committee), rearranged.map(({ committee }) => committee)];
    };
    const grown = kinds('2018Q4', '甲', 36, 4);
    expect(asked(grown)).toEqual([['乙'], []]);
    expect(asked(grown, ['非公企业'])).toEqual([['乙'], []]);
    // A committee that is taken up is taken up with all it had.
    expect(asked(kinds('2018Q4', '甲', 32, 8))).toEqual([[], ['乙']]);
    expect(asked(kinds('2018Q4', '甲', 32, 8), ['社会组织'])).toEqual([[], ['乙']]);
  });

  it('stays where others took it up some quarters ago', () => {
    const merged = { ...SPLIT, '2017Q2': [['甲', 50]], '2017Q3': [['甲', 52]] } as const;
    expect(leftOut(merged, '2017Q3', '2016Q3')).toEqual([]);
  });
});
