import { expect, test } from 'vitest';
import { type Level, LEVELS, comparable, loadCube, reportingIn, saveCube, withheldIn } from '../../src/cube';
import { lastDay } from '../../src/domain';
import { type Offer, released } from '../../src/share';
import { inventedCube } from './invented-cubes';

const offer = (level: Level, some: Partial<Offer> = {}): Offer => ({
  level,
  families: null,
  zones: null,
  from: null,
  to: null,
  release: { level, by: '甲', for: '乙', on: '2026-01-01', pages: null, sums: [] },
  ...some,
});

test('internal is the whole cube, with who made it for whom', () => {
  const cube = inventedCube(7);
  const given = released(cube, offer('internal'));
  expect(given.cells).toEqual(cube.cells);
  expect(given.disclosure).toBeUndefined();
  expect(given.release).toMatchObject({ level: 'internal', by: '甲', for: '乙' });
});

test.each(LEVELS)(
  '%s: what is chosen changes nothing of what is told, so that two choices tell no more than one',
  (level) => {
    for (let seed = 1; seed <= 20; seed++) {
      const cube = inventedCube(seed);
      const whole = released(cube, offer(level));
      const [{ id } = { id: '' }] = cube.zones;
      const some = released(cube, offer(level, { zones: [id], families: ['coverage', 'grading'], to: '2018Q3' }));
      expect(some.cells).toEqual(
        whole.cells.filter(
          ({ zone, metric, period }) =>
            zone === id &&
            /coverage|uncovered|unit_member|grade|share/u.test(metric) &&
            lastDay(period) <= '2018-09-30',
        ),
      );
      expect(some.zones.map((zone) => zone.id)).toEqual([id]);
      expect((some.disclosure?.withheld ?? []).every(({ zone }) => zone === null || zone === id)).toBe(true);
    }
  },
);

test.each(LEVELS)('%s: a saved file reads back as it was', (level) => {
  const given = released(inventedCube(11), offer(level));
  expect(loadCube(saveCube(given))).toEqual(given);
});

test('a zone whose figure is not told is not said to have failed to report', () => {
  let met = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const cube = inventedCube(seed);
    const given = released(cube, offer('public'));
    for (const { metric, zone } of given.disclosure?.withheld ?? []) {
      if (zone === null || metric !== 'org_coverage_rate') continue;
      met += 1;
      expect(withheldIn(given, metric, zone, '2018Q4')).toBe('few');
      const { zones, absent, withheld } = reportingIn(given, { metric }, '2018Q4');
      expect([zones.includes(zone), absent.includes(zone), withheld.includes(zone)]).toEqual([false, false, true]);
      const { left } = comparable(given, { metric }, '2018Q4', '2018Q3');
      expect(left).toContainEqual({ zone, why: 'withheld' });
    }
  }
  expect(met).toBeGreaterThan(5);
});

test('a change between other committees is not told where the committees are not: as the whole cube tells it', () => {
  const metric = 'org_coverage_rate';
  let met = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const cube = inventedCube(seed);
    for (const { id: zone } of cube.zones) {
      const [gone] = cube.cells.filter((cell) => cell.zone === zone).map(({ committee }) => committee);
      const cells = cube.cells.filter((cell) => !(cell.committee === gone && cell.period === '2018-09-30'));
      const question = { metric, zones: [zone] };
      const { left } = comparable({ ...cube, cells }, question, '2018Q4', '2018Q3');
      const given = released({ ...cube, cells }, offer('public'));
      if (!left.some(({ committee }) => committee === gone) || withheldIn(given, metric, zone, '2018Q4') !== null)
        continue;
      met += 1;
      expect(comparable(given, question, '2018Q4', '2018Q3').left).toContainEqual({ zone, why: 'other-committees' });
    }
  }
  expect(met).toBeGreaterThan(3);
});
