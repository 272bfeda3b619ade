import { weightShapes, type Net } from '../../../labs/kit/trainer/net.ts';
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
 * written or loaded.
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
  const shapes = weightShapes(net);
  const start = shapes.map((shape, i) => [`start${i}`, session.tensor(shape, plan.start[i]!)]);
  session.run(['started'], Object.fromEntries(start) as Fed);
  const own: Fed = {};
  try {
    if (net.weights)
      own['w'] = session.tensor(
        net.weights === 'rows' ? [rows] : [rows, net.outputs],
        plan.weights!,
      );
    if (net.ridge !== undefined) own['mask'] = session.tensor(shapes[0]!, plan.mask!);
    own['turn'] = session.tensor([2], Int32Array.of(1, 0));
    const steps = plan.epochs * stepsPerEpoch(net, rows);
    const nextBatch = net.batch === null ? null : batches(net, rows, plan);
    const size = chunkSize(now);
    let step = 0;
    // Setting weights and the first step each make TensorFlow prepare something: others may come in between.
    yield { step, steps, losses: new Float32Array(0) };
    while (step < steps) {
      const losses = size.run(steps - step, (count) => {
        const { rates, epsilons } = adamSchedule(plan.rate, step, count);
        const fed: Fed = {
          rates: session.tensor([count], rates),
          epsilons: session.tensor([count], epsilons),
        };
        if (nextBatch) {
          const { order, edges } = inARow(count, nextBatch);
          fed['order'] = session.tensor([order.length], order);
          fed['edges'] = session.tensor([edges.length], edges);
        }
        step += count;
        return session.run(['losses'], fed, { ...data, ...own })[0] as Float32Array;
      });
      checkLosses(losses, step);
      yield { step, steps, losses };
    }
    const names = shapes.map((_, i) => `read${i}`);
    return session.run(names, {}) as Float32Array[];
  } finally {
    session.free(own);
  }
}
