import { sizeOf, weightShapes, type Net } from '../../../labs/kit/trainer/net.ts';
import type { Training, TrainingPlan, TrainingRows } from '../../../labs/kit/trainer/trainer.ts';
import type { Tf } from '../../../labs/lab.ts';
import { seededRandom } from '../../../labs/math/random.ts';
import { openGraph, type GraphOptions } from './graph-training.ts';
import { openLoop } from './loop-training.ts';

/** One step moves a weight by about the rate. A wrong gradient's step goes another way; rounding changes it by less than this part. */
const rate = 0.01;
const tolerance = rate / 20;

/** A small net with each kind of layer that the ordinary ones have: what a library lacks, it lacks here. */
const small: Net = {
  input: [8, 8, 2],
  layers: [
    { kind: 'conv', size: 3, inputs: 2, filters: 3, stride: 1, relu: true },
    { kind: 'pool', size: 2 },
    { kind: 'conv', size: 3, inputs: 3, filters: 4, stride: 1, relu: true },
    { kind: 'pool', size: 2 },
    { kind: 'flatten', units: 16 },
    { kind: 'dense', inputs: 16, units: 5, relu: true },
    { kind: 'dense', inputs: 5, units: 3, relu: false },
  ],
  loss: 'softmax',
  outputs: 3,
  batch: 4,
};

function example(): { rows: TrainingRows; plan: TrainingPlan } {
  const random = seededRandom(1);
  const drawn = (count: number) => Float32Array.from({ length: count }, () => random.normal());
  const rows = 4;
  return {
    rows: {
      rows,
      x: drawn(rows * sizeOf(small.input)),
      y: Int32Array.from({ length: rows }, (_, i) => i % small.outputs),
    },
    plan: {
      start: weightShapes(small).map((shape) => drawn(sizeOf(shape)).map((value) => value / 2)),
      epochs: 1,
      rate,
      order: () => Int32Array.from({ length: rows }, (_, i) => i),
    },
  };
}

/** Trains once and cleans up. Yields between the parts. */
function* trained(training: Training, plan: TrainingPlan): Generator<void, Float32Array[], void> {
  try {
    const run = training.run(plan);
    let chunk = run.next();
    while (!chunk.done) {
      yield;
      chunk = run.next();
    }
    return chunk.value;
  } finally {
    training.dispose();
  }
}

/**
 * One step of a small net as a graph and in the loop. Null where both end at the same weights, else what is wrong, as the end of
 * a sentence. Yields between its parts; leaves nothing behind.
 */
export function* selfCheck(tf: Tf, options: GraphOptions): Generator<void, string | null, void> {
  const { rows, plan } = example();
  let graph: Float32Array[];
  try {
    graph = yield* trained(yield* openGraph(options, small, rows), plan);
  } catch (error) {
    return reasonOf(error);
  }
  const loop = yield* trained(openLoop(tf, small, rows), plan);
  const worst = Math.max(
    ...loop.map((weights, i) =>
      weights.reduce((most, value, k) => Math.max(most, Math.abs(value - graph[i]![k]!)), 0),
    ),
  );
  return worst <= tolerance ? null : `its first step is off by ${worst.toPrecision(2)}`;
}

/** The first line of what was thrown. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);
