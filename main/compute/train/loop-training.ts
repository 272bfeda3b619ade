import { weightShapes, type Net } from '../../../labs/kit/trainer/net.ts';
import type {
  Training,
  TrainingChunk,
  TrainingPlan,
  TrainingRows,
} from '../../../labs/kit/trainer/trainer.ts';
import type { Rank, Scalar, Tensor, Tensor2D, Tensor4D, Tf, Variable } from '../../../labs/lab.ts';
import { batches, stepsPerEpoch } from './batches.ts';
import { checkLosses, checkPlan } from './checks.ts';

/** The rows, on the backend. */
interface Data {
  x: Tensor;
  y: Tensor;
}

/** What of the data a step is about. */
interface Batch extends Data {
  weights: Tensor | null;
}

/** Makes a net ready for training step by step, op by op, on whichever backend TensorFlow.js is. */
export function openLoop(tf: Tf, net: Net, { rows, x, y }: TrainingRows): Training {
  const stack = net.stack ? [net.stack] : [];
  const data: Data = {
    x: tf.tensor(x, [...stack, rows, ...net.input]),
    y:
      net.loss === 'softmax'
        ? tf.tidy(() => tf.oneHot(tf.tensor1d(y, 'int32'), net.outputs))
        : tf.tensor(y, [...stack, rows, net.outputs], 'float32'),
  };
  return {
    run: (plan) => runLoop(tf, net, rows, data, plan),
    dispose: () => tf.dispose([data.x, data.y]),
  };
}

function* runLoop(
  tf: Tf,
  net: Net,
  rows: number,
  data: Data,
  plan: TrainingPlan,
): Generator<TrainingChunk, Float32Array[], void> {
  checkPlan(net, rows, plan);
  // In a scope of its own, or the tensor that a variable starts from would stay.
  const weights = weightShapes(net).map((shape, i) =>
    tf.tidy(() => tf.variable(tf.tensor(plan.start[i]!, shape))),
  );
  const own: Tensor[] = [];
  const keep = (values: Float32Array, shape: number[]) => {
    const tensor = tf.tensor(values, shape);
    own.push(tensor);
    return tensor;
  };
  const optimizer = tf.train.adam(plan.rate);
  try {
    const perRow = net.weights === 'rows' ? [rows, 1] : [rows, net.outputs];
    const rowWeights = net.weights ? keep(plan.weights!, perRow) : null;
    const mask = net.ridge === undefined ? null : keep(plan.mask!, weights[0]!.shape);
    const nextBatch = net.batch === null ? null : batches(net, rows, plan);
    const steps = plan.epochs * stepsPerEpoch(net, rows);
    for (let step = 1; step <= steps; step++) {
      const losses = tf.tidy(() => {
        const batch = batchOf(tf, net, data, rowWeights, nextBatch?.() ?? null);
        let reported: Tensor;
        const cost = () => {
          const each = lossOf(tf, net, forward(tf, net, weights, mask, batch.x), batch);
          reported = tf.keep(each);
          return tf.add(sumOfNets(tf, net, each), ridgeOf(tf, net, weights[0]!, mask)) as Scalar;
        };
        optimizer.minimize(cost, false, weights);
        // Reading it back makes a step wait for its own work, so that yielding between steps is yielding.
        const values = reported!.dataSync<'float32'>();
        reported!.dispose();
        return values;
      });
      checkLosses(losses, step);
      yield { step, steps, losses };
    }
    return weights.map((weight) => weight.dataSync<'float32'>());
  } finally {
    optimizer.dispose();
    tf.dispose([...own, ...weights]);
  }
}

function batchOf(
  tf: Tf,
  net: Net,
  data: Data,
  weights: Tensor | null,
  rows: Int32Array | null,
): Batch {
  if (rows === null) return { ...data, weights };
  const places = tf.tensor1d(rows, 'int32');
  const axis = net.stack ? 1 : 0;
  return {
    x: tf.gather(data.x, places, axis),
    y: tf.gather(data.y, places, axis),
    weights: weights && tf.gather(weights, places),
  };
}

/** Log-odds, rows × outputs; in front the stack. */
function forward(
  tf: Tf,
  net: Net,
  weights: readonly Variable[],
  mask: Tensor | null,
  x: Tensor,
): Tensor {
  let value: Tensor<Rank> = x;
  let at = 0;
  for (const layer of net.layers) {
    if (layer.kind === 'flatten') value = tf.reshape(value, [-1, layer.units]);
    else if (layer.kind === 'pool')
      value = tf.maxPool(value as Tensor4D, layer.size, layer.size, 'valid');
    else {
      const [own, bias] = [weights[at]!, weights[at + 1]!];
      const kernel = at === 0 && mask ? tf.mul(own, mask) : own;
      const sums =
        layer.kind === 'dense'
          ? tf.matMul(value, kernel)
          : tf.conv2d(value as Tensor4D, kernel as unknown as Tensor4D, layer.stride, 'same');
      value = tf.add(sums, bias);
      if (layer.relu) value = tf.relu(value);
      at += 2;
    }
  }
  return value;
}

/** The losses of a step, as the net's description says: those that are reported. */
function lossOf(tf: Tf, net: Net, outputs: Tensor, { y, weights }: Batch): Tensor {
  const each =
    net.loss === 'softmax'
      ? tf.sub(tf.logSumExp(outputs, 1, true), tf.sum(tf.mul(outputs, y), 1, true))
      : // Cross-entropy of log-odds z and a label y: softplus(z) − y·z.
        tf.sub(tf.softplus(outputs), tf.mul(y, outputs));
  if (net.stack) return tf.mean(each as Tensor2D, [0, 1]);
  if (!weights) return tf.mean(each, 0);
  const weighted = tf.mul(each, weights);
  if (net.weights === 'each') return tf.mean(weighted, 0);
  return tf.div(tf.sum(weighted, 0), tf.maximum(tf.sum(weights), 1));
}

/** What is minimised: a stack's nets are added, so that no net's step depends on how many others there are. */
const sumOfNets = (tf: Tf, { stack }: Net, losses: Tensor): Tensor =>
  tf.mul(tf.sum(losses), stack ?? 1);

const ridgeOf = (tf: Tf, { ridge }: Net, kernel: Tensor, mask: Tensor | null): Tensor =>
  mask ? tf.mul(ridge!, tf.sum(tf.square(tf.mul(kernel, mask)))) : tf.scalar(0);
