import { checkNet, sizeOf, weightShapes, type Net } from '../../../labs/kit/trainer/net.ts';
import type { TrainingPlan, TrainingRows } from '../../../labs/kit/trainer/trainer.ts';
import { LecternError } from '../../contract/errors.ts';

function fits(what: string, length: number | undefined, wanted: number): void {
  if (length !== wanted)
    throw new RangeError(`${what}: ${length ?? 'no'} numbers, where ${wanted} are needed.`);
}

/** Throws a `RangeError` where there are no rows, or not the numbers that the net needs of them. */
export function checkRows(net: Net, { rows, x, y }: TrainingRows): void {
  checkNet(net);
  if (!(rows >= 1)) throw new RangeError('There are no rows to train on.');
  const nets = net.stack ?? 1;
  fits('x', x.length, nets * rows * sizeOf(net.input));
  fits('y', y.length, net.loss === 'softmax' ? rows : nets * rows * net.outputs);
}

/** Throws a `RangeError` where a plan does not fit its net and rows. */
export function checkPlan(net: Net, rows: number, plan: TrainingPlan): void {
  const shapes = weightShapes(net);
  fits('start', plan.start.length, shapes.length);
  shapes.forEach((shape, i) => fits(`start ${i}`, plan.start[i]!.length, sizeOf(shape)));
  if (net.weights)
    fits('weights', plan.weights?.length, net.weights === 'rows' ? rows : rows * net.outputs);
  if (net.ridge !== undefined) fits('mask', plan.mask?.length, sizeOf(shapes[0]!));
  if (net.batch !== null && !plan.order) throw new RangeError('Batches need an order of the rows.');
}

/** Throws where a loss is no number any more: what comes after it would be nothing but such losses. */
export function checkLosses(losses: Float32Array, step: number): void {
  if (losses.every((loss) => Number.isFinite(loss))) return;
  throw new LecternError({
    code: 'run-failed',
    what: `The training broke down by step ${step}: its loss is no number any more.`,
    safe: 'Nothing of this training is kept as a result. Earlier runs are unchanged.',
    next: 'Run it again with other settings or another seed.',
  });
}
