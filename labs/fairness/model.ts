import type { Tf } from '../lab.ts';
import type { Tensor2D, Variable } from '../tensors.ts';
import { featureCount, maskOf, type FeatureSet, type Logistic } from './features.ts';

/** One of the models that are trained side by side: what it may look at, and what each training row weighs. */
export interface ModelSpec {
  features: FeatureSet;
  /** What it learns: 0 or 1 for each training row. */
  labels: Uint8Array;
  /** Mean 1. Null: every row weighs the same. */
  weights: Float32Array | null;
}

export interface TrainingStep {
  step: number;
  /** Mean cross-entropy of each model. */
  losses: number[];
}

const learningRate = 0.05;
const l2 = 1e-4;

/**
 * Trains all models at once as one matrix of weights, features × models: columns of the design matrix that a model may not use are
 * masked, so the models don't touch each other. Full batches, Adam; cross-entropy weighted by row plus a small ridge term, so the
 * answer is unique and hardly depends on the start (zero). Yields after every `every` steps. Nothing stays on the backend.
 * @param x row-major design matrix
 */
export function* train(
  tf: Tf,
  x: Float32Array,
  specs: readonly ModelSpec[],
  steps: number,
  every = 5,
): Generator<TrainingStep, Logistic[], void> {
  const rows = x.length / featureCount;
  const models = specs.length;
  const inputs = tf.tensor2d(x, [rows, featureCount]);
  const labels = tf.tensor2d(
    interleave(
      specs.map(({ labels: y }) => y),
      rows,
    ),
    [rows, models],
  );
  const masks = tf.tensor2d(
    interleave(
      specs.map(({ features }) => maskOf(features)),
      featureCount,
    ),
    [featureCount, models],
  );
  const rowWeights = tf.tensor2d(
    interleave(
      specs.map(({ weights }) => weights ?? new Float32Array(rows).fill(1)),
      rows,
    ),
    [rows, models],
  );
  // In a scope of its own, or the tensor that a variable starts from would stay.
  const [w, b] = [
    [featureCount, models],
    [1, models],
  ].map((shape) => tf.tidy(() => tf.variable(tf.zeros(shape)))) as [Variable, Variable];
  const optimizer = tf.train.adam(learningRate);
  const losses = () => {
    const logits = tf.add(tf.matMul(inputs, tf.mul(w, masks) as Tensor2D), b);
    // Cross-entropy of a log-odds z and a label y: softplus(z) − y·z.
    return tf.mean(tf.mul(rowWeights, tf.sub(tf.softplus(logits), tf.mul(labels, logits))), 0);
  };
  try {
    for (let step = 1; step <= steps; step++) {
      tf.tidy(
        () =>
          void optimizer.minimize(
            () =>
              tf.add(tf.sum(losses()), tf.mul(l2, tf.sum(tf.square(tf.mul(w, masks))))).asScalar(),
            false,
            [w, b],
          ),
      );
      if (step % every === 0 || step === steps)
        yield { step, losses: Array.from(tf.tidy(() => losses().dataSync())) };
    }
    const found = tf.tidy(() => tf.mul(w, masks).dataSync());
    const intercepts = b.dataSync();
    return specs.map((_, m) => ({
      weights: Array.from({ length: featureCount }, (__, k) => found[k * models + m]!),
      intercept: intercepts[m]!,
    }));
  } finally {
    optimizer.dispose();
    tf.dispose([inputs, labels, masks, rowWeights, w, b]);
  }
}

/** Puts columns side by side, row-major. */
function interleave(columns: readonly (Float32Array | Uint8Array)[], rows: number): Float32Array {
  const together = new Float32Array(rows * columns.length);
  columns.forEach((column, at) =>
    column.forEach((value, row) => void (together[row * columns.length + at] = value)),
  );
  return together;
}
