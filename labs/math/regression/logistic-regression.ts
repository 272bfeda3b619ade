/** A fitted model: chance = 1 / (1 + exp(−intercept − Σ weight·x)). */
interface LogisticFit {
  weights: Float64Array;
  intercept: number;
}

const mostSteps = 25;
const closeEnough = 1e-6;
/** Penalty on the squared weights, in rows: only enough that there is one answer where columns repeat one another. */
const ridge = 1;

/**
 * Logistic regression by Newton's method, without TensorFlow: for workers and the command line.
 * @param columns one for each feature, all of one length, roughly of scale 1
 * @param labels 0 or 1 for each row @param rowWeights null weighs every row 1
 */
export function fitLogistic(
  columns: readonly Float64Array[],
  labels: ArrayLike<number>,
  rowWeights: ArrayLike<number> | null = null,
): LogisticFit {
  const size = columns.length + 1;
  const theta = new Float64Array(size);
  for (let step = 0; step < mostSteps; step++) {
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    const gradient = new Float64Array(size);
    const row = new Float64Array(size);
    row[size - 1] = 1;
    for (let i = 0; i < labels.length; i++) {
      let logit = theta[size - 1]!;
      for (let k = 0; k < columns.length; k++) {
        row[k] = columns[k]![i]!;
        logit += theta[k]! * row[k]!;
      }
      const weight = rowWeights?.[i] ?? 1;
      const chance = 1 / (1 + Math.exp(-logit));
      const wrong = weight * (chance - labels[i]!);
      const curve = weight * chance * (1 - chance);
      for (let a = 0; a < size; a++) {
        if (row[a] === 0) continue;
        gradient[a]! += wrong * row[a]!;
        const scaled = curve * row[a]!;
        const line = hessian[a]!;
        for (let b = 0; b <= a; b++) line[b]! += scaled * row[b]!;
      }
    }
    for (let a = 0; a < size; a++) {
      const held = a === size - 1 ? 1e-6 : ridge;
      gradient[a]! += held * theta[a]!;
      hessian[a]![a]! += held;
    }
    const move = solveSymmetric(hessian, gradient);
    let largest = 0;
    for (let a = 0; a < size; a++) {
      // Newton overshoots where the classes are almost apart.
      const by = Math.max(-4, Math.min(4, move[a]!));
      theta[a]! -= by;
      largest = Math.max(largest, Math.abs(by));
    }
    if (largest < closeEnough) break;
  }
  return { weights: theta.slice(0, size - 1), intercept: theta[size - 1]! };
}

/** Chances in (0, 1) of every row. */
export function chancesOf(
  { weights, intercept }: LogisticFit,
  columns: readonly Float64Array[],
  rows: number,
): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => {
    let logit = intercept;
    for (let k = 0; k < columns.length; k++) logit += weights[k]! * columns[k]![i]!;
    return 1 / (1 + Math.exp(-logit));
  });
}

/** Solves A·x = b by Cholesky's method. `lower`: the lower half of a positive definite A; it is overwritten. */
function solveSymmetric(lower: readonly Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = lower[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j]![j]!;
    }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
