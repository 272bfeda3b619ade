import { unknownLabel } from './group-cells.ts';

type Numbers = ArrayLike<number>;

/** One bin of scores: its weight, mean score and share of positives; null where it is empty. */
export interface ScoreBin {
  weight: number;
  meanScore: number | null;
  observedRate: number | null;
}

export interface GroupCalibration {
  /** Mean distance of mean score and observed rate, weighted by the bins; null without weight. */
  ece: number | null;
  meanScore: number | null;
  observedRate: number | null;
  bins: ScoreBin[];
}

/**
 * Calibration within each group (Kleinberg et al. 2017) over bins [k/B, (k+1)/B), the last closed. Scores lie in [0, 1]. Rows in no group
 * (an index not below `groupCount`) and rows without a label (`unknownLabel`) are left out.
 */
export function calibrationByGroup(
  labels: Numbers,
  scores: Numbers,
  groups: Numbers,
  groupCount: number,
  weights: Numbers | null = null,
  bins = 5,
): GroupCalibration[] {
  const size = groupCount * bins;
  const [weight, score, positive] = [
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
  ];
  for (let i = 0; i < labels.length; i++) {
    if (groups[i]! >= groupCount || labels[i] === unknownLabel) continue;
    // The guard keeps 0.6·5 = 3 in bin 3 though the product may fall a hair short.
    const cell = groups[i]! * bins + Math.min(bins - 1, Math.floor(scores[i]! * bins + 1e-12));
    const w = weights ? weights[i]! : 1;
    weight[cell]! += w;
    score[cell]! += w * scores[i]!;
    positive[cell]! += w * labels[i]!;
  }
  const over = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return Array.from({ length: groupCount }, (_, group) => {
    const cells = Array.from({ length: bins }, (_, k) => group * bins + k);
    const sum = (values: Float64Array) => cells.reduce((total, cell) => total + values[cell]!, 0);
    const total = sum(weight);
    return {
      ece: over(
        cells.reduce((gap, cell) => gap + Math.abs(score[cell]! - positive[cell]!), 0),
        total,
      ),
      meanScore: over(sum(score), total),
      observedRate: over(sum(positive), total),
      bins: cells.map((cell) => ({
        weight: weight[cell]!,
        meanScore: over(score[cell]!, weight[cell]!),
        observedRate: over(positive[cell]!, weight[cell]!),
      })),
    };
  });
}
