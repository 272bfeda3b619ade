import type { Tf } from '../lab.ts';
import type { Tensor2D } from '../tensors.ts';

/** Pulls every weight but the intercept towards 0, only enough that a column of zeros gets a weight of 0. */
const ridge = 0.01;

/** The intercept is held back hardly at all: only so far that there is one solution. */
const penalty = (feature: number): number => (feature === 0 ? 1e-6 : ridge);
const mostSteps = 25;
const closeEnough = 1e-5;

/**
 * Fits many logistic regressions at once, each on its own rows of one table, by Newton's method.
 * `x` is rows × features with a first column of ones, `y` rows × 1, `rowWeights` rows × models (0
 * or 1). Newton's steps do not depend on the features' scale, so nothing has to be normalised.
 * Yields after every step; returns the weights, features × models, which the caller disposes.
 * The gradient and the Hessian of all models are two products of matrices; what is left is solving
 * small systems, done here.
 */
export function* fitLogistic(
  tf: Tf,
  x: Tensor2D,
  y: Tensor2D,
  rowWeights: Tensor2D,
): Generator<number, Tensor2D, void> {
  const [rows, features] = x.shape;
  const models = rowWeights.shape[1];
  const pairs = tf.tidy(
    () =>
      tf.reshape(tf.mul(tf.expandDims(x, 2), tf.expandDims(x, 1)), [
        rows,
        features * features,
      ]) as Tensor2D,
  );
  const weights = new Float64Array(features * models);
  const given = (values: Float64Array) =>
    tf.tensor2d(Float32Array.from(values), [features, models]);
  try {
    for (let step = 1; step <= mostSteps; step++) {
      const [gradient, hessian] = tf.tidy(() => {
        const chance = tf.sigmoid(tf.matMul(x, given(weights)));
        const wrong = tf.mul(rowWeights, tf.sub(chance, y));
        const spread = tf.mul(rowWeights, tf.mul(chance, tf.sub(1, chance)));
        return [
          tf.matMul(x, wrong as Tensor2D, true).dataSync(),
          tf.matMul(pairs, spread as Tensor2D, true).dataSync(),
        ];
      });
      const largest = newtonStep(weights, gradient!, hessian!, features, models);
      yield step;
      if (largest < closeEnough) break;
    }
    return given(weights);
  } finally {
    pairs.dispose();
  }
}

/** Moves every model's weights by one Newton step, at most 4 in any weight; returns the largest move. */
function newtonStep(
  weights: Float64Array,
  gradient: ArrayLike<number>,
  hessian: ArrayLike<number>,
  features: number,
  models: number,
): number {
  let largest = 0;
  for (let k = 0; k < models; k++) {
    const matrix = Array.from({ length: features }, (_, a) =>
      Float64Array.from(
        { length: features },
        (_unused, b) => hessian[(a * features + b) * models + k]! + (a === b ? penalty(a) : 0),
      ),
    );
    const side = Float64Array.from(
      { length: features },
      (_, a) => gradient[a * models + k]! + penalty(a) * weights[a * models + k]!,
    );
    const move = solve(matrix, side);
    const reach = move.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const part = reach > 4 ? 4 / reach : 1;
    for (let a = 0; a < features; a++) weights[a * models + k]! -= part * move[a]!;
    largest = Math.max(largest, reach);
  }
  return largest;
}

/** Solves a symmetric positive definite system by Cholesky's method. */
export function solve(matrix: readonly Float64Array[], side: Float64Array): Float64Array {
  const n = side.length;
  const lower = matrix.map((row) => Float64Array.from(row));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j]![j]!;
    }
  }
  const found = Float64Array.from(side);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) found[i]! -= lower[i]![k]! * found[k]!;
    found[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) found[i]! -= lower[k]![i]! * found[k]!;
    found[i]! /= lower[i]![i]!;
  }
  return found;
}
