const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of Γ(x), x > 0 (Lanczos, g = 7), to about 1e-14. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const at = x - 1;
  const t = at + 7.5;
  const sum = LANCZOS.reduce((total, c, i) => total + c / (at + i + 1), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Regularised lower incomplete gamma P(a, x) by its series; enough for the x met in chi-square quantiles. */
function lowerGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < 2000 && term > sum * 1e-15; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return Math.min(1, sum * Math.exp(a * Math.log(x) - x - logGamma(a)));
}

/** The value a chi-square variable with `degrees` > 0 degrees of freedom stays below with the given probability. */
export function chiSquareQuantile(probability: number, degrees: number): number {
  let low = 0;
  let high = degrees + 10 * Math.sqrt(2 * degrees) + 20;
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (lowerGamma(degrees / 2, middle / 2) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
