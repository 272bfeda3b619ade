import type { Random } from './random.ts';

/** Below this mean, counting the successes one by one is quicker than rejection. */
const fewSuccesses = 20;

/**
 * A binomial number: successes among `n` trials of probability `p`. Waiting times between successes where few are expected
 * (Devroye 1986, X.4.3), else transformed rejection with squeeze, BTRS (Hörmann 1993): a handful of draws whatever `n` is.
 */
export function binomial(random: Random, n: number, p: number): number {
  if (n <= 0 || p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  return n * p < fewSuccesses ? byWaiting(random, n, p) : byRejection(random, n, p);
}

function byWaiting(random: Random, n: number, p: number): number {
  const perFailure = Math.log1p(-p);
  let successes = 0;
  for (let trials = 0; ; successes++) {
    trials += Math.floor(Math.log(1 - random.uniform()) / perFailure) + 1;
    if (trials > n) return successes;
  }
}

function byRejection(random: Random, n: number, p: number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const odds = p / (1 - p);
  const mode = Math.floor((n + 1) * p);
  const atMode =
    (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
    stirlingTail(mode) +
    stirlingTail(n - mode);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = 1 - random.uniform();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + centre);
    if (k < 0 || k > n) continue;
    if (edge >= 0.07 && v <= squeeze) return k;
    const height = Math.log((v * alpha) / (a / (edge * edge) + b));
    const bound =
      atMode +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) -
      stirlingTail(k) -
      stirlingTail(n - k);
    if (height <= bound) return k;
  }
}

/** What Stirling's formula leaves of log k!, for k ≥ 0. */
function stirlingTail(k: number): number {
  const small = [
    0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,
    0.01664469118982119, 0.01387612882307075, 0.01189670994589177, 0.01041126526197209,
    0.00925546218271273, 0.00833056343336287,
  ];
  if (k < small.length) return small[k]!;
  const square = (k + 1) ** 2;
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}
