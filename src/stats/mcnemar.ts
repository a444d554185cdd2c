import { binomialCumulative } from './binomial';

/**
 * McNemar's exact two-sided p-value for the same organisations in two periods (docs/methods.md): `up` changed for the
 * better, `down` for the worse. Null when nothing changed: there is nothing to test.
 */
export function mcnemarExact(up: number, down: number): number | null {
  const changed = up + down;
  if (changed === 0) return null;
  return Math.min(1, 2 * binomialCumulative(Math.min(up, down), changed, 0.5));
}
