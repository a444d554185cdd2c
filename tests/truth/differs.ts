import type { Part } from './count';

/* One zone against all the others together, exactly: the hypergeometric distribution (Fisher). */

const logFactorials: number[] = [0];

function logFactorial(n: number): number {
  for (let at = logFactorials.length; at <= n; at++) logFactorials.push((logFactorials[at - 1] ?? 0) + Math.log(at));
  return logFactorials[n] ?? 0;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/**
 * Chance of a split at least as unlikely as this one if both had the same rate, what was seen counting half (mid-p): Fisher's
 * own sum is longer than it says. 1 where either is empty.
 */
export const midChance = (one: Part, others: Part): number => fisher(one, others) - seenAlone(one, others) / 2;

/** Fisher's exact chance. */
export function fisher(one: Part, others: Part): number {
  if (one.n === 0 || others.n === 0) return 1;
  const [x, n] = [one.x + others.x, one.n + others.n];
  const logOf = (k: number): number => logChoose(one.n, k) + logChoose(others.n, x - k) - logChoose(n, x);
  const seen = logOf(one.x);
  let sum = 0;
  for (let k = Math.max(0, x - others.n); k <= Math.min(one.n, x); k++) {
    const log = logOf(k);
    if (log <= seen + 1e-9) sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

function seenAlone(one: Part, others: Part): number {
  if (one.n === 0 || others.n === 0) return 0;
  const [x, n] = [one.x + others.x, one.n + others.n];
  return Math.exp(logChoose(one.n, one.x) + logChoose(others.n, x - one.x) - logChoose(n, x));
}

/** All but one together. */
export function othersOf(parts: ReadonlyMap<string, Part>, one: string): Part {
  let [x, n] = [0, 0];
  for (const [id, part] of parts) {
    if (id === one) continue;
    x += part.x;
    n += part.n;
  }
  return { x, n };
}
