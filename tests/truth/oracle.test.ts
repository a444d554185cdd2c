import { describe, expect, it, test } from 'vitest';
import { changeOf, fallOf, splitOf } from './change';
import { partsByZone, percentOf, stockIn, sumOf } from './count';
import { fisher, midChance } from './differs';
import { allHeldIn, heldIn, kindsIn, meetingChangeOf, sharedKinds } from './meetings';
import { type UnitRow, type World, lastDayOf } from './rows';

/* The judge itself is judged by figures worked out by hand. */

const METRIC = 'org_coverage_rate';

function units(zone: string, committee: string, quarter: string, covered: number, all: number): UnitRow[] {
  return Array.from({ length: all }, (_, at): UnitRow => ({
    zone,
    committee,
    day: lastDayOf(quarter),
    id: `${committee}${at}`,
    name: `${committee}${at}`,
    kind: '非公企业',
    operating: true,
    mode: at < covered ? '单独支部' : '未建-应建',
    instructor: false,
  }));
}

const EMPTY: World = {
  seed: 0,
  told: [],
  superseded: [],
  inCounts: new Set(),
  zones: ['甲', '乙', '丙'].map((id) => ({ id, name: `${id}区` })),
  quarters: ['2018Q2', '2018Q3', '2018Q4'],
  units: [],
  orgs: [],
  meetings: [],
  items: [],
  ratings: [],
};

describe('a change', () => {
  const world: World = {
    ...EMPTY,
    units: [
      ...units('甲', '甲一', '2018Q3', 70, 100),
      ...units('甲', '甲一', '2018Q4', 72, 100),
      ...units('乙', '乙一', '2018Q3', 80, 100),
      ...units('乙', '乙一', '2018Q4', 82, 100),
      ...units('丙', '丙一', '2018Q3', 40, 100),
    ],
  };

  it('is one of those that reported both times; the rest is named', () => {
    const change = changeOf(world, METRIC, '2018Q3', '2018Q4');
    expect(change.points).toBeCloseTo(2, 10);
    expect([change.both, change.left]).toEqual([['甲', '乙'], ['丙']]);
  });

  it('leaves out the committee that reported once', () => {
    const more = { ...world, units: [...world.units, ...units('乙', '乙二', '2018Q4', 0, 100)] };
    const change = changeOf(more, METRIC, '2018Q3', '2018Q4');
    expect([change.points?.toFixed(6), change.committeesLeft]).toEqual(['2.000000', ['乙二']]);
  });

  it('is nothing where nobody reported both times', () => {
    expect(changeOf(world, METRIC, '2018Q2', '2018Q4').points).toBeNull();
    const change = changeOf(world, METRIC, '2018Q2', '2018Q4');
    expect([change.left, change.absent]).toEqual([['甲', '乙'], ['丙']]);
  });
});

test('rates and weights of the zones add up to the change', () => {
  const world: World = {
    ...EMPTY,
    units: [
      ...units('甲', '甲一', '2018Q3', 50, 100),
      ...units('甲', '甲一', '2018Q4', 100, 200),
      ...units('乙', '乙一', '2018Q3', 90, 100),
      ...units('乙', '乙一', '2018Q4', 90, 100),
    ],
  };
  const split = splitOf(world, METRIC, '2018Q3', '2018Q4');
  expect(split?.rate).toBeCloseTo(0, 10);
  expect(split?.scope).toBeCloseTo((190 / 300 - 140 / 200) * 100, 10);
});

test('of a zone whose base changed nothing is put down to rates', () => {
  const world: World = {
    ...EMPTY,
    units: [
      ...units('甲', '甲一', '2018Q3', 166, 208),
      ...units('甲', '甲一', '2018Q4', 184, 318),
      ...units('乙', '乙一', '2018Q3', 50, 100),
      ...units('乙', '乙一', '2018Q4', 60, 100),
    ],
  };
  const split = splitOf(world, METRIC, '2018Q3', '2018Q4', ['甲']);
  expect(split?.rate).toBeCloseTo(((100 / 308 + 100 / 418) / 2) * 10, 10);
  expect((split?.rate ?? 0) + (split?.scope ?? 0)).toBeCloseTo((244 / 418 - 216 / 308) * 100, 10);
});

