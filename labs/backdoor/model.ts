import type { LabContext, Tf } from '../lab.ts';
import type { Net } from '../kit/trainer/net.ts';
import { trainNet } from '../kit/trainer/trainer.ts';
import { stepsOf, type TrainingStep } from '../kit/training.ts';
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
/** Numbers of one picture where the dense layers begin: sides halved by a stride and by two poolings. */
const flat = (side / 8) ** 2 * filters[1];
/** Pictures asked at once: few enough that Stop is heard. */
const chunk = 100;

/**
 * Two 3×3 convolutions (the first in steps of two), each followed by pooling, a dense layer of 64
 * features, ten log-odds. Every initializer is seeded. The caller disposes it.
 */
export function buildModel(tf: Tf, random: Random): Sequential {
  const init = () => tf.initializers.heNormal({ seed: random.seed() });
  const convolution = (units: number, strides: number, first: boolean) =>
    tf.layers.conv2d({
      filters: units,
      strides,
      kernelSize: 3,
      padding: 'same',
      activation: 'relu',
      kernelInitializer: init(),
      ...(first ? { inputShape: [side, side, 3] } : {}),
    });
  return tf.sequential({
    layers: [
      convolution(filters[0], 2, true),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      convolution(filters[1], 1, false),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: featureUnits, activation: 'relu', kernelInitializer: init() }),
      tf.layers.dense({ units: classes, kernelInitializer: init() }),
    ],
  });
}

/** Pictures with their labels. Pixels as `renderAll` gives them. */
export interface Labelled {
  pixels: Float32Array;
  labels: Int32Array;
}

const tensorOf = (tf: Tf, pixels: Float32Array): Tensor4D =>
  tf.tensor4d(pixels, [pixels.length / pictureSize, side, side, 3]);

/** The same net as `buildModel` makes, as a trainer takes it. */
export const recogniser: Net = {
  input: [side, side, 3],
  layers: [
    { kind: 'conv', size: 3, inputs: 3, filters: filters[0], stride: 2, relu: true },
    { kind: 'pool', size: 2 },
    { kind: 'conv', size: 3, inputs: filters[0], filters: filters[1], stride: 1, relu: true },
    { kind: 'pool', size: 2 },
    { kind: 'flatten', units: flat },
    { kind: 'dense', inputs: flat, units: featureUnits, relu: true },
    { kind: 'dense', inputs: featureUnits, units: classes, relu: false },
  ],
  loss: 'softmax',
  outputs: classes,
  batch: batchRows,
};

/** What a training needs of a run's context. */
type Training = Pick<LabContext<null>, 'tf' | 'trainer'>;

/**
 * Trains with Adam in batches of 32 on the cross-entropy of the log-odds and yields after every
 * batch: where it is, in epochs, and the batch's mean loss; null while it makes ready. The rows are
 * put in a new seeded order each epoch. The model has its new weights at the end, and nothing of
 * the training is left on the backend, also where the caller stops early.
 */
export function* train(
  { tf, trainer }: Training,
  model: Sequential,
  data: Labelled,
  epochs: number,
  random: Random,
  learningRate = rate,
): Generator<TrainingStep | null, void, void> {
  const rows = data.labels.length;
  const plan = {
    start: weightsOf(model),
    epochs,
    rate: learningRate,
    order: () => random.permutation(rows),
  };
  const training = trainNet(trainer, recogniser, { rows, x: data.pixels, y: data.labels }, plan);
  takeWeights(tf, model, yield* stepsOf(training, epochs));
}

/** A model's weights as numbers, in the order of `Sequential.getWeights`. */
export const weightsOf = (model: Sequential): Float32Array[] =>
  model.getWeights().map((weight) => weight.dataSync<'float32'>());

/**
 * Puts weights into a model. Fresh tensors, not views: the WebAssembly backend's dense layer reads
 * the shape that a bias was made with.
 */
export function takeWeights(tf: Tf, model: Sequential, weights: readonly Float32Array[]): void {
  tf.tidy(() =>
    model.setWeights(model.getWeights().map(({ shape }, i) => tf.tensor(weights[i]!, shape))),
  );
}

/** Ten log-odds for each picture, up to a constant of the picture; yields after every hundred pictures. */
export function* logits(
  tf: Tf,
  model: Sequential,
  pixels: Float32Array,
): Generator<void, Float32Array, void> {
  return yield* inChunks(pixels, classes, (part) =>
    tf.tidy(() => (model.apply(tensorOf(tf, part)) as Tensor2D).dataSync<'float32'>()),
  );
}

/** Ten probabilities for each picture, row after row; yields as above. */
export function* probabilities(
  tf: Tf,
  model: Sequential,
  pixels: Float32Array,
): Generator<void, Float32Array, void> {
  return yield* inChunks(pixels, classes, (part) =>
    tf.tidy(() => tf.softmax(model.apply(tensorOf(tf, part)) as Tensor2D).dataSync<'float32'>()),
  );
}

/** The activations of the dense layer for each picture; yields as above. */
export function* features(
  tf: Tf,
  model: Sequential,
  pixels: Float32Array,
): Generator<void, Float32Array, void> {
  const inner: LayersModel = tf.model({
    inputs: model.inputs,
    outputs: model.layers.at(-2)!.output,
  });
  return yield* inChunks(pixels, featureUnits, (part) =>
    tf.tidy(() => (inner.apply(tensorOf(tf, part)) as Tensor2D).dataSync<'float32'>()),
  );
}

function* inChunks(
  pixels: Float32Array,
  width: number,
  compute: (part: Float32Array) => Float32Array,
): Generator<void, Float32Array, void> {
  const rows = pixels.length / pictureSize;
  const out = new Float32Array(rows * width);
  for (let from = 0; from < rows; from += chunk) {
    const to = Math.min(rows, from + chunk);
    out.set(compute(pixels.subarray(from * pictureSize, to * pictureSize)), from * width);
    yield;
  }
  return out;
}

/** The likeliest of each row's ten, and its probability. */
export function likeliest(all: Float32Array): { said: Int32Array; sure: Float32Array } {
  const rows = all.length / classes;
  const said = new Int32Array(rows);
  const sure = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < classes; k++) {
      const p = all[row * classes + k]!;
      if (k === 0 || p > sure[row]!) {
        sure[row] = p;
        said[row] = k;
      }
    }
  }
  return { said, sure };
}

/** Row `i` of a flat table of the given width. */
export const rowsOf = (flat: Float32Array, width: number): Float32Array[] =>
  Array.from({ length: flat.length / width }, (_, i) => flat.subarray(i * width, (i + 1) * width));

/** A copy of a model, with the named units of its feature layer cut: they answer 0, and training leaves them so. The caller disposes it. */
export function prunedCopy(
  tf: Tf,
  model: Sequential,
  random: Random,
  units: readonly number[],
): Sequential {
  const copy = buildModel(tf, random);
  tf.tidy(() => {
    const keep = Float32Array.from({ length: featureUnits }, (_, k) => (units.includes(k) ? 0 : 1));
    const weights = model.getWeights();
    // The last four: kernel and bias of the features, kernel and bias of the answers.
    const at = weights.length - 4;
    const mask = tf.tensor1d(keep);
    copy.setWeights(
      weights.map((weight, i) => (i === at || i === at + 1 ? weight.mul(mask) : weight)),
    );
  });
  return copy;
}
