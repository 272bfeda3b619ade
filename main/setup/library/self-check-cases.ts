import type { Tensor4D, Tf } from '../../../labs/lab.ts';

/** Made-up numbers between −1 and 1 that are the same everywhere: no backend's random numbers are to be trusted yet. */
function filler(size: number, phase: number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => Math.sin(i * 12.9898 + phase));
}

type Case = (tf: Tf) => Promise<number[][]>;

const read = async (tensor: { data(): Promise<ArrayLike<number>>; dispose(): void }) => {
  const values = Array.from(await tensor.data());
  tensor.dispose();
  return values;
};

const matmul: Case = async (tf) => [
  await read(
    tf.tidy(() =>
      tf.matMul(tf.tensor2d(filler(17 * 33, 1), [17, 33]), tf.tensor2d(filler(33 * 9, 2), [33, 9])),
    ),
  ),
];

const convolutionGradient: Case = async (tf) => {
  const x = tf.tensor4d(filler(2 * 8 * 8 * 3, 3), [2, 8, 8, 3]);
  const filter = tf.tensor4d(filler(3 * 3 * 3 * 4, 4), [3, 3, 3, 4]);
  const gradients = tf.grads((a, b) =>
    tf
      .conv2d(a as Tensor4D, b as Tensor4D, 1, 'same')
      .square()
      .mean(),
  )([x, filter]);
  x.dispose();
  filter.dispose();
  return Promise.all(gradients.map(read));
};

const adamStep: Case = async (tf) => {
  const x = tf.tensor2d(filler(32 * 6, 5), [32, 6]);
  const y = tf.tensor2d(filler(32, 6), [32, 1]);
  const w = tf.variable(tf.tensor2d(filler(6, 7), [6, 1]));
  const optimizer = tf.train.adam(0.05);
  for (let i = 0; i < 3; i++)
    optimizer.minimize(() =>
      tf.losses.meanSquaredError(y, tf.tanh(tf.matMul(x, w as never))).asScalar(),
    );
  const values = Array.from(await w.data());
  tf.dispose([x, y, w]);
  optimizer.dispose();
  return [values];
};

/** The three things that every lab stands on. On WebAssembly the second is our own (`main/compute/wasm-conv-gradient.ts`). */
export const cases: Record<string, Case> = {
  'matrix product': matmul,
  'convolution gradient': convolutionGradient,
  'Adam step': adamStep,
};

/** The largest difference between two results, relative to the larger of 1 and the expected value; infinite where shapes differ. */
export function worstDifference(found: number[][], expected: number[][]): number {
  let worst = found.length === expected.length ? 0 : Infinity;
  expected.forEach((row, i) => {
    if (found[i]?.length !== row.length) worst = Infinity;
    else
      row.forEach((value, j) => {
        const difference = Math.abs(found[i]![j]! - value) / Math.max(1, Math.abs(value));
        // NaN compares false with everything: it must not pass.
        if (!(difference <= worst)) worst = Number.isNaN(difference) ? Infinity : difference;
      });
  });
  return worst;
}
