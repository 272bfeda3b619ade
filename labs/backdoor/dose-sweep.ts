import { mapSteps } from '../kit/steps.ts';
import type { Trainer } from '../kit/trainer/trainer.ts';
import type { Random } from '../math/random.ts';
import { rate, recogniser, type Labelled } from './model.ts';

/**
 * Trains one net for each dose, one after the other on the same rows: all see the same batches, and
 * a row that a net's dose does not reach weighs nothing in it. A batch counts the rows that it has
 * for a net: one with fewer must not learn less from each.
 *
 * `set` holds `clean` rows and then the poisoned ones of the largest dose; a dose of n has the
 * first n of them. All nets begin with the weights `start`. Yields after some batches the part that
 * is done, 0 to 1; returns each dose's weights. Nothing is left on the backend.
 */
export function* trainDoses(
  trainer: Trainer,
  start: readonly Float32Array[],
  set: Labelled & { clean: number },
  doses: readonly number[],
  epochs: number,
  random: Random,
): Generator<number, Float32Array[][], void> {
  const rows = set.labels.length;
  const orders = Array.from({ length: epochs }, () => random.permutation(rows));
  const opening = trainer.open(
    { ...recogniser, weights: 'rows' },
    { rows, x: set.pixels, y: set.labels },
  );
  const training = yield* mapSteps(opening, () => 0);
  try {
    const trained: Float32Array[][] = [];
    for (const [place, dose] of doses.entries()) {
      let epoch = 0;
      const plan = {
        start,
        epochs,
        rate,
        order: () => orders[epoch++]!,
        weights: Float32Array.from({ length: rows }, (_, row) => (row < set.clean + dose ? 1 : 0)),
      };
      const weights = yield* mapSteps(
        training.run(plan),
        ({ step, steps }) => (place + step / steps) / doses.length,
      );
      trained.push(weights);
    }
    return trained;
  } finally {
    training.dispose();
  }
}
