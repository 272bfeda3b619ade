type Numbers = ArrayLike<number>;

/** One way to cut a group's scores: everybody at or above `threshold` is selected. Infinity selects nobody. */
export interface Cut {
  threshold: number;
  tp: number;
  fp: number;
  selected: number;
  /** Rows decided as their label says. */
  correct: number;
  /** Null where the group has no positives, or no negatives. */
  tpr: number | null;
  fpr: number | null;
}

/** Every cut of one group, the lowest threshold first, nobody last. Rows with tied scores stay together. `labels` hold 0 and 1. */
export function cutsOf(scores: Numbers, labels: Numbers): Cut[] {
  const n = scores.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => scores[b]! - scores[a]!,
  );
  let positives = 0;
  for (let i = 0; i < n; i++) positives += labels[i]!;
  const negatives = n - positives;
  const cut = (threshold: number, tp: number, fp: number): Cut => ({
    threshold,
    tp,
    fp,
    selected: tp + fp,
    correct: tp + negatives - fp,
    tpr: positives > 0 ? tp / positives : null,
    fpr: negatives > 0 ? fp / negatives : null,
  });
  const cuts: Cut[] = [cut(Infinity, 0, 0)];
  let [tp, fp] = [0, 0];
  for (let k = 0; k < n; k++) {
    const row = order[k]!;
    if (labels[row]! === 1) tp++;
    else fp++;
    if (k + 1 === n || scores[order[k + 1]!] !== scores[row]) cuts.push(cut(scores[row]!, tp, fp));
  }
  return cuts.reverse();
}

export interface EqualOpportunity {
  /** One cut for each group. */
  cuts: Cut[];
  accuracy: number;
}

/**
 * Equal opportunity by a threshold for each group (Hardt, Price & Srebro 2016, without randomising between thresholds): the most
 * correct decisions among all pairs of cuts whose true positive rates differ by at most `maxGap`. Two groups. Null where a group
 * has no positives. Of equally correct pairs the one with the smaller gap, then with the lower thresholds.
 */
export function equalOpportunity(
  first: readonly Cut[],
  second: readonly Cut[],
  maxGap: number,
): EqualOpportunity | null {
  const usable = [first, second].map((cuts) => cuts.filter((cut) => cut.tpr !== null)) as [
    Cut[],
    Cut[],
  ];
  if (usable[0].length === 0 || usable[1].length === 0) return null;
  let best: { a: Cut; b: Cut; correct: number; gap: number } | null = null;
  // Along a group's cuts the TPR only falls, so the cuts of the other that are near enough form a window that only moves on.
  let from = 0;
  const [outer, inner] = usable;
  for (const a of outer) {
    while (from < inner.length && inner[from]!.tpr! > a.tpr! + maxGap + 1e-12) from++;
    for (let k = from; k < inner.length && inner[k]!.tpr! >= a.tpr! - maxGap - 1e-12; k++) {
      const b = inner[k]!;
      const correct = a.correct + b.correct;
      const gap = Math.abs(a.tpr! - b.tpr!);
      if (!best || correct > best.correct || (correct === best.correct && gap < best.gap - 1e-12))
        best = { a, b, correct, gap };
    }
  }
  if (!best) return null;
  const rows = sizeOf(first) + sizeOf(second);
  return { cuts: [best.a, best.b], accuracy: best.correct / rows };
}

/** How many rows a group has: the cut that selects everybody stands first. */
const sizeOf = (cuts: readonly Cut[]): number => cuts[0]?.selected ?? 0;

/** The single threshold with the most correct decisions over all rows; the smallest of equals. */
export function bestSingleThreshold(
  scores: Numbers,
  labels: Numbers,
): { threshold: number; accuracy: number } | null {
  const cuts = cutsOf(scores, labels);
  if (scores.length === 0) return null;
  const best = cuts.reduce((a, b) => (b.correct > a.correct ? b : a));
  return { threshold: best.threshold, accuracy: best.correct / scores.length };
}
