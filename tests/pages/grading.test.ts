import { describe, expect, it } from 'vitest';
import { gradesFrom, topFirst } from '../../src/ui/figures/grades';

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
});
