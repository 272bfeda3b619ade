import { z95 } from './normal.ts';
import { wilson, type Interval, type Rate } from './rate.ts';

/**
 * Interval of the signed difference a − b of two independent rates: Newcombe 1998, method 10, the two Wilson intervals put together.
 * It never leaves −1 to 1, and between b and a it is the same with its sign turned.
 */
export function differenceInterval(a: Rate, b: Rate, z = z95): Interval {
  const [[lowA, highA], [lowB, highB]] = [wilson(a, z), wilson(b, z)];
  const difference = a.p - b.p;
  return [
    Math.max(-1, difference - Math.hypot(a.p - lowA, highB - b.p)),
    Math.min(1, difference + Math.hypot(highA - a.p, b.p - lowB)),
  ];
}

/**
 * Score statistic of the ratio a/b = `ratio` (Koopman 1984; Miettinen & Nurminen 1985 without their factor): squared, in standard
 * errors under the most likely rates that have this ratio.
 */
function ratioScore(a: Rate, b: Rate, ratio: number): number {
  const [hitsA, hitsB] = [a.p * a.n, b.p * b.n];
  const square = (a.n + b.n) * ratio;
  const linear = a.n * ratio + hitsA + b.n + hitsB * ratio;
  const constant = hitsA + hitsB;
  // The smaller root, in the form that does not cancel.
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * square * constant));
  const likelyB = (2 * constant) / (linear + root);
  const likelyA = Math.min(1, likelyB * ratio);
  const variance =
    (likelyA * (1 - likelyA)) / a.n + (ratio * ratio * likelyB * (1 - likelyB)) / b.n;
  const miss = a.p - ratio * b.p;
  if (variance <= 1e-300) return Math.abs(miss) < 1e-12 ? 0 : Infinity;
  return (miss * miss) / variance;
}

/** Largest ratio that is looked for; above it the bound is said to be none. */
const mostRatio = 1e6;

/**
 * Score interval of the ratio a/b of two independent rates (Koopman 1984). The upper bound is Infinity where b may be 0. Null where
 * both rates are 0: then every ratio is possible.
 */
export function ratioInterval(a: Rate, b: Rate, z = z95): Interval | null {
  if (a.p <= 0 && b.p <= 0) return null;
  const fits = (ratio: number) => ratioScore(a, b, ratio) <= z * z;
  /** The edge between a log-ratio that fits and one that does not. */
  const edge = (inside: number, outside: number) => {
    let [from, to] = [inside, outside];
    for (let i = 0; i < 70; i++) {
      const middle = (from + to) / 2;
      if (fits(Math.exp(middle))) from = middle;
      else to = middle;
    }
    return Math.exp((from + to) / 2);
  };
  const far = Math.log(mostRatio);
  const none = [a.p <= 0, b.p <= 0] as const;
  const middle = Math.log(Math.min(mostRatio, Math.max(1 / mostRatio, a.p / b.p || 1 / mostRatio)));
  const low = none[0] ? 0 : edge(none[1] ? far : middle, -far);
  const high = none[1] || fits(mostRatio) ? Infinity : edge(none[0] ? -far : middle, far);
  return [low, high];
}
