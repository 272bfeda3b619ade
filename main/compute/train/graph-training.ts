import { sizeOf, weightShapes, type Net } from '../../../labs/kit/trainer/net.ts';
import type {
  Training,
  TrainingChunk,
  TrainingPlan,
  TrainingRows,
} from '../../../labs/kit/trainer/trainer.ts';
import { adamSchedule } from './adam.ts';
import { batches, inARow, stepsPerEpoch } from './batches.ts';
import { checkLosses, checkPlan } from './checks.ts';
import { chunkSize } from './chunk-size.ts';
import { cutPatches, patchedConvolution } from './graph/patches.ts';
import { trainingGraph } from './graph/training-graph.ts';
import { Session, type Binding, type Fed } from './session.ts';

export interface GraphOptions {
  binding: Binding;
  now: () => number;
  /** Where the graph's file stands for a moment; left out: the system's folder for such files. */
  folder?: string;
}

/**
 * Makes a net ready for training as one graph in TensorFlow; yields between the parts of that. Throws where the graph can't be
 * written, loaded or run.
 */
export function* openGraph(
  { binding, now, folder }: GraphOptions,
  net: Net,
  rows: TrainingRows,
): Generator<void, Training, void> {
  const graph = trainingGraph(net);
  yield;
  const savedModel = graph.savedModel();
  yield;
  const session = new Session(binding, savedModel, folder);
  const data: Fed = {};
  let opened = false;
  const dispose = () => {
    session.free(data);
    session.dispose();
  };
  try {
    yield;
    yield* feedRows(session, net, rows, data);
    yield* tryOneStep(session, net, rows.rows, data);
    opened = true;
    return { run: (plan) => runGraph(session, net, rows.rows, data, plan, now), dispose };
  } finally {
    if (!opened) dispose();
  }
}

/** Puts the rows where steps take them from, patches in place of pictures where the net wants them. */
function* feedRows(
  session: Session,
  net: Net,
  { rows, x, y }: TrainingRows,
  data: Fed,
): Generator<void, void, void> {
  const stack = net.stack ? [net.stack] : [];
  const patched = patchedConvolution(net);
  if (patched) {
    const tables = yield* cutPatches(net, patched, x);
    for (const [k, table] of tables.entries()) {
      data[`x${k}`] = session.tensor([rows, table.length / rows], table);
      yield;
    }
  } else data['x'] = session.tensor([...stack, rows, ...net.input], x);
  data['y'] = session.tensor(net.loss === 'softmax' ? [rows] : [...stack, rows, net.outputs], y);
}

/** Sets the net's weights, and forgets what Adam knew. */
function setWeights(session: Session, net: Net, start: readonly Float32Array[]): void {
  const fed = weightShapes(net).map((shape, i) => [`start${i}`, session.tensor(shape, start[i]!)]);
  session.run(['started'], Object.fromEntries(fed) as Fed);
}

const readWeights = (session: Session, net: Net): Float32Array[] => {
  const names = weightShapes(net).map((_, i) => `read${i}`);
  return session.run(names, {}) as Float32Array[];
};

/** What each step of a training is fed besides the rows. */
function feedPlan(
  session: Session,
  net: Net,
  rows: number,
  { weights, mask }: Pick<TrainingPlan, 'weights' | 'mask'>,
  own: Fed,
): void {
  if (net.weights)
    own['w'] = session.tensor(net.weights === 'rows' ? [rows] : [rows, net.outputs], weights!);
  if (net.ridge !== undefined) own['mask'] = session.tensor(weightShapes(net)[0]!, mask!);
  own['turn'] = session.tensor([2], Int32Array.of(1, 0));
}

/** Makes some steps; returns their losses. */
function makeSteps(
  session: Session,
  { rates, epsilons }: ReturnType<typeof adamSchedule>,
  nextBatch: (() => Int32Array) | null,
  kept: Fed,
): Float32Array {
  const count = rates.length;
  const fed: Fed = {
    rates: session.tensor([count], rates),
    epsilons: session.tensor([count], epsilons),
  };
  if (nextBatch) {
    const { order, edges } = inARow(count, nextBatch);
    fed['order'] = session.tensor([order.length], order);
    fed['edges'] = session.tensor([edges.length], edges);
  }
  return session.run(['losses'], fed, kept)[0] as Float32Array;
}

/**
 * One step that nobody keeps. TensorFlow may read a graph and still be unable to run it: an op without a program for this processor, too
 * little memory. Here that is heard while another way is open. TensorFlow has to prepare its first step anyway, so little time is lost.
 */
function* tryOneStep(
  session: Session,
  net: Net,
  rows: number,
  data: Fed,
): Generator<void, void, void> {
  const zeros = weightShapes(net).map((shape) => new Float32Array(sizeOf(shape)));
  const ones = (length: number) => new Float32Array(length).fill(1);
  const own: Fed = {};
  try {
    yield;
    setWeights(session, net, zeros);
    yield;
    const weights = ones(net.weights === 'rows' ? rows : rows * net.outputs);
    feedPlan(session, net, rows, { weights, mask: ones(zeros[0]!.length) }, own);
    const order = () => Int32Array.from({ length: rows }, (_, i) => i);
    const nextBatch = net.batch === null ? null : batches(net, rows, { order });
    makeSteps(session, adamSchedule(0, 0, 1), nextBatch, { ...data, ...own });
    readWeights(session, net);
  } finally {
    session.free(own);
  }
}

/** One training in an open session. */
function* runGraph(
  session: Session,
  net: Net,
  rows: number,
  data: Fed,
  plan: TrainingPlan,
  now: () => number,
): Generator<TrainingChunk, Float32Array[], void> {
  checkPlan(net, rows, plan);
  setWeights(session, net, plan.start);
  const own: Fed = {};
  try {
    feedPlan(session, net, rows, plan, own);
    const steps = plan.epochs * stepsPerEpoch(net, rows);
    const nextBatch = net.batch === null ? null : batches(net, rows, plan);
    const size = chunkSize(now);
    let step = 0;
    // Setting weights and the first steps each take their time: others may come in between.
    yield { step, steps, losses: new Float32Array(0) };
    while (step < steps) {
      const losses = size.run(steps - step, (count) => {
        const schedule = adamSchedule(plan.rate, step, count);
        step += count;
        return makeSteps(session, schedule, nextBatch, { ...data, ...own });
      });
      checkLosses(losses, step);
      yield { step, steps, losses };
    }
    return readWeights(session, net);
  } finally {
    session.free(own);
  }
}
