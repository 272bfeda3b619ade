import type { Random } from './random.ts';
import { percentileType7 } from './statistics.ts';

type Numbers = ArrayLike<number>;

/**
 * How often each block counts in one bootstrap sample: as many draws as there are blocks, with replacement. Rows of one block (one day) go
 * together, so that what they have in common is not mistaken for so much evidence.
 */
export function drawBlocks(
  random: Random,
  blocks: number,
  counts: Uint16Array = new Uint16Array(blocks),
): Uint16Array {
  counts.fill(0);
  for (let i = 0; i < blocks; i++) counts[Math.floor(random.uniform() * blocks)]! += 1;
  return counts;
}

/** The middle 95 % of bootstrap values (percentile interval, Efron 1979); null for fewer than 20. */
export function bootstrapInterval(values: Numbers): [number, number] | null {
  if (values.length < 20) return null;
  return [percentileType7(values, 0.025)!, percentileType7(values, 0.975)!];
}

/**
 * ROC AUC of the same rows under many weightings: sorts once, then each call is one pass. A row weighs what `counts` says of its block.
 * The returned function gives null where a class has no weight. Throws a RangeError for lists that don't fit together.
 */
export function blockAuc(
  labels: Numbers,
  scores: Numbers,
  block: Numbers,
): (counts: Numbers) => number | null {
  const n = labels.length;
  if (scores.length !== n || block.length !== n)
    throw new RangeError(
      `Labels, scores and blocks must be as many: got ${n}, ${scores.length} and ${block.length}.`,
    );
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => scores[a]! - scores[b]!,
  );
  const positive = Uint8Array.from(order, (row) => labels[row]!);
  const blocks = Uint32Array.from(order, (row) => block[row]!);
  /** 1 where a row's score is higher than that of the row before it. */
  const rises = Uint8Array.from(order, (row, i) =>
    i > 0 && scores[row]! > scores[order[i - 1]!]! ? 1 : 0,
  );
  return (counts) => {
    let below = 0;
    let won = 0;
    let positives = 0;
    let tiedPositive = 0;
    let tiedNegative = 0;
    for (let i = 0; i < n; i++) {
      if (rises[i]) {
        won += tiedPositive * (below + tiedNegative / 2);
        below += tiedNegative;
        tiedPositive = 0;
        tiedNegative = 0;
      }
      const weight = counts[blocks[i]!]!;
      if (positive[i]) {
        tiedPositive += weight;
        positives += weight;
      } else tiedNegative += weight;
    }
    won += tiedPositive * (below + tiedNegative / 2);
    below += tiedNegative;
    return positives > 0 && below > 0 ? won / (positives * below) : null;
  };
}