test('a fall is as long as it is, and a quarter without a report ends it', () => {
  const falls = (counts: readonly number[]): World => ({
    ...EMPTY,
    quarters: ['2017Q4', '2018Q1', '2018Q2', '2018Q3', '2018Q4'].slice(-counts.length),
    units: counts.flatMap((x, at) =>
      x < 0
        ? []
        : units(
            '甲',
            '甲一',
            ['2017Q4', '2018Q1', '2018Q2', '2018Q3', '2018Q4'].slice(-counts.length)[at] ?? '',
            x,
            100,
          ),
    ),
  });
  expect(fallOf(falls([90, 80, 70, 60, 50]), METRIC, ['甲'], '2018Q4')).toEqual({ least: 4, most: 4 });
  expect(fallOf(falls([90, 80, -1, 60, 50]), METRIC, ['甲'], '2018Q4')).toEqual({ least: 1, most: 1 });
  expect(fallOf(falls([90, 80, 70, 60, 60]), METRIC, ['甲'], '2018Q4')).toEqual({ least: 0, most: 0 });
});

test('half a point is rounded up, in whole numbers', () => {
  const said = ([x, n]: readonly [number, number]): string => percentOf({ x, n });
  expect(
    (
      [
        [23, 80],
        [57, 80],
        [7, 16],
        [0, 3],
        [3, 3],
        [1, 3],
        [2, 3],
        [1, 2000],
      ] as const
    ).map(said),
  ).toEqual(['28.8', '71.3', '43.8', '0.0', '100.0', '33.3', '66.7', '0.1']);
});

test('chance is exact', () => {
  expect(fisher({ x: 3, n: 4 }, { x: 1, n: 4 })).toBeCloseTo(34 / 70, 10);
  expect(midChance({ x: 3, n: 4 }, { x: 1, n: 4 })).toBeCloseTo(34 / 70 - 16 / 140, 10);
  expect(fisher({ x: 31, n: 35 }, { x: 990, n: 1000 })).toBeLessThan(0.05);
  expect(fisher({ x: 5, n: 10 }, { x: 50, n: 100 })).toBeCloseTo(1, 10);
});

describe('meetings', () => {
  const org = (id: string, parent: string, type: '支部' | '党小组') =>
    ({
      zone: '甲',
      day: '2018-12-31',
      id,
      name: id,
      parent,
      type,
      members: 9,
      full: 9,
      termDue: '',
      termDone: '',
    }) as const;
  const row = (id: string, meeting: '党员大会' | '党小组会', month: string, times: number) =>
    ({ zone: '甲', org: id, meeting, month, times }) as const;
  const world: World = {
    ...EMPTY,
    orgs: [org('一', '', '支部'), org('一1', '一', '党小组'), org('一2', '一', '党小组'), org('二', '', '支部')],
    meetings: [
      row('一', '党员大会', '2018-09', 1),
      row('二', '党员大会', '2018-09', 1),
      row('一', '党员大会', '2018-12', 1),
      row('二', '党员大会', '2018-12', 0),
      ...['2018-10', '2018-11', '2018-12'].map((month) => row('一1', '党小组会', month, 1)),
    ],
  };

  it('are owed by every group, and not by a branch without one', () => {
    expect(heldIn(world, '甲', '2018Q4', '党小组会')).toEqual({ x: 3, n: 6 });
    expect(allHeldIn(world, '甲', '2018Q4', kindsIn(world, '甲', '2018Q4'))).toEqual({ x: 0, n: 2 });
  });

  it('compare on the kinds reported both times', () => {
    const change = meetingChangeOf(world, 'all_meetings_compliance_rate', '2018Q3', '2018Q4');
    expect([change.before, change.now]).toEqual([
      { x: 2, n: 2 },
      { x: 1, n: 2 },
    ]);
    expect([...change.kindsLeft]).toEqual([
      ['甲', ['党小组会']],
      ['乙', []],
      ['丙', []],
    ]);
    expect(sharedKinds(world, '2018Q4')).toEqual(['党员大会', '党小组会']);
  });
});

test('a stock says of how many it is', () => {
  const org = (zone: string, day: string) =>
    ({
      zone,
      day,
      id: `${zone}${day}`,
      name: zone,
      parent: '',
      type: '支部',
      members: 10,
      full: 9,
      termDue: '2017-01-01',
      termDone: '',
    }) as const;
  const world: World = { ...EMPTY, orgs: [org('甲', '2018-06-30'), org('甲', '2018-12-31'), org('乙', '2018-12-31')] };
  expect(stockIn(world, '2018Q2')).toMatchObject({ reported: 1, all: 3, organisations: 1, members: 10, overdue: 1 });
  expect(stockIn(world, '2018')).toMatchObject({ reported: 2, organisations: 2 });
  expect(sumOf(partsByZone(world, METRIC, '2018Q4').values())).toEqual({ x: 0, n: 0 });
});
