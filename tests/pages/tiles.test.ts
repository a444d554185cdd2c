import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arranged, moved } from '../../src/pages/overview/tiles';

const zones = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 30 });
const at = fc.integer({ min: 1, max: 20 });
const given = zones.chain((all) =>
  fc.record({
    all: fc.constant(all),
    said: fc.array(fc.record({ zone: fc.constantFrom(...all, '别处'), row: at, column: at }), { maxLength: 12 }),
  }),
);
const spot = ({ row, column }: { row: number; column: number }): string => `${row} ${column}`;

test('every zone has a place of its own, those that were placed as they stand to each other', () => {
  fc.assert(
    fc.property(given, ({ all, said }) => {
      const once = said.filter((one, nth) => said.findIndex(({ zone }) => zone === one.zone) === nth);
      const tiles = arranged(all, once);
      expect(tiles.map(({ zone }) => zone).sort()).toEqual([...all].sort());
      expect(new Set(tiles.map(spot)).size).toBe(all.length);
      expect(tiles.every(({ row, column }) => row >= 1 && column >= 1)).toBe(true);
      const known = once.filter(
        (one, nth) => all.includes(one.zone) && once.findIndex((other) => spot(other) === spot(one)) === nth,
      );
      const [first] = known;
      for (const one of known) {
        const [a, b] = [one, first].map((place) => tiles.find(({ zone }) => zone === place?.zone));
        expect((a?.row ?? 0) - (b?.row ?? 0)).toBe(one.row - (first?.row ?? 0));
        expect((a?.column ?? 0) - (b?.column ?? 0)).toBe(one.column - (first?.column ?? 0));
      }
    }),
  );
});

test('a zone goes where it is put, and who stood there takes its place', () => {
  fc.assert(
    fc.property(zones, fc.nat(), at, at, (all, nth, row, column) => {
      const tiles = arranged(all, []);
      const zone = all[nth % all.length] ?? '';
      const next = moved(tiles, zone, row, column);
      expect(next.find((one) => one.zone === zone)).toEqual({ zone, row, column });
      expect(new Set(next.map(spot)).size).toBe(all.length);
      expect(next.filter((one, place) => spot(one) !== spot(tiles[place] ?? one)).length).toBeLessThanOrEqual(2);
    }),
  );
  const [one] = arranged(['甲'], []);
  expect(moved(one ? [one] : [], '甲', 0, 1)).toEqual([one]);
  expect(moved(one ? [one] : [], '甲', 1, 21)).toEqual([one]);
});
