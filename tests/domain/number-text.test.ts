import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Fraction,
  apartText,
  bareChangeText,
  changeOf,
  countText,
  decimalText,
  declaredPercent,
  movedScoreText,
  movedTextOf,
  percentText,
  scoreText,
  signedCount,
  signedPoints,
  signedScore,
  wholeShareText,
} from '../../src/domain';

/** A fraction x ≤ n of whole numbers. */
const fraction = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]): { numerator: number; denominator: number } => ({
    numerator: Math.round(share * n),
    denominator: n,
  }));

const shown = ({ numerator, denominator }: Fraction): string => percentText(numerator / (denominator ?? 0));
const decimalsIn = (text: string): number => /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
/** A shown number in units of 10^-digits, read back without the formatter. */
const unitsOf = (text: string, digits: number): bigint => {
  const plain = text.replace(/[%+,]/gu, '').replace('−', '-');
  const [whole = '', rest = ''] = plain.replace('-', '').split('.');
  const size = BigInt(whole + rest.padEnd(digits, '0'));
  return plain.startsWith('-') ? -size : size;
};
/** Half away from zero of p/q × 10^digits, in whole numbers. */
const halfUp = (p: bigint, q: bigint, digits: number): bigint => {
  const scaled = (p < 0n ? -p : p) * 10n ** BigInt(digits);
  const size = (2n * scaled + q) / (2n * q);
  return p < 0n ? -size : size;
};

