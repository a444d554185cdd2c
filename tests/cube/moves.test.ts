import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cube, buildCube, comparable, loadCube, mergeCubes, saveCube } from '../../src/cube';
import type { Engine } from '../../src/engine';
import { EVERYTHING, released } from '../../src/share';
import { openWithTables } from '../engine';
import { fill } from './rows';

/* Sums cannot tell a committee that was taken up by another from one whose list is missing while the other grows by as much: the lists can. */

const Q3 = '2018-09-30';
const Q4 = '2018-12-31';

/** Rows of a list: each committee with the numbers of its units, the first of which have an organisation. */
const listed = (zone: string, day: string, committees: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(committees).flatMap(([committee, units]) =>
    units.map((unit, at) => ({
      zone_id: zone,
      committee,
      snapshot_date: day,
      // Lists without codes know their units by name.
      ...(zone === 'C' ? {} : { unit_id: `${zone}${unit}` }),
      unit_name: `${zone}第${unit}企业`,
      unit_kind: '非公企业',
      operating: '运营',
      coverage_mode: at % 2 === 0 ? '单独支部' : '未建-应建',
    })),
  );

/** Rows of a register: each committee with its branches. */
const register = (zone: string, day: string, committees: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(committees).flatMap(([committee, branches]) => {
    const of = { zone_id: zone, snapshot_date: day };
    const parent = { parent_org_id: `${zone}${committee}`, parent_org_name: `${committee}党委` };
    return [
      { ...of, org_id: parent.parent_org_id, org_name: parent.parent_org_name, org_type: '党委' },
      ...branches.map((name) => ({
        ...{ ...of, ...parent, org_id: `${zone}${name}支`, org_name: `${name}支部`, org_type: '支部' },
      })),
    ];
  });

const from = (first: number, count: number): number[] => Array.from({ length: count }, (_, at) => first + at);

let engine: Engine;
let cube: Cube;

beforeAll(async () => {
  engine = await openWithTables();
  await fill(engine, 'unit_coverage', [
    // Taken up by 甲.
    ...listed('A', Q3, { 甲: from(0, 20), 乙: from(100, 20) }),
    ...listed('A', Q4, { 甲: [...from(0, 20), ...from(100, 19), 500] }),
    // Not handed in, while 甲 came to list as many others.
    ...listed('B', Q3, { 甲: from(0, 20), 乙: from(100, 20) }),
    ...listed('B', Q4, { 甲: [...from(0, 20), ...from(500, 20)] }),
    // Made out of 甲.
    ...listed('C', Q3, { 甲: from(0, 40) }),
    ...listed('C', Q4, { 甲: from(0, 20), 丙: from(20, 20) }),
    // New, or not handed in before, while 甲 lost as many.
    ...listed('D', Q3, { 甲: from(0, 40) }),
    ...listed('D', Q4, { 甲: from(0, 20), 丙: from(500, 20) }),
    // The same committees both times, whoever has moved.
    ...listed('E', Q3, { 甲: from(0, 20), 乙: from(100, 20) }),
    ...listed('E', Q4, { 甲: from(100, 20), 乙: from(0, 20) }),
  ]);
  await fill(engine, 'party_org', [
    ...register('A', Q3, { 甲: ['甲', '乙'], 乙: ['丁', '戊'] }),
    ...register('A', Q4, { 甲: ['甲', '乙', '丁', '戊'] }),
    // A list of some that lies between says nothing of the others.
    ...register('A', '2018-10-31', { 甲: ['甲'] }).map((row) => ({ ...row, partial: true })),
    ...register('B', Q3, { 甲: ['甲', '乙'], 乙: ['丁', '戊'] }),
    ...register('B', Q4, { 甲: ['甲', '乙', '己', '庚'] }),
  ]);
  cube = await buildCube(engine, ['a.csv']);
}, 60_000);

afterAll(() => engine.close());

const said = ({ moves = [] }: Cube, table: string): string[] =>
  moves
    .filter((move) => move.table === table)
    .map(({ zone, committee, day, moved }) => `${zone} ${committee} ${day} ${moved ? 'moved' : 'missing'}`)
    .sort();

test('a committee that only one of two lists has is looked for in the other', () => {
  expect(said(cube, 'unit_coverage')).toEqual([
    `A 乙 ${Q4} moved`,
    `B 乙 ${Q4} missing`,
    `C 丙 ${Q4} moved`,
    `D 丙 ${Q4} missing`,
  ]);
  expect(said(cube, 'party_org')).toEqual([`A 乙党委 ${Q4} moved`, `B 乙党委 ${Q4} missing`]);
});

test.each([
  ['2018Q4', '2018Q3'],
  [Q4, Q3],
])('what is compared between %s and %s follows from that', (period, against) => {
  const { left, rearranged } = comparable(cube, { metric: 'org_coverage_rate' }, period, against);
  const named = (all: readonly { zone: string; committee?: string }[]): string[] =>
    all.map(({ zone, committee = '' }) => `${zone} ${committee}`).sort();
  expect(named(left)).toEqual(['B 乙', 'D 丙']);
  // Nothing is taken for granted.
  expect(named(rearranged)).toEqual([]);
});

test('it goes with the file and with what is merged, and no cube for others tells it', () => {
  expect(loadCube(saveCube(cube)).moves).toEqual(cube.moves);
  const release = { by: '', for: '', on: '', pages: null, sums: [] };
  const zones = (some: readonly string[]): Cube =>
    released(cube, { ...EVERYTHING, zones: some, level: 'internal', release: { ...release, level: 'internal' } });
  const { cube: merged } = mergeCubes([
    { name: '甲.arrow', cube: zones(['A', 'B']) },
    { name: '乙.arrow', cube: zones(['C', 'D', 'E']) },
  ]);
  expect(merged && said(merged, 'unit_coverage')).toEqual(said(cube, 'unit_coverage'));
  expect(
    released(cube, { ...EVERYTHING, level: 'public', release: { ...release, level: 'public' } }).moves,
  ).toBeUndefined();
});
