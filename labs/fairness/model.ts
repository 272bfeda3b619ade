import { mapSteps } from '../kit/steps.ts';
import type { Net } from '../kit/trainer/net.ts';
import { trainNet, type Trainer } from '../kit/trainer/trainer.ts';
import { featureCount, maskOf, type FeatureSet, type Logistic } from './features.ts';

/** One of the models that are trained side by side: what it may look at, and what each training row weighs. */
export interface ModelSpec {
  features: FeatureSet;
  /** What it learns: 0 or 1 for each training row. */
  labels: Uint8Array;
  /** Mean 1. Null: every row weighs the same. */
  weights: Float32Array | null;
}

/** Some steps of a training. */
export interface TrainingSteps {
  /** Steps that are done; 0 while it makes ready. */
  step: number;
  /** Mean cross-entropy of each model, step after step. */
  losses: number[][];
}

const learningRate = 0.05;
const l2 = 1e-4;

/** All models as one layer, features × models. Columns of the design matrix that a model may not use are masked, so the models don't touch each other. */
const netOf = (models: number): Net => ({
  input: [featureCount],
  layers: [{ kind: 'dense', inputs: featureCount, units: models, relu: false }],
  loss: 'sigmoid',
  outputs: models,
  batch: null,
  weights: 'each',
  ridge: l2,
});

/**
 * Trains all models at once as one matrix of weights. Full batches, Adam; cross-entropy weighted by row plus a small ridge term, so
 * the answer is unique and hardly depends on the start (zero). Yields after some steps.
 * @param x row-major design matrix
 */
export function* trainModels(
  trainer: Trainer,
  x: Float32Array,
  specs: readonly ModelSpec[],
  steps: number,
): Generator<TrainingSteps, Logistic[], void> {
  const rows = x.length / featureCount;
  const models = specs.length;
  const together = (columns: (spec: ModelSpec) => Float32Array | Uint8Array, length: number) =>
    interleave(specs.map(columns), length);
  const mask = together(({ features }) => maskOf(features), featureCount);
  const training = trainNet(
    trainer,
    netOf(models),
    { rows, x, y: together(({ labels }) => labels, rows) },
    {
      start: [new Float32Array(featureCount * models), new Float32Array(models)],
      epochs: steps,
      rate: learningRate,
      weights: together(({ weights }) => weights ?? new Float32Array(rows).fill(1), rows),
      mask,
    },
  );
  const [found, intercepts] = yield* mapSteps(training, (chunk) => ({
    step: chunk?.step ?? 0,
    losses: chunk ? rowsOf(chunk.losses, models) : [],
  }));
  return specs.map((_, m) => ({
    weights: Array.from({ length: featureCount }, (__, k) => {
      const at = k * models + m;
      return found![at]! * mask[at]!;
    }),
    intercept: intercepts![m]!,
  }));
}

const rowsOf = (flat: Float32Array, width: number): number[][] =>
  Array.from({ length: flat.length / width }, (_, row) =>
    Array.from(flat.subarray(row * width, (row + 1) * width)),
  );

/** Puts columns side by side, row-major. */
function interleave(columns: readonly (Float32Array | Uint8Array)[], rows: number): Float32Array {
  const together = new Float32Array(rows * columns.length);
  columns.forEach((column, at) =>
    column.forEach((value, row) => void (together[row * columns.length + at] = value)),
  );
  return together;
}
