import type { Tf } from '../lab.ts';
import type { Random } from '../math/random.ts';
import type { Tensor, Tensor3D, Variable } from '../tensors.ts';
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

/** Nets that have been trained together; ask one for its scores. The caller disposes them. */
export interface Nets {
  scores(place: number, table: Table, rows: Uint32Array): Float32Array;
  dispose(): void;
}

/**
 * Trains one small net (inputs-16-1, ReLU) for each lesson, all of them at once: every weight is a
 * stack of as many matrices, so that a step costs about as much as for a single net. Adam, batches
 * of 256, cross-entropy. Yields after every step; returns the nets.
 */
export function* trainNets(
  tf: Tf,
  lessons: readonly Lesson[],
  label: ArrayLike<number>,
  random: Random,
): Generator<TrainingStep, Nets, void> {
  const k = lessons.length;
  const rows = lessons[0]!.train.length;
  if (lessons.some(({ train }) => train.length !== rows))
    throw new RangeError('Nets that are trained together need as many rows each.');
  const scales = lessons.map(scaleOf);
  const x = tf.tidy(
    () =>
      tf.stack(
        lessons.map((lesson, i) =>
          tf.tensor2d(scaled(lesson.table, lesson.train, scales[i]!), [rows, width]),
        ),
      ) as Tensor3D,
  );
  const y = tf.tensor3d(
    Float32Array.from(lessons.flatMap(({ train }) => Array.from(train, (row) => label[row]!))),
    [k, rows, 1],
  );
  const draw = random.fork('weights');
  // The same start for every net: what differs between them is then the features and the split alone.
  const start = (shape: [number, number], size: number) =>
    Float32Array.from({ length: shape[0] * shape[1] }, () => size * draw.normal());
  const [first, second] = [
    start([width, hidden], Math.sqrt(2 / width)),
    start([hidden, 1], Math.sqrt(1 / hidden)),
  ];
  const stacked = (values: Float32Array, shape: [number, number, number]) =>
    tf.tidy(() =>
      tf.variable(
        tf.tensor3d(
          Float32Array.from({ length: k * values.length }, (_, i) => values[i % values.length]!),
          shape,
        ),
      ),
    );
  const weights: Variable[] = [
    stacked(first, [k, width, hidden]),
    stacked(new Float32Array(hidden), [k, 1, hidden]),
    stacked(second, [k, hidden, 1]),
    stacked(new Float32Array(1), [k, 1, 1]),
  ];
  const net = (input: Tensor, [w1, b1, w2, b2]: Tensor[]) =>
    tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(input, w1!), b1!)), w2!), b2!);
  const optimizer = tf.train.adam(learningRate);
  let kept = false;
  try {
    const steps = Math.ceil(rows / batchRows);
    const order = random.fork('order');
    for (let epoch = 0; epoch < epochs; epoch++) {
      const shuffled = tf.tidy(() => {
        const places = tf.tensor1d(Int32Array.from(order.permutation(rows)), 'int32');
        return [tf.gather(x, places, 1), tf.gather(y, places, 1)] as const;
      });
      try {
        for (let step = 0; step < steps; step++) {
          const loss = tf.tidy(() => {
            const size = Math.min(batchRows, rows - step * batchRows);
            const [bx, by] = shuffled.map((all) =>
              tf.slice(all, [0, step * batchRows, 0], [k, size, -1]),
            ) as [Tensor, Tensor];
            // The sum over the nets: then no net's step depends on how many others there are.
            const cost = optimizer.minimize(
              () => tf.mul(tf.losses.sigmoidCrossEntropy(by, net(bx, weights)), k),
              true,
              weights,
            );
            return cost!.dataSync()[0]! / k;
          });
          yield { epoch: epoch + (step + 1) / steps, epochs, loss };
        }
      } finally {
        tf.dispose(shuffled as unknown as Tensor[]);
      }
    }
    kept = true;
  } finally {
    optimizer.dispose();
    tf.dispose([x, y]);
    if (!kept) tf.dispose(weights);
  }
  return {
    scores: (place, table, wanted) =>
      tf.tidy(() => {
        const own = weights.map((weight) =>
          tf.squeeze(tf.slice(weight, [place, 0, 0], [1, -1, -1]), [0]),
        );
        return tf
          .sigmoid(
            net(tf.tensor2d(scaled(table, wanted, scales[place]!), [wanted.length, width]), own),
          )
          .dataSync() as Float32Array;
      }),
    dispose: () => tf.dispose(weights),
  };
}
