/** P(Z > z) for a standard normal Z, to a relative 1.2e-7 (the complementary error function by Chebyshev fitting). */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const x = z / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ];
  const series = coefficients.reduceRight((sum, c) => sum * t + c, 0);
  return (t * Math.exp(-x * x + series)) / 2;
}
