/**
 * Benjamini–Hochberg adjusted p-values (docs/methods.md), in the order given: keep those ≤ 0.05 for a false discovery
 * rate of 5 %. A null p-value was not tested: it stays null and does not count.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const tested = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => b.p - a.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let smallest = 1;
  tested.forEach(({ p, index }, fromLargest) => {
    smallest = Math.min(smallest, (p * tested.length) / (tested.length - fromLargest));
    adjusted[index] = smallest;
  });
  return adjusted;
}
