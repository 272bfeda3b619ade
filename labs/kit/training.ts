import type { LabProgress } from '../lab.ts';
import { takePoints, type LossSeries } from './loss-series.ts';
import type { Throttle } from './throttle.ts';
import type { ProgressDetails } from './progress.ts';
import type { TrainingChunk } from './trainer/trainer.ts';

/** One step of a training: where it is, in epochs, and the loss of that batch. */
export interface TrainingStep {
  epoch: number;
  loss: number;
}

/**
 * The steps of a training that a trainer makes in chunks, one by one; null while it makes ready. For nets of one loss. Returns the
 * weights.
 */
export function* stepsOf(
  chunks: Generator<TrainingChunk | null, Float32Array[], void>,
  epochs: number,
): Generator<TrainingStep | null, Float32Array[], void> {
  try {
    let chunk = chunks.next();
    for (; !chunk.done; chunk = chunks.next()) {
      if (!chunk.value?.losses.length) {
        yield null;
        continue;
      }
      const { step, steps, losses } = chunk.value;
      for (const [k, loss] of losses.entries())
        yield { epoch: ((step - losses.length + k + 1) * epochs) / steps, loss };
    }
    return chunk.value;
  } finally {
    chunks.return([]);
  }
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

/** Trains one model to its end; the loss goes out as a series over epochs. A step is null where the training still makes ready. */
export async function* reportTraining<R, M>(
  steps: Iterable<TrainingStep | null>,
  { epochs, losses, throttle, record }: TrainingReport<R, M>,
): AsyncGenerator<LabProgress<R, M>, void, void> {
  for (const step of steps) {
    await throttle.yieldToEventLoop();
    if (step === null) continue;
    const { epoch, loss } = step;
    losses.add(epoch, loss, epoch / epochs);
    if (losses.waiting() && throttle.due()) yield record(epoch / epochs, takePoints(losses));
  }
  yield record(1, takePoints(losses));
}
