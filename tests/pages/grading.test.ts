import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Member } from '../../src/brief';
import { gradesFrom, guarded, guardedMoves, topFirst } from '../../src/ui/figures/grades';
import { keptMembers } from '../../src/pages/grading/kept';

const row = (name: string, counts: readonly number[]) => {
  const whole = counts.reduce((a, b) => a + b, 0);
  return { id: name, key: { zone: name }, name, counts, shares: counts.map((count) => count / whole), whole };
};

describe('compositions by grade', () => {
  it('show ranks only the rows know behind those the scheme declares', () => {
    expect(gradesFrom([{ rank: 1, label: '优' }], ['3', '1'])).toEqual([
      { rank: 1, label: '优' },
      { rank: 3, label: '' },
    ]);
  });

  it('stand in the order of the best grade, then of the next', () => {
    const rows = [row('a', [1, 9, 0]), row('b', [1, 8, 1]), row('c', [5, 5, 0])];
    expect(topFirst(rows).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('without names: a lowest grade of one or two joins the one above, and the shares follow', () => {
    expect(guarded(row('a', [6, 23, 2]))).toMatchObject({ counts: [6, 25, 0], shares: [6 / 31, 25 / 31, 0] });
    expect(guarded(row('a', [6, 22, 3]))).toMatchObject({ counts: [6, 22, 3] });
  });
});

describe('movement without names', () => {
  it('folds the lowest grade into the one above while one or two came or left', () => {
    const folded = guardedMoves(
      [
        [5, 1, 0],
        [2, 9, 1],
        [0, 1, 4],
      ],
      3,
    );
    expect(folded).toEqual([
      [5, 1, 0],
      [2, 15, 0],
      [0, 0, 0],
    ]);
    const open = [
      [5, 1, 0],
      [2, 9, 3],
      [0, 3, 4],
    ];
    expect(guardedMoves(open, 3)).toEqual(open);
  });

  it('loses nobody', () => {
    const matrix = fc.array(fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 });
    const sum = (list: readonly (readonly number[])[]): number => list.flat().reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(matrix, (counts) => {
        expect(sum(guardedMoves(counts, 3))).toBe(sum(counts));
      }),
    );
  });
});

describe('members that may be shown', () => {
  const member = (id: string, denominator: number): Member => ({
    id,
    key: { zone: id },
    now: { numerator: 0, denominator },
    before: null,
    rate: null,
    interval: null,
    points: null,
    verdict: null,
    difference: null,
  });
  const kept = (...sizes: readonly number[]): string[] =>
    keptMembers(
      sizes.map((size, at) => member(`${at}`, size)),
      3,
    ).map(({ id }) => id);

  it('have three or more; one left out alone takes the smallest with it', () => {
    expect(kept(9, 8, 7)).toEqual(['0', '1', '2']);
    expect(kept(9, 2, 1)).toEqual(['0']);
    expect(kept(9, 8, 2)).toEqual(['0']);
    expect(kept(2)).toEqual([]);
  });
});
