import type { Net } from '../../../labs/kit/trainer/net.ts';
import type { TrainingPlan } from '../../../labs/kit/trainer/trainer.ts';

/** Steps of one epoch. */
export const stepsPerEpoch = ({ batch }: Net, rows: number): number =>
  batch === null ? 1 : Math.ceil(rows / batch);

/** Draws the rows of one step after the other, epoch after epoch. */
export function batches(
  net: Net,
  rows: number,
  { order }: Pick<TrainingPlan, 'order'>,
): () => Int32Array {
  const batch = net.batch!;
  const perEpoch = stepsPerEpoch(net, rows);
  let drawn = new Int32Array(0);
  let step = 0;
  return () => {
    if (step === 0) drawn = Int32Array.from(order!());
    const chosen = drawn.subarray(step * batch, (step + 1) * batch);
    step = (step + 1) % perEpoch;
    return chosen;
  };
}

/** The rows of several steps, one after the other, and where each step's begin. */
export function inARow(
  steps: number,
  next: () => Int32Array,
): { order: Int32Array; edges: Int32Array } {
  const chosen = Array.from({ length: steps }, next);
  const edges = new Int32Array(steps + 1);
  chosen.forEach((rows, k) => (edges[k + 1] = edges[k]! + rows.length));
  const order = new Int32Array(edges[steps]!);
  chosen.forEach((rows, k) => order.set(rows, edges[k]));
  return { order, edges };
}
