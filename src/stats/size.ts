import { type Fraction, Z95, isKnown } from './interval';

/** Average ranks: equal values share the mean of their places. */
function averageRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

function correlation(a: readonly number[], b: readonly number[]): number | null {
  const mean = (values: readonly number[]): number => values.reduce((x, y) => x + y, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let onlyA = 0;
  let onlyB = 0;
  a.forEach((value, i) => {
    const other = (b[i] ?? meanB) - meanB;
    both += (value - meanA) * other;
    onlyA += (value - meanA) ** 2;
    onlyB += other ** 2;
  });
  return onlyA === 0 || onlyB === 0 ? null : both / Math.sqrt(onlyA * onlyB);
}

/**
 * Whether rates go with size at 95 % (Spearman, Fisher's z): the check before a funnel is trusted.
 * Null with fewer than 8 known rates or when all rates, or all sizes, are equal.
 */
export function relatedToSize(fractions: readonly Fraction[]): boolean | null {
  const known = fractions.filter(isKnown);
  if (known.length < 8) return null;
  const rho = correlation(
    averageRanks(known.map(({ numerator, denominator }) => numerator / denominator)),
    averageRanks(known.map(({ denominator }) => denominator)),
  );
  if (rho === null) return null;
  return (
    Math.abs(Math.atanh(Math.max(-0.999999, Math.min(0.999999, rho)))) * Math.sqrt((known.length - 3) / 1.06) > Z95
  );
}
