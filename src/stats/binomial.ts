import { logGamma } from './gamma';

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** P(X = k) for X ~ Binomial(n, theta), theta in 0…1. */
export function binomialMass(k: number, n: number, theta: number): number {
  if (k < 0 || k > n) return 0;
  if (theta <= 0) return k === 0 ? 1 : 0;
  if (theta >= 1) return k === n ? 1 : 0;
  return Math.exp(logChoose(n, k) + k * Math.log(theta) + (n - k) * Math.log1p(-theta));
}

/** P(X ≤ k) for X ~ Binomial(n, theta). */
export function binomialCumulative(k: number, n: number, theta: number): number {
  if (k >= n) return 1;
  let sum = 0;
  for (let at = 0; at <= k; at++) sum += binomialMass(at, n, theta);
  return Math.min(1, sum);
}

/** The smallest k with P(X ≤ k) ≥ `probability`, for X ~ Binomial(n, theta). */
export function binomialQuantile(probability: number, n: number, theta: number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) {
    sum += binomialMass(k, n, theta);
    if (sum >= probability) return k;
  }
  return n;
}
