import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mix, mcnemarExact, orderChanges, standardise } from '../../src/stats';

describe('exact McNemar', () => {
  it('matches the binomial by hand', () => {
    // P(X ≤ 1 | 6, ½) = 7/64, doubled.
    expect(mcnemarExact(5, 1)).toBeCloseTo(14 / 64, 12);
    expect(mcnemarExact(10, 0)).toBeCloseTo(2 / 1024, 12);
    expect(mcnemarExact(4, 4)).toBe(1);
  });

  it('does not care which way round, and is null without changes', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (up, down) => {
        expect(mcnemarExact(up, down)).toBe(mcnemarExact(down, up));
      }),
    );
    expect(mcnemarExact(0, 0)).toBeNull();
  });
});

describe('direct standardisation', () => {
  const of = (numerator: number, denominator: number) => ({ numerator, denominator });
  /** In both strata `a` is the better one, yet its raw rate is the lower: it has more of the hard stratum. */
  const simpson: Mix[] = [
    { key: 'a', strata: { firm: of(180, 200), social: of(480, 800) } },
    { key: 'b', strata: { firm: of(680, 800), social: of(110, 200) } },
  ];

  it('undoes a difference in mix, and says that the order changes', () => {
    const [a, b] = standardise(simpson);
    expect(a?.raw).toBeCloseTo(0.66, 12);
    expect(b?.raw).toBeCloseTo(0.79, 12);
    expect(a?.standardised).toBeCloseTo(0.75, 12);
    expect(b?.standardised).toBeCloseTo(0.7, 12);
    expect(orderChanges(standardise(simpson))).toBe(true);
    expect(orderChanges(standardise(simpson.slice(0, 1)))).toBe(false);
  });

  it('leaves small strata out and says how much is covered', () => {
    const rows = standardise([
      { key: 'a', strata: { firm: of(90, 96), social: of(0, 4) } },
      { key: 'b', strata: { firm: of(4, 4) } },
      { key: 'c', strata: { firm: of(0, 0) } },
    ]);
    expect(rows[0]?.standardised).toBeCloseTo(90 / 96, 12);
    expect(rows[0]?.covered).toBeCloseTo(100 / 104, 12);
    expect(rows[1]).toMatchObject({ raw: 1, standardised: null, covered: 0 });
    expect(rows[2]).toMatchObject({ raw: null, standardised: null });
  });

  it('changes nothing when every zone has the same mix', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 8 }), (hits) => {
        const rows = standardise(hits.map((x, i) => ({ key: `${i}`, strata: { p: of(x, 50), q: of(50 - x, 100) } })));
        for (const row of rows) expect(row.standardised).toBeCloseTo(row.raw ?? -1, 12);
        expect(orderChanges(rows)).toBe(false);
      }),
    );
  });
});
