import type { LabProgress } from '../lab.ts';
import { takePoints, type LossSeries } from './loss-series.ts';
import type { Throttle } from './throttle.ts';
import type { ProgressDetails } from './progress.ts';

/** One step of a training: where it is, in epochs, and the loss of that batch. */
export interface TrainingStep {
  epoch: number;
  loss: number;
}

/** How a training is reported. */
export interface TrainingReport<R, M> {
  epochs: number;
  /** Where the loss goes. */
  losses: LossSeries;
  throttle: Throttle;
  /** A record for the part of the training that is done, 0 to 1. */
  record: (within: number, details: ProgressDetails<R, M>) => LabProgress<R, M>;
}

/** Trains one model to its end; the loss goes out as a series over epochs. */
export async function* reportTraining<R, M>(
  steps: Iterable<TrainingStep>,
  { epochs, losses, throttle, record }: TrainingReport<R, M>,
): AsyncGenerator<LabProgress<R, M>, void, void> {
  for (const { epoch, loss } of steps) {
    losses.add(epoch, loss, epoch / epochs);
    await throttle.yieldToEventLoop();
    if (losses.waiting() && throttle.due()) yield record(epoch / epochs, takePoints(losses));
  }
  yield record(1, takePoints(losses));
}
