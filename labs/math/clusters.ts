import type { Random } from './random.ts';

type Rows = readonly ArrayLike<number>[];

const squared = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
};

export interface TwoMeans {
  /** 0 or 1 for each row; cluster 0 holds the first row. */
  cluster: Uint8Array;
  sizes: [number, number];
  /** Sum of squared distances to the own cluster's centre. */
  inertia: number;
}

/**
 * k-means with two clusters: Lloyd's steps from many starts, of which the best ends up (Lloyd 1982;
 * starts by Arthur & Vassilvitskii 2007). Then single rows are moved as long as that helps
 * (Hartigan & Wong 1979), which leaves fewer local optima. Throws a RangeError for fewer than two
 * rows.
 */
export function twoMeans(rows: Rows, random: Random, starts = 20): TwoMeans {
  if (rows.length < 2) throw new RangeError('Two clusters need at least two rows.');
  let best: TwoMeans | null = null;
  for (let start = 0; start < starts; start++) {
    const first = rows[random.integer(rows.length)]!;
    const far = rows.map((row) => squared(row, first));
    const sum = far.reduce((a, b) => a + b, 0);
    let at = random.uniform() * sum;
    const second =
      sum > 0
        ? rows[
            Math.max(
              0,
              far.findIndex((d) => (at -= d) <= 0),
            )
          ]!
        : rows[(start + 1) % rows.length]!;
    const found = settle(rows, [Float64Array.from(first), Float64Array.from(second)]);
    if (!best || found.inertia < best.inertia - 1e-12 * best.inertia) best = found;
  }
  return best!;
}

function settle(rows: Rows, centres: [Float64Array, Float64Array]): TwoMeans {
  const n = rows.length;
  const cluster = new Uint8Array(n);
  const count = () => cluster.reduce((sum, c) => sum + c, 0);
  for (let step = 0; step < 100; step++) {
    let changed = step === 0;
    for (let i = 0; i < n; i++) {
      const nearest = squared(rows[i]!, centres[1]) < squared(rows[i]!, centres[0]) ? 1 : 0;
      if (nearest !== cluster[i]) changed = true;
      cluster[i] = nearest;
    }
    if (!changed) break;
    const ones = count();
    // Where all rows are alike one cluster would be empty: it keeps one of them.
    if (ones === 0) cluster[n - 1] = 1;
    if (ones === n) cluster[0] = 0;
    middles(rows, cluster, centres);
  }
  improve(rows, cluster, centres);
  if (cluster[0] === 1) for (let i = 0; i < n; i++) cluster[i] = 1 - cluster[i]!;
  middles(rows, cluster, centres);
  const ones = count();
  const inertia = rows.reduce((sum, row, i) => sum + squared(row, centres[cluster[i]!]!), 0);
  return { cluster, sizes: [n - ones, ones], inertia };
}

function middles(rows: Rows, cluster: Uint8Array, centres: [Float64Array, Float64Array]): void {
  for (const k of [0, 1] as const) {
    let n = 0;
    centres[k].fill(0);
    rows.forEach((row, i) => {
      if (cluster[i] !== k) return;
      n += 1;
      for (let j = 0; j < row.length; j++) centres[k][j]! += row[j]!;
    });
    for (let j = 0; j < centres[k].length; j++) centres[k][j]! /= Math.max(1, n);
  }
}

/** Moves one row at a time to the other cluster while the sum of squares falls. */
function improve(rows: Rows, cluster: Uint8Array, centres: [Float64Array, Float64Array]): void {
  const sizes: [number, number] = [0, 0];
  for (const c of cluster) sizes[c as 0 | 1] += 1;
  for (let pass = 0; pass < 20; pass++) {
    let moved = false;
    for (let i = 0; i < rows.length; i++) {
      const from = cluster[i]! as 0 | 1;
      if (sizes[from] < 2) continue;
      const to = (1 - from) as 0 | 1;
      const loss = (sizes[to] / (sizes[to] + 1)) * squared(rows[i]!, centres[to]);
      const gain = (sizes[from] / (sizes[from] - 1)) * squared(rows[i]!, centres[from]);
      if (loss < gain * (1 - 1e-12)) {
        cluster[i] = to;
        sizes[from] -= 1;
        sizes[to] += 1;
        middles(rows, cluster, centres);
        moved = true;
      }
    }
    if (!moved) return;
  }
}

/**
 * How well each row sits in its cluster (Rousseeuw 1987): from −1, nearer to the other one, to 1. A row alone in its cluster has 0;
 * null where all rows are in one cluster.
 */
export function silhouettes(rows: Rows, cluster: ArrayLike<number>): number[] | null {
  const n = rows.length;
  const sizes = [0, 0];
  for (let i = 0; i < n; i++) sizes[cluster[i]!]! += 1;
  if (sizes.includes(0)) return null;
  const sums = rows.map(() => [0, 0]);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const distance = Math.sqrt(squared(rows[i]!, rows[j]!));
      sums[i]![cluster[j]!]! += distance;
      sums[j]![cluster[i]!]! += distance;
    }
  }
  return sums.map((sum, i) => {
    const own = cluster[i]!;
    if (sizes[own] === 1) return 0;
    const within = sum[own]! / (sizes[own]! - 1);
    const other = sum[1 - own]! / sizes[1 - own]!;
    const largest = Math.max(within, other);
    return largest > 0 ? (other - within) / largest : 0;
  });
}