describe('one rounding', () => {
  it('rounds halves up, also where binary falls short of the half', () => {
    expect(percentText(23 / 80)).toBe('28.8%');
    expect(decimalText(1.005, 2)).toBe('1.01');
    expect(decimalText(-1.005, 2)).toBe('−1.01');
    expect(decimalText(8.345, 2)).toBe('8.35');
    expect(percentText(1.115 / 100, 2)).toBe('1.12%');
    expect(scoreText(81.25)).toBe('81.25');
    expect(decimalText(-0.04, 1)).toBe('0.0');
    expect(decimalText(0.1 + 0.2 - 0.05, 1)).toBe('0.3');
    expect(decimalText(1234.55, 1)).toBe('1,234.6');
    expect(decimalText(1e-9, 2)).toBe('0.00');
    expect(decimalText(4e12, 1)).toBe('4,000,000,000,000.0');
  });

  it('is the exact fraction rounded half up, for any x/n', () => {
    fc.assert(
      fc.property(fraction, (of) => {
        const text = shown(of);
        const digits = decimalsIn(text);
        const exact = halfUp(BigInt(of.numerator) * 100n, BigInt(of.denominator), digits);
        expect(unitsOf(text, digits)).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });

  it('hits every half there is below a thousand', () => {
    for (let n = 1; n <= 1000; n++)
      for (let x = 0; x <= n; x++) {
        // A half of a tenth of a percent: x/n × 1000 ends in .5.
        if ((2000 * x) % n !== 0 || ((2000 * x) / n) % 2 === 0) continue;
        const text = percentText(x / n);
        const up = halfUp(BigInt(x) * 100n, BigInt(n), 1);
        if (decimalsIn(text) === 1) expect(unitsOf(text, 1), `${x}/${n}`).toBe(up);
      }
  });

  it('never writes all of a part, nor nothing of something', () => {
    expect(percentText(9996 / 10_000)).toBe('99.96%');
    expect(percentText(99_999 / 100_000)).toBe('99.999%');
    expect(percentText(1 / 2500)).toBe('0.04%');
    expect(percentText(1)).toBe('100.0%');
    expect(percentText(0)).toBe('0.0%');
    // Dust is not something.
    expect(percentText(1e-17)).toBe('0.0%');
    fc.assert(
      fc.property(fraction, (of) => {
        const number = Number(shown(of).replace('%', ''));
        expect(number === 100).toBe(of.numerator === of.denominator);
        expect(number === 0).toBe(of.numerator === 0);
      }),
    );
  });

  it('gives shares of a bar as whole percentages with the same care', () => {
    expect(wholeShareText(2000, 2005)).toBe('>99%');
    expect(wholeShareText(1, 2005)).toBe('<1%');
    expect(wholeShareText(5, 5)).toBe('100%');
    expect(wholeShareText(0, 5)).toBe('0%');
    expect(wholeShareText(1, 8)).toBe('13%');
    expect(wholeShareText(199, 200)).toBe('>99%');
  });

  it('writes what was declared without decimals it has not', () => {
    expect(declaredPercent(0.8)).toBe('80%');
    expect(declaredPercent(0.925)).toBe('92.5%');
    expect(declaredPercent(0.29)).toBe('29%');
    expect(declaredPercent(0.123456, 8)).toBe('12.3456%');
  });

  it('signs what is signed, and only where something is shown', () => {
    expect(signedCount(21)).toBe('+21');
    expect(signedCount(0)).toBe('0');
    expect(signedPoints(0.04)).toBe('0.0');
    expect(signedScore(0.04)).toBe('+0.04');
    expect(signedScore(0)).toBe('0.0');
    expect(signedScore(-3)).toBe('−3.0');
    expect(countText(2.5)).toBe('2.5');
    expect(countText(-1234)).toBe('−1,234');
  });
});

describe('a change', () => {
  const of = (numerator: number, denominator = 10_000): Fraction => ({ numerator, denominator });

  it('agrees with the figures beside it, or has a digit more', () => {
    expect(bareChangeText(of(7710), of(7500))).toBe('+2.1');
    // 77.2 and 75.1 differ by 2.1; the change is 2.19.
    expect(bareChangeText(of(7724), of(7505))).toBe('+2.19');
    // Shown alike, moved all the same.
    expect(bareChangeText(of(7724), of(7716))).toBe('+0.08');
    // Shown apart, hardly moved: never 持平 beside 77.3 and 77.2.
    expect(movedTextOf(of(772_500, 1_000_000), of(772_499, 1_000_000), 'zh')).toBe('上升 0.0001 个百分点');
    expect(movedTextOf(of(7500), of(75, 100), 'zh')).toBe('持平');
    expect(bareChangeText(of(10_000), of(9996))).toBe('+0.04');
    // 99.96 beside 77.2: 22.76 would be read off, 22.72 is true.
    expect(bareChangeText(of(9996), of(7724))).toBe('+22.720');
    expect(apartText(of(6800), of(5020))).toBe('17.8');
    expect(bareChangeText(of(1), of(0, 0))).toBeNull();
    expect(bareChangeText({ numerator: 3, denominator: null }, of(1))).toBeNull();
  });

  it('is 0 apart of equal fractions only, however near the others lie', () => {
    const beside = (x: number, n: number, y: number, m: number) =>
      apartText({ numerator: x, denominator: n }, { numerator: y, denominator: m });
    expect(beside(2999, 10_000, 3, 10)).toBe('0.01');
    expect(beside(29_999, 100_000, 3, 10)).toBe('0.001');
    expect(beside(1, 3, 2, 6)).toBe('0.0');
    expect(beside(0, 5, 0, 7)).toBe('0.0');
    fc.assert(
      fc.property(fraction, fraction, (one, other) => {
        const equal = one.numerator * other.denominator === other.numerator * one.denominator;
        expect(Number(apartText(one, other)) === 0).toBe(equal);
      }),
    );
    const near = fc
      .integer({ min: 2, max: 20_000 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 1, max: n - 1 })));
    fc.assert(
      fc.property(near, ([n, x]) => {
        expect(Number(beside(x, n, x, n + 1))).toBeGreaterThan(0);
      }),
    );
  });

  it('is exact in the file', () => {
    expect(changeOf(of(57, 100), of(29, 100))).toBe(28);
    expect(changeOf(of(1, 3), of(1, 3))).toBe(0);
  });

  it('holds for any two fractions: what is shown adds up, or one digit more is shown and is right', () => {
    fc.assert(
      fc.property(fraction, fraction, (now, before) => {
        const text = bareChangeText(now, before) ?? '';
        const [a, b] = [shown(now), shown(before)];
        const digits = Math.max(decimalsIn(a), decimalsIn(b));
        const difference = unitsOf(a, digits) - unitsOf(b, digits);
        const told = decimalsIn(text);
        const top =
          BigInt(now.numerator) * BigInt(before.denominator) - BigInt(before.numerator) * BigInt(now.denominator);
        const exact = halfUp(top * 100n, BigInt(now.denominator) * BigInt(before.denominator), told);
        expect(unitsOf(text, told)).toBe(exact);
        if (told === digits) expect(unitsOf(text, told)).toBe(difference);
        else expect(told).toBeGreaterThan(digits);
      }),
      { numRuns: 5000 },
    );
  });

  it('of scores agrees with the scores in the same way', () => {
    expect(movedScoreText(81.5, 80, '分', 'zh')).toBe('上升 1.5 分');
    expect(movedScoreText(80.3, 80.2, '分', 'zh')).toBe('上升 0.1 分');
    expect(movedScoreText(80, 80, 'points', 'en')).toBe('unchanged');
    expect(movedScoreText(81.24, 80.05, '分', 'zh')).toBe('上升 1.19 分');
    expect(movedScoreText(81.25, 81.3, '分', 'zh')).toBe('下降 0.05 分');
  });

  it('shows a score as it is kept: hundredths, and what lies between two of them', () => {
    expect(scoreText(81.25)).toBe('81.25');
    expect(scoreText((81.25 + 81.26) / 2)).toBe('81.255');
    expect(scoreText(81)).toBe('81.0');
    expect(scoreText(256 / 3)).toBe('85.33');
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (halfSteps) => {
        const text = scoreText(halfSteps / 200);
        expect(Number(text.replace('−', '-'))).toBe(halfSteps / 200);
        expect(text).toMatch(/\.\d/u);
        expect(movedScoreText(halfSteps / 200, 0, '分', 'zh')).toContain(
          halfSteps === 0 ? '持平' : text.replace('−', ''),
        );
      }),
    );
  });
});
