import type { Tf } from '../lab.ts';
import type { Random } from '../math/random.ts';
import { precisionAtTop, rocAuc } from '../math/ranking.ts';
import type { Sequential, Tensor2D } from '../tensors.ts';
import { featureCount, type Fold } from './data.ts';
import type { ModelName } from './names.ts';

/** Units of the hidden layers of each model; every model ends in one unit that gives the log-odds of a click. */
export const hiddenUnits: Record<ModelName, number[]> = {
  small: [32],
  medium: [256, 128],
  large: [1024, 512],
};

const batchRows = 256;

/** Builds one net. Every initializer has a seed of its own, so that the same `random` gives the same weights. The caller disposes it. */
export function buildModel(tf: Tf, name: ModelName, random: Random): Sequential {
  const draw = random.fork(`weights ${name}`);
  const layer = (units: number, activation: 'relu' | 'linear', first: boolean) =>
    tf.layers.dense({
      units,
      activation,
      kernelInitializer: tf.initializers.glorotNormal({ seed: draw.seed() }),
      ...(first ? { inputShape: [featureCount] } : {}),
    });
  const layers = hiddenUnits[name].map((units, i) => layer(units, 'relu', i === 0));
  return tf.sequential({ layers: [...layers, layer(1, 'linear', false)] });
}

/** A fold on the backend. The caller disposes both tensors. */
export function foldTensors(tf: Tf, fold: Fold): { x: Tensor2D; y: Tensor2D } {
  return {
    x: tf.tensor2d(fold.x, [fold.rows, fold.features]),
    y: tf.tensor2d(fold.y, [fold.rows, 1]),
  };
}

/** One step of training: where it is, in epochs, and the mean loss of its batch. */
export interface TrainingStep {
  epoch: number;
  loss: number;
}

/**
 * Trains with Adam (rate 1e-3) in batches of 256 on the binary cross-entropy of the log-odds, and yields after every batch so that
 * the caller can report, yield or stop. The rows are put in a new seeded order each epoch; `model.fit` would shuffle with
 * Math.random. Nothing is left on the backend, even where the caller stops early.
 */
export function* train(
  tf: Tf,
  model: Sequential,
  data: { x: Tensor2D; y: Tensor2D },
  epochs: number,
  random: Random,
): Generator<TrainingStep, void, void> {
  const rows = data.x.shape[0];
  const order = random.fork('order');
  const optimizer = tf.train.adam(1e-3);
  const steps = Math.ceil(rows / batchRows);
  try {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const shuffled = order.permutation(rows);
      for (let step = 0; step < steps; step++) {
        const chosen = Int32Array.from(shuffled.subarray(step * batchRows, (step + 1) * batchRows));
        const loss = tf.tidy(() => {
          const indices = tf.tensor1d(chosen, 'int32');
          const x = tf.gather(data.x, indices);
          const y = tf.gather(data.y, indices);
          const cost = optimizer.minimize(
            () => tf.losses.sigmoidCrossEntropy(y, model.apply(x) as Tensor2D),
            true,
          );
          return cost!.dataSync()[0]!;
        });
        yield { epoch: epoch + (step + 1) / steps, loss };
      }
    }
  } finally {
    optimizer.dispose();
  }
}

const scoredRows = 1_000;

/**
 * ROC AUC, and precision among the highest tenth, on a fold whose features are on the backend.
 * Yields after every thousand rows: all 4,000 at once keep the large model busy for longer than
 * Stop may wait.
 */
export function* qualityOf(
  tf: Tf,
  model: Sequential,
  x: Tensor2D,
  y: Float32Array,
): Generator<void, { auc: number; precisionAtTop10: number }, void> {
  const scores = new Float32Array(y.length);
  for (let from = 0; from < y.length; from += scoredRows) {
    const rows = Math.min(scoredRows, y.length - from);
    scores.set(
      tf.tidy(() =>
        (model.predictOnBatch(tf.slice(x, [from, 0], [rows, -1])) as Tensor2D).dataSync(),
      ),
      from,
    );
    yield;
  }
  const auc = rocAuc(y, scores);
  const precisionAtTop10 = precisionAtTop(y, scores, 0.1);
  if (auc === null || precisionAtTop10 === null)
    throw new Error('The test rows all have one label, so the models can not be ranked.');
  return { auc, precisionAtTop10 };
}

/**
 * One answered request batch, from the rows on the backend to the scores read back. Without the
 * read-back only the queuing of the work is timed.
 */
export function answer(tf: Tf, model: Sequential, x: Tensor2D): void {
  tf.tidy(() => (model.predictOnBatch(x) as Tensor2D).dataSync());
}
