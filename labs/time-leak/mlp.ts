import { mapSteps } from '../kit/steps.ts';
import type { Net } from '../kit/trainer/net.ts';
import { trainNet } from '../kit/trainer/trainer.ts';
import { stepsOf } from '../kit/training.ts';
import type { LabContext, Tf } from '../lab.ts';
import type { Random } from '../math/random.ts';
import type { Tensor2D } from '../tensors.ts';
import { width, type Table } from './features.ts';

const hidden = 16;
const batchRows = 256;
const epochs = 12;
const learningRate = 0.01;

/** What a net is trained on: a feature table and the rows of it that count. */
export interface Lesson {
  table: Table;
  /** As many rows in every lesson of one training. */
  train: Uint32Array;
}

/** One step of training: where it is, in epochs, and the mean loss of all nets. */
export interface TrainingStep {
  epoch: number;
  epochs: number;
  loss: number;
}

/** Scaling of the columns by what the training rows know: taking it from all rows would let the future in by the back door. */
interface Scale {
  mean: Float64Array;
  sd: Float64Array;
}

function scaleOf({ table, train }: Lesson): Scale {
  const mean = new Float64Array(width);
  const sd = new Float64Array(width);
  for (const row of train)
    for (let k = 0; k < width; k++) mean[k]! += table.x[row * width + k]! / train.length;
  for (const row of train)
    for (let k = 0; k < width; k++)
      sd[k]! += (table.x[row * width + k]! - mean[k]!) ** 2 / train.length;
  return { mean, sd: sd.map(Math.sqrt) };
}

/** Rows of a table, scaled. A column that never varied in training is 0 always: nothing could be learned of it. */
function scaled(table: Table, rows: Uint32Array, { mean, sd }: Scale): Float32Array {
  const x = new Float32Array(rows.length * width);
  rows.forEach((row, place) => {
    for (let k = 0; k < width; k++)
      x[place * width + k] = sd[k]! > 1e-6 ? (table.x[row * width + k]! - mean[k]!) / sd[k]! : 0;
  });
  return x;
}

/** Nets that have been trained together; ask one for its scores. */
export interface Nets {
  scores(place: number, table: Table, rows: Uint32Array): Float32Array;
}

/** So many nets inputs-16-1 side by side. */
const netsOf = (count: number): Net => ({
  input: [width],
  layers: [
    { kind: 'dense', inputs: width, units: hidden, relu: true },
    { kind: 'dense', inputs: hidden, units: 1, relu: false },
  ],
  loss: 'sigmoid',
  outputs: 1,
  batch: batchRows,
  stack: count,
});

/**
 * Trains one small net (inputs-16-1, ReLU) for each lesson, all of them at once: every weight is a
 * stack of as many matrices, so that a step costs about as much as for a single net. Adam, batches
 * of 256, cross-entropy. Yields after every step, null while it makes ready; returns the nets.
 */
export function* trainNets(
  { tf, trainer }: Pick<LabContext<unknown>, 'tf' | 'trainer'>,
  lessons: readonly Lesson[],
  label: ArrayLike<number>,
  random: Random,
): Generator<TrainingStep | null, Nets, void> {
  const count = lessons.length;
  const rows = lessons[0]!.train.length;
  if (lessons.some(({ train }) => train.length !== rows))
    throw new RangeError('Nets that are trained together need as many rows each.');
  const scales = lessons.map(scaleOf);
  const x = new Float32Array(count * rows * width);
  lessons.forEach(({ table, train }, i) =>
    x.set(scaled(table, train, scales[i]!), i * rows * width),
  );
  const y = Float32Array.from(
    lessons.flatMap(({ train }) => Array.from(train, (row) => label[row]!)),
  );
  const order = random.fork('order');
  const plan = {
    start: startOf(count, random.fork('weights')),
    epochs,
    rate: learningRate,
    order: () => order.permutation(rows),
  };
  const training = stepsOf(trainNet(trainer, netsOf(count), { rows, x, y }, plan), epochs);
  const weights = yield* mapSteps(training, (step) => step && { ...step, epochs });
  return {
    scores: (place, table, wanted) =>
      scoresOf(tf, ownWeights(weights, count, place), scaled(table, wanted, scales[place]!)),
  };
}

/** The same start for every net: what differs between them is then the features and the split alone. */
function startOf(count: number, draw: Random): Float32Array[] {
  const drawn = (length: number, size: number) =>
    Float32Array.from({ length }, () => size * draw.normal());
  const first = drawn(width * hidden, Math.sqrt(2 / width));
  const second = drawn(hidden, Math.sqrt(1 / hidden));
  return [first, new Float32Array(hidden), second, new Float32Array(1)].map((own) =>
    Float32Array.from({ length: count * own.length }, (_, i) => own[i % own.length]!),
  );
}

/** One net's part of stacked weights. */
const ownWeights = (weights: readonly Float32Array[], count: number, place: number) =>
  weights.map((all) =>
    all.subarray((place * all.length) / count, ((place + 1) * all.length) / count),
  );

/** The chances that a net gives to rows of features. */
function scoresOf(tf: Tf, [w1, b1, w2, b2]: Float32Array[], x: Float32Array): Float32Array {
  return tf.tidy(() => {
    const input = tf.tensor2d(x, [x.length / width, width]);
    const inner = tf.relu(
      tf.add(tf.matMul(input, tf.tensor2d(w1!, [width, hidden])), b1!),
    ) as Tensor2D;
    const logits = tf.add(tf.matMul(inner, tf.tensor2d(w2!, [hidden, 1])), b2!);
    return tf.sigmoid(logits).dataSync<'float32'>();
  });
}
