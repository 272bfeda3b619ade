import type { Net } from './net.ts';

/** The rows that a net is trained on. */
export interface TrainingRows {
  rows: number;
  /** Rows × the net's `input`, row-major; in front the stack, where there is one. */
  x: Float32Array;
  /** `sigmoid`: rows × outputs, 0 or 1; in front the stack. `softmax`: each row's class. */
  y: Float32Array | Int32Array;
}

/** One training: where it starts and how long it goes. */
export interface TrainingPlan {
  /** In the order and shapes of `weightShapes`. */
  start: readonly Float32Array[];
  epochs: number;
  /** Adam's learning rate; its other constants are β₁ = 0.9, β₂ = 0.999, ε = 1e-7. */
  rate: number;
  /** Draws the order of the rows, anew for each epoch. Not asked where a step takes all rows. */
  order?: () => ArrayLike<number>;
  /** As the net's `weights` says: of rows, or of rows × outputs. */
  weights?: Float32Array;
  /** Of the first layer's kernel, where the net has a `ridge`. */
  mask?: Float32Array;
}

/** Some steps of a training. */
export interface TrainingChunk {
  /** Steps that are done, these included, and all there are. */
  step: number;
  steps: number;
  /**
   * Losses of these steps, none while it makes ready, one after the other, `lossesPerStep` of each:
   * before the step changed the weights.
   */
  losses: Float32Array;
}

/** A net and its rows, made ready. Several trainings may follow one another. */
export interface Training {
  /**
   * Trains from `start`; yields so often that messages can come in, and returns the weights. The
   * same plan gives the same bits, however the steps were cut into chunks. Throws where a loss is no
   * number any more. Whoever stops in the middle closes the generator.
   */
  run(plan: TrainingPlan): Generator<TrainingChunk, Float32Array[], void>;
  /** Frees what the rows take. */
  dispose(): void;
}

/** Trains nets: what a run is handed. Where and how is the trainer's choice. */
export interface Trainer {
  /**
   * Makes a net ready for training on these rows, yielding between the parts of that. Throws a
   * `RangeError` for a net or rows that fit nothing. The caller disposes what it gets.
   */
  open(net: Net, rows: TrainingRows): Generator<void, Training, void>;
}

/** Makes ready, trains once and cleans up. Yields null while it makes ready; returns the weights. */
export function* trainNet(
  trainer: Trainer,
  net: Net,
  rows: TrainingRows,
  plan: TrainingPlan,
): Generator<TrainingChunk | null, Float32Array[], void> {
  const opening = trainer.open(net, rows);
  let part = opening.next();
  while (!part.done) {
    yield null;
    part = opening.next();
  }
  const training = part.value;
  try {
    return yield* training.run(plan);
  } finally {
    training.dispose();
  }
}
