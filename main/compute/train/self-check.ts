import type { Net } from '../../../labs/kit/trainer/net.ts';
import type { Training, TrainingPlan } from '../../../labs/kit/trainer/trainer.ts';
import type { Tf } from '../../../labs/lab.ts';
import { openGraph, type GraphOptions } from './graph-training.ts';
import { openLoop } from './loop-training.ts';
import { exampleFor } from './small-net.ts';

/** One step moves a weight by about the rate. A wrong gradient's step goes another way; rounding changes it by less than this part. */
const rate = 0.01;
const tolerance = rate / 20;

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
export function* selfCheck(
  tf: Tf,
  options: GraphOptions,
  small: Net,
): Generator<void, string | null, void> {
  const { rows, plan } = exampleFor(small, rate);
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
