import { tCritical95 } from '../statistics.ts';
import { wilson, type Interval } from './rate.ts';

type Numbers = ArrayLike<number>;

/** An AUC and what each block of rows (a day, a person) adds to its error. */
export interface BlockAuc {
  auc: number;
  /** By block; sums to 0. The AUC's variance is that of their sum over blocks drawn anew. */
  influence: Float64Array;
  positives: number;
  negatives: number;
}

/**
 * ROC AUC with the influence of each block, ties counting half: by DeLong's components summed over blocks (DeLong, DeLong &
 * Clarke-Pearson 1988; for clusters Obuchowski 1997). `block` holds indices below `blocks`; a block without rows has no influence.
 * Null where a class is missing. Throws a RangeError for lists that don't fit together.
 */
export function blockAuc(
  labels: Numbers,
  scores: Numbers,
  block: Numbers,
  blocks: number,
): BlockAuc | null {
  const n = labels.length;
  if (scores.length !== n || block.length !== n)
    throw new RangeError(
      `Labels, scores and blocks must be as many: got ${n}, ${scores.length} and ${block.length}.`,
    );
  let positives = 0;
  for (let i = 0; i < n; i++) positives += labels[i]! > 0 ? 1 : 0;
  const negatives = n - positives;
  if (positives === 0 || negatives === 0) return null;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => scores[a]! - scores[b]!,
  );
  /** Of each row: the share of the other class that it stands on the right side of. */
  const right = new Float64Array(n);
  let [below, positivesBelow] = [0, 0];
  for (let from = 0; from < n;) {
    let [to, tied, tiedPositives] = [from, 0, 0];
    for (; to < n && scores[order[to]!] === scores[order[from]!]; to++) {
      if (labels[order[to]!]! > 0) tiedPositives += 1;
      else tied += 1;
    }
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      right[row] =
        labels[row]! > 0
          ? (below + tied / 2) / negatives
          : (positives - positivesBelow - tiedPositives / 2) / positives;
    }
    below += tied;
    positivesBelow += tiedPositives;
    from = to;
  }
  let auc = 0;
  for (let i = 0; i < n; i++) if (labels[i]! > 0) auc += right[i]! / positives;
  const influence = new Float64Array(blocks);
  for (let i = 0; i < n; i++)
    influence[block[i]!]! += (right[i]! - auc) / (labels[i]! > 0 ? positives : negatives);
  return { auc, influence, positives, negatives };
}

/** A variance, and the degrees of freedom of its estimate. */
export interface Spread {
  variance: number;
  df: number;
}

/**
 * Variance of a sum of influences over blocks that are drawn anew within each stratum (days before a cut and after it, say);
 * `strata` are bounds: 0, the first block of each further stratum, the number of blocks. Degrees of freedom by Satterthwaite 1946.
 */
export function blockSpread(influence: Numbers, strata: readonly number[]): Spread {
  let [variance, perDf] = [0, 0];
  for (let s = 0; s + 1 < strata.length; s++) {
    const [from, to] = [strata[s]!, strata[s + 1]!];
    const size = to - from;
    if (size < 2) continue;
    let [sum, squares] = [0, 0];
    for (let b = from; b < to; b++) sum += influence[b]!;
    for (let b = from; b < to; b++) squares += (influence[b]! - sum / size) ** 2;
    const own = (squares * size) / (size - 1);
    variance += own;
    perDf += own ** 2 / (size - 1);
  }
  return { variance, df: perDf > 0 ? variance ** 2 / perDf : 1 };
}

/** 95 % interval by Student's t around an estimate. */
export function spreadInterval(estimate: number, { variance, df }: Spread): Interval {
  const reach = tCritical95(Math.max(1, Math.floor(df + 1e-9))) * Math.sqrt(variance);
  return [estimate - reach, estimate + reach];
}

/**
 * 95 % interval of an AUC over blocks of rows, by Student's t with the blocks' degrees of freedom. Where every pair stands right (or wrong)
 * nothing varies: then Wilson's interval of so many pairs as the smaller class has rows, for a width of 0 would be a promise.
 */
export function blockAucInterval(
  { auc, influence, positives, negatives }: BlockAuc,
  strata: readonly number[] = [0, influence.length],
): Interval {
  const spread = blockSpread(influence, strata);
  if (spread.variance < 1e-18) return wilson({ p: auc, n: Math.min(positives, negatives) });
  const [low, high] = spreadInterval(auc, spread);
  return [Math.max(0, low), Math.min(1, high)];
}
