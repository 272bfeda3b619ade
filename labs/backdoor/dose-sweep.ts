import type { Tf } from '../lab.ts';
import type { Random } from '../math/random.ts';
import type { Sequential, Tensor, Tensor2D, Tensor3D, Tensor4D, Variable } from '../tensors.ts';
import { pictureSize, side } from './data.ts';
import { batchRows, classes, featureUnits, filters, rate, type Labelled } from './model.ts';

/** Features of one picture where the dense layer begins. */
const flat = (side / 8) ** 2 * filters[1];

/**
 * Trains one net for each dose in one computation: all see the same batches of the same rows, and a
 * row that a net's dose does not reach weighs nothing in it. The first convolution is one with all
 * nets' filters, the dense layers are batched products; only the second convolution is done net by
 * net. On tfjs-node six nets take half the time that they take one after the other.
 *
 * `set` holds `clean` rows and then the poisoned ones of the largest dose; a dose of n has the
 * first n of them. All nets start as `start` does. Yields after every batch, in epochs; returns
 * each dose's weights as numbers, in the order of `Sequential.getWeights`. No tensor is left.
 */
export function* trainDoses(
  tf: Tf,
  start: Sequential,
  set: Labelled & { clean: number },
  doses: readonly number[],
  epochs: number,
  random: Random,
): Generator<number, Float32Array[][], void> {
  const nets = doses.length;
  const rows = set.labels.length;
  const steps = Math.ceil(rows / batchRows);
  const begin = start.getWeights();
  const variables: Variable[] = [];
  const variable = (tensor: Tensor) => {
    const made = tf.variable(tensor);
    tensor.dispose();
    variables.push(made);
    return made;
  };
  const stacked = (at: number, shape: number[]) =>
    variable(tf.tidy(() => tf.stack(doses.map(() => begin[at]!.reshape(shape)))));
  const first = variable(
    tf.tidy(() =>
      tf.concat(
        doses.map(() => begin[0]!),
        3,
      ),
    ),
  );
  const firstBias = variable(
    tf.tidy(() =>
      tf.concat(
        doses.map(() => begin[1]!),
        0,
      ),
    ),
  );
  const second = doses.map(() => variable(begin[2]!.clone()));
  const secondBias = doses.map(() => variable(begin[3]!.clone()));
  const dense = stacked(4, [flat, featureUnits]);
  const denseBias = stacked(5, [1, featureUnits]);
  const last = stacked(6, [featureUnits, classes]);
  const lastBias = stacked(7, [1, classes]);
  const x = tf.tensor4d(set.pixels, [set.pixels.length / pictureSize, side, side, 3]);
  const y = tf.tidy(() => tf.oneHot(tf.tensor1d(set.labels, 'int32'), classes) as Tensor2D);
  const optimizer = tf.train.adam(rate);
  const pooled = (t: Tensor4D) => tf.maxPool(tf.relu(t), 2, 2, 'same');

  const cost = (bx: Tensor4D, by: Tensor2D, weights: Tensor2D, n: number) => {
    const wide = pooled(tf.add(tf.conv2d(bx, first as unknown as Tensor4D, 2, 'same'), firstBias));
    const parts = (tf.split(wide, nets, 3) as Tensor4D[]).map(
      (part, k) =>
        tf.reshape(
          pooled(
            tf.add(tf.conv2d(part, second[k]! as unknown as Tensor4D, 1, 'same'), secondBias[k]!),
          ),
          [1, n, flat],
        ) as Tensor3D,
    );
    const hidden = tf.relu(tf.add(tf.matMul(tf.concat(parts, 0), dense), denseBias));
    const answers = tf.add(tf.matMul(hidden, last), lastBias);
    const wrong = tf.sub(
      tf.logSumExp(answers, 2),
      tf.sum(tf.mul(answers, tf.expandDims(by, 0)), 2),
    );
    // Each net's own mean: one with fewer rows in the batch must not learn less from each.
    return tf.sum(tf.div(tf.sum(tf.mul(wrong, weights), 1), tf.maximum(tf.sum(weights, 1), 1)));
  };
  try {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = random.permutation(rows);
      for (let step = 0; step < steps; step++) {
        const chosen = Int32Array.from(order.subarray(step * batchRows, (step + 1) * batchRows));
        tf.tidy(() => {
          const indices = tf.tensor1d(chosen, 'int32');
          const weights = tf.tensor2d(
            doses.map((dose) => Array.from(chosen, (row) => (row < set.clean + dose ? 1 : 0))),
          );
          const [bx, by] = [tf.gather(x, indices), tf.gather(y, indices)];
          // Reading the loss back makes each step wait for its own work, so that yielding between steps is yielding.
          optimizer
            .minimize(() => cost(bx, by, weights, chosen.length).asScalar(), true, variables)!
            .dataSync();
        });
        yield epoch + (step + 1) / steps;
      }
    }
    const numbers = (t: Variable) => t.dataSync<'float32'>();
    const [wide, wideBias, inner, innerBias, end, endBias] = [
      first,
      firstBias,
      dense,
      denseBias,
      last,
      lastBias,
    ].map(numbers) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const part = (all: Float32Array, k: number) =>
      all.slice((k * all.length) / nets, ((k + 1) * all.length) / nets);
    return doses.map((_, k) => [
      // The filters stand side by side in the last axis.
      Float32Array.from(
        { length: wide.length / nets },
        (_x, i) =>
          wide[Math.floor(i / filters[0]) * filters[0] * nets + k * filters[0] + (i % filters[0])]!,
      ),
      part(wideBias, k),
      numbers(second[k]!),
      numbers(secondBias[k]!),
      part(inner, k),
      part(innerBias, k),
      part(end, k),
      part(endBias, k),
    ]);
  } finally {
    optimizer.dispose();
    tf.dispose([x, y]);
    for (const one of variables) one.dispose();
  }
}

/**
 * Puts weights that `trainDoses` gave into a net. Fresh tensors, not views: the WebAssembly
 * backend's dense layer reads the shape that a bias was made with.
 */
export function takeWeights(tf: Tf, model: Sequential, weights: readonly Float32Array[]): void {
  tf.tidy(() =>
    model.setWeights(model.getWeights().map(({ shape }, i) => tf.tensor(weights[i]!, shape))),
  );
}
