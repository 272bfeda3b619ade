/** What a standard normal number stays within with probability .95. */
export const z95 = 1.959963984540054;

const perRoot = 1 / Math.sqrt(2 * Math.PI);

/** Density of the standard normal. */
export const normalDensity = (x: number): number => perRoot * Math.exp((-x * x) / 2);

/**
 * P(Z ≤ x) of the standard normal: Marsaglia's series ("Evaluating the normal distribution", J. Stat. Softw. 11, 2004); beyond 8 it is
 * 0 or 1 to double precision's own noise.
 */
export function normalCdf(x: number): number {
  if (x > 8) return 1;
  if (x < -8) return 0;
  let term = x;
  let sum = x;
  for (let i = 3; Math.abs(term) > 1e-17 && i < 400; i += 2) {
    term *= (x * x) / i;
    sum += term;
  }
  return Math.min(1, Math.max(0, 0.5 + sum * normalDensity(x)));
}
