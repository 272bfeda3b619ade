import type { Tf } from '../lab.ts';
import type { Random } from '../math/random.ts';
import type { LayersModel, Sequential, Tensor2D, Tensor4D } from '../tensors.ts';
import { pictureSize, side } from './data.ts';
import { names } from './drawing/identities.ts';

export const classes = names.length;
/** Units of the dense layer whose activations the defences look at. */
export const featureUnits = 64;
export const filters = [8, 16] as const;
export const batchRows = 32;
export const rate = 2e-3;

/** Two 3×3 convolutions, each followed by pooling, a dense layer of 64 features, ten log-odds. Every initializer is seeded. */
export function buildModel(tf: Tf, random: Random): Sequential {
  const init = () => tf.initializers.heNormal({ seed: random.seed() });
  return tf.sequential({
    layers: [
      tf.layers.conv2d({ inputShape: [side, side, 3], filters: filters[0], kernelSize: 3, strides: 2, padding: 'same', activation: 'relu', kernelInitializer: init() }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: filters[1], kernelSize: 3, padding: 'same', activation: 'relu', kernelInitializer: init() }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: featureUnits, activation: 'relu', kernelInitializer: init() }),
      tf.layers.dense({ units: classes, kernelInitializer: init() }),
    ],
  });
}

/** Pictures with their labels on the backend. The caller disposes both. */
export interface Labelled {
  x: Tensor4D;
  y: Int32Array;
}

export function pictures(tf: Tf, pixels: Float32Array): Tensor4D {
  return tf.tensor4d(pixels, [pixels.length / pictureSize, side, side, 3]);
}

export function* train(tf: Tf, model: Sequential, { x, y }: Labelled, epochs: number, random: Random): Generator<{ epoch: number; loss: number }, void, void> {
  const rows = y.length;
  const optimizer = tf.train.adam(rate);
  const steps = Math.ceil(rows / batchRows);
  const labels = tf.oneHot(tf.tensor1d(y, 'int32'), classes) as Tensor2D;
  try {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const order = random.permutation(rows);
      for (let step = 0; step < steps; step++) {
        const chosen = Int32Array.from(order.subarray(step * batchRows, (step + 1) * batchRows));
        const loss = tf.tidy(() => {
          const indices = tf.tensor1d(chosen, 'int32');
          const bx = tf.gather(x, indices);
          const by = tf.gather(labels, indices);
          return optimizer.minimize(() => tf.losses.softmaxCrossEntropy(by, model.apply(bx) as Tensor2D), true)!.dataSync()[0]!;
        });
        yield { epoch: epoch + (step + 1) / steps, loss };
      }
    }
  } finally {
    optimizer.dispose();
    labels.dispose();
  }
}
