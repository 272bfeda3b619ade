import type { Random } from '../math/random.ts';

/** Rows of one fold, ready for the backend: `x` is row-major, `rows` × `features`. */
export interface Fold {
  rows: number;
  features: number;
  x: Float32Array;
  /** 1 where the user clicked. */
  y: Float32Array;
}

export const featureCount = 64;
const informative = 20;
const pairCount = 24;

/**
 * `n` normal numbers whose root mean square is `sd` exactly. Left to chance, some seeds would draw a task that a line solves well and
 * others one that it can't solve at all, and runs with different seeds could not be compared.
 */
function scaledNormals(random: Random, n: number, sd: number): Float64Array {
  const values = Float64Array.from({ length: n }, () => random.normal());
  const size = Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / n);
  return values.map((v) => (sd * v) / size);
}

/**
 * The click task. Each row is a request: 64 features, independent N(0, 1). The log-odds of a click are
 * −1 + Σ w_i·x_i over the first 20 features + Σ c_ij·x_i·x_j over 24 random pairs of them, w ~ N(0, .25²), c ~ N(0, .5²).
 * Most of the signal is in the products, which a small net can't represent: that is why the large one wins.
 */
export function clickData(
  random: Random,
  trainRows = 10_000,
  testRows = 4_000,
): { train: Fold; test: Fold } {
  const world = random.fork('world');
  const weights = scaledNormals(world, informative, 0.25);
  const allPairs: [number, number][] = [];
  for (let i = 0; i < informative; i++)
    for (let j = i + 1; j < informative; j++) allPairs.push([i, j]);
  const order = world.permutation(allPairs.length);
  const strengths = scaledNormals(world, pairCount, 0.5);
  const pairs = Array.from(order.subarray(0, pairCount), (k, n) => ({
    i: allPairs[k]![0],
    j: allPairs[k]![1],
    c: strengths[n]!,
  }));

  const fold = (name: string, rows: number): Fold => {
    const draw = random.fork(name);
    const x = new Float32Array(rows * featureCount);
    const y = new Float32Array(rows);
    for (let row = 0; row < rows; row++) {
      const at = row * featureCount;
      for (let k = 0; k < featureCount; k++) x[at + k] = draw.normal();
      let logit = -1;
      for (let k = 0; k < informative; k++) logit += weights[k]! * x[at + k]!;
      for (const { i, j, c } of pairs) logit += c * x[at + i]! * x[at + j]!;
      y[row] = draw.uniform() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
    }
    return { rows, features: featureCount, x, y };
  };
  return { train: fold('train', trainRows), test: fold('test', testRows) };
}
