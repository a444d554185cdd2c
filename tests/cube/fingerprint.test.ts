import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cell,
  type Cube,
  LEVELS,
  differencesBetween,
  fingerprintLater,
  fingerprintOf,
  loadCube,
  saveCube,
} from '../../src/cube';
import { disclosed } from '../../src/share';
import { inventedCube } from '../share/invented-cubes';

/* A fingerprint is of figures: of all of them, in any order, and of nothing else. */

const RULES = [
  { ruleId: 'life.党课', value: '4', validFrom: '2016-01-01', validTo: null, docRef: '甲' },
  { ruleId: 'life.党课', value: '2', validFrom: null, validTo: '2015-12-31', docRef: '乙' },
  { ruleId: 'coverage.due', value: '3', validFrom: null, validTo: null, docRef: '丙' },
];

const cubeOf = (seed: number): Cube => ({
  ...inventedCube(seed),
  rules: RULES,
  definitions: { org_coverage_rate: 'a', uncovered_unit_count: 'b' },
});

const seeds = fc.integer({ min: 1, max: 200 });
const shuffled = <Item>(items: readonly Item[], seed: number): Item[] =>
  fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { numRuns: 1, seed })[0] ?? [];

/** One of the cells changed in one way. */
const CHANGES: Readonly<Record<string, (cell: Cell) => readonly Cell[]>> = {
  'one more': (cell) => [{ ...cell, numerator: cell.numerator + 1 }],
  'another denominator': (cell) => [{ ...cell, denominator: (cell.denominator ?? 0) + 1 }],
  'another zone': (cell) => [{ ...cell, zone: `${cell.zone}x` }],
  'another committee': (cell) => [{ ...cell, committee: `${cell.committee},` }],
  'another period': (cell) => [{ ...cell, period: '2031' }],
  'another category': (cell) => [{ ...cell, category: `${cell.category}|` }],
  'reported as a count': (cell) => [{ ...cell, counted: true }],
  'left out': () => [],
  doubled: (cell) => [cell, cell],
};

describe('a fingerprint', () => {
  test('is the same for any order of cells and rules, saved and opened, all at once or little by little', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, seeds, async (seed, order) => {
        const cube = cubeOf(seed);
        const other = { ...cube, cells: shuffled(cube.cells, order), rules: shuffled(cube.rules, order) };
        const fingerprint = fingerprintOf(cube);
        expect(fingerprint).toMatch(/^[\da-f]{4}(?:-[\da-f]{4}){3}$/u);
        expect(fingerprintOf(other)).toBe(fingerprint);
        expect(await fingerprintLater({ ...other, cells: [...other.cells] })).toBe(fingerprint);
        expect(fingerprintOf(loadCube(saveCube(other)))).toBe(fingerprint);
        expect(differencesBetween(cube, other)).toEqual({ asOf: null, rules: [], definitions: [], cells: [] });
      }),
      { numRuns: 20 },
    );
  });

  test.each(Object.keys(CHANGES))('is another where a single cell is %s, and the difference is found', (name) => {
    fc.assert(
      fc.property(seeds, fc.nat(), (seed, at) => {
        const cube = cubeOf(seed);
        const place = at % cube.cells.length;
        const cells = cube.cells.flatMap((cell, nth) => (nth === place ? (CHANGES[name]?.(cell) ?? []) : [cell]));
        const other = { ...cube, cells };
        expect(fingerprintOf(other)).not.toBe(fingerprintOf(cube));
        const { cells: apart } = differencesBetween(other, cube);
        expect(apart.length).toBeGreaterThan(0);
        expect(apart.map(({ cell }) => cell.metric)).toContain(cube.cells[place]?.metric);
      }),
      { numRuns: 20 },
    );
  });

  test('is of the day, the rules in force and the definitions, and of no name, document, source or target', () => {
    const cube = cubeOf(3);
    const fingerprint = fingerprintOf(cube);
    const [rule = RULES[0], ...rules] = cube.rules;
    const changed: Partial<Cube>[] = [
      { asOf: '2031-01-01' },
      { rules },
      ...(rule ? [{ rules: [{ ...rule, value: '9' }, ...rules] }] : []),
      { definitions: { ...cube.definitions, org_coverage_rate: 'z' } },
    ];
    for (const part of changed) {
      expect(fingerprintOf({ ...cube, ...part })).not.toBe(fingerprint);
      const { asOf, rules, definitions } = differencesBetween({ ...cube, ...part }, cube);
      expect([asOf, ...rules, ...definitions].filter((one) => one !== null)).toHaveLength(1);
    }
    const same: Partial<Cube>[] = [
      { sources: ['另一个.csv'] },
      { zones: cube.zones.map((zone) => ({ ...zone, name: `${zone.name}区` })) },
      { rules: cube.rules.map((one) => ({ ...one, docRef: '另一份文件' })) },
      { definitions: { ...cube.definitions, dues_rate: 'of a metric that has no cells' } },
      { example: !cube.example },
    ];
    for (const part of same) expect(fingerprintOf({ ...cube, ...part })).toBe(fingerprint);
  });

  test('does not hang on the last bits of sums of fractions', () => {
    const cube = cubeOf(5);
    const with_ = (denominator: number): Cube => ({
      ...cube,
      cells: cube.cells.map((cell, at) => (at === 0 ? { ...cell, denominator } : cell)),
    });
    expect(fingerprintOf(with_(0.1 + 0.2))).toBe(fingerprintOf(with_(0.3)));
    expect(differencesBetween(with_(0.1 + 0.2), with_(0.3)).cells).toEqual([]);
    expect(fingerprintOf(with_(0.30001))).not.toBe(fingerprintOf(with_(0.3)));
  });

  test.each(LEVELS)('of what is told at the level %s is the same when that is told again', (level) => {
    for (let seed = 1; seed <= 20; seed++) {
      const told = disclosed(cubeOf(seed), level);
      expect(fingerprintOf(disclosed({ ...told }, level))).toBe(fingerprintOf(told));
      if (level !== 'internal') expect(fingerprintOf(told)).not.toBe(fingerprintOf(cubeOf(seed)));
    }
  });
});
