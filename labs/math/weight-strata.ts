import type { Confusion } from './confusion.ts';
import type { Stratum } from './bootstrap-rates.ts';

type Numbers = ArrayLike<number>;

/** Classes of weight between the smallest and the largest above zero; one more holds the zeros. */
const classes = 48;
const names = ['tn', 'fp', 'fn', 'tp'] as const;

export interface StrataOfGroup {
  matrix: Confusion;
  strata: Stratum[];
}

/**
 * Confusion matrices of all groups and, for the bootstrap, the rows of each cell by weight. Weights of one cell that differ by less
 * than a 48th of the whole range (in logarithms) are pooled at their mean, so sums are exact and a resample's spread is short of
 * what the pooled weights differ among themselves: under a tenth of a per cent of it where weights span a factor of a hundred.
 * `labels` and `decisions` hold 0 and 1, `groups` indices below `groupCount`; `weights` are ≥ 0, null counts every row once.
 */
export function strataByGroup(
  labels: Numbers,
  decisions: Numbers,
  groups: Numbers,
  groupCount: number,
  weights: Numbers | null,
): StrataOfGroup[] {
  const classOf = weights ? classesOf(weights, labels.length) : null;
  const width = weights ? classes + 1 : 1;
  const size = groupCount * 4 * width;
  const [rows, sums] = [new Uint32Array(size), new Float64Array(size)];
  for (let i = 0; i < labels.length; i++) {
    const weight = weights ? weights[i]! : 1;
    const at =
      (groups[i]! * 4 + 2 * labels[i]! + decisions[i]!) * width + (classOf ? classOf(weight) : 0);
    rows[at]!++;
    sums[at]! += weight;
  }
  return Array.from({ length: groupCount }, (_, group) => {
    const matrix: Confusion = { count: 0, weight: 0, tp: 0, fp: 0, fn: 0, tn: 0 };
    const strata: Stratum[] = [];
    for (let cell = 0; cell < 4; cell++) {
      for (let k = 0; k < width; k++) {
        const at = (group * 4 + cell) * width + k;
        if (rows[at] === 0) continue;
        strata.push({ cell: names[cell]!, rows: rows[at]!, weight: sums[at]! / rows[at]! });
        matrix.count += rows[at]!;
        matrix.weight += sums[at]!;
        matrix[names[cell]!] += sums[at]!;
      }
    }
    return { matrix, strata };
  });
}

function classesOf(weights: Numbers, n: number): (weight: number) => number {
  let [low, high] = [Infinity, 0];
  for (let i = 0; i < n; i++) {
    const weight = weights[i]!;
    if (weight > 0 && weight < low) low = weight;
    if (weight > high) high = weight;
  }
  const base = Math.log(low);
  const perClass = high > low ? (classes - 1e-9) / (Math.log(high) - base) : 0;
  return (weight) =>
    weight > 0
      ? 1 + Math.min(classes - 1, Math.max(0, Math.floor((Math.log(weight) - base) * perClass)))
      : 0;
}
