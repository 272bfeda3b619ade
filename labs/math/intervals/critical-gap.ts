import { normalCdf, normalDensity } from './normal.ts';

/**
 * What the largest gap of one rate may have been chosen from. `apart`: so many groups share the top and so many the bottom, and the two
 * don't meet. `together`: so many groups that chance alone may have put in this order.
 */
export type Contest =
  { kind: 'apart'; top: number; bottom: number } | { kind: 'together'; groups: number };

const steps = 400;
const reach = 8;
/** Simpson's rule over −8 to 8, in standard deviations. */
const nodes = Array.from({ length: steps + 1 }, (_, i) => {
  const x = -reach + (2 * reach * i) / steps;
  const inner = i % 2 === 0 ? 2 : 4;
  const weight = ((i === 0 || i === steps ? 1 : inner) * (2 * reach)) / steps / 3;
  return { x, weight: weight * normalDensity(x), cdf: normalCdf(x) };
});

/**
 * P(chosen gap's error ≤ z), in standard errors of one difference, where all that share a place are equal and all groups equally large:
 * the distribution of the range (Tukey 1953), or of the largest of some normal numbers less the smallest of others.
 */
function chosenCdf(contest: Contest, z: number): number {
  const width = z * Math.SQRT2;
  let sum = 0;
  if (contest.kind === 'together') {
    if (width <= 0) return 0;
    for (const { x, weight, cdf } of nodes)
      sum +=
        weight * contest.groups * Math.max(0, normalCdf(x + width) - cdf) ** (contest.groups - 1);
  } else {
    for (const { x, weight, cdf } of nodes)
      sum +=
        weight * contest.top * cdf ** (contest.top - 1) * normalCdf(width - x) ** contest.bottom;
  }
  return Math.min(1, sum);
}

const known = new Map<string, number>();

/**
 * How many standard errors a 95 % interval of the largest gap reaches to each side, given what it was chosen from: one contest, or
 * several rates among which the largest gap was taken (independent of each other, as TPR and FPR are). 1.96 for two groups; the
 * studentised range over √2 for many groups that may all be equal (Tukey 1953).
 */
export function criticalGap(contests: readonly Contest[]): number {
  const key = JSON.stringify(contests);
  const before = known.get(key);
  if (before !== undefined) return before;
  const below = (z: number) => contests.reduce((all, one) => all * chosenCdf(one, z), 1);
  let low = 1.5;
  let high = 8;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (below(middle) - below(-middle) < 0.95) low = middle;
    else high = middle;
  }
  known.set(key, high);
  return high;
}
