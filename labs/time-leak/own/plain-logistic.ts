import { solve } from '../logistic.ts';

/** Logistic regression in plain JavaScript, for a worker that has no TensorFlow. */
export interface PlainModel {
  mean: Float64Array;
  sd: Float64Array;
  /** Intercept, then for each column its weight and that of its empty cells. */
  weights: Float64Array;
}

const ridge = 1;

/** The intercept is held back hardly at all: only so far that there is one solution. */
const penalty = (feature: number): number => (feature === 0 ? 1e-6 : ridge);

function rowOf(
  columns: readonly Float64Array[],
  row: number,
  { mean, sd }: Pick<PlainModel, 'mean' | 'sd'>,
  into: Float64Array,
): void {
  into[0] = 1;
  for (let k = 0; k < columns.length; k++) {
    const value = columns[k]![row]!;
    const empty = Number.isNaN(value);
    // An empty cell is its own sign, and stands at the mean: 0 would be a value like any other.
    into[1 + 2 * k] = empty ? 0 : Math.max(-6, Math.min(6, (value - mean[k]!) / sd[k]!));
    into[2 + 2 * k] = empty ? 1 : 0;
  }
}

/** Fits by Newton's method on the rows named; columns are scaled by these rows alone. */
export function fitPlain(
  columns: readonly Float64Array[],
  label: ArrayLike<number>,
  rows: Uint32Array,
): PlainModel {
  const n = columns.length;
  const mean = new Float64Array(n);
  const sd = new Float64Array(n).fill(1);
  columns.forEach((column, k) => {
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      const value = column[row]!;
      if (Number.isNaN(value)) continue;
      count += 1;
      const before = sum;
      sum += (value - sum) / count;
      squares += (value - before) * (value - sum);
    }
    mean[k] = sum;
    sd[k] = count > 1 && squares > 0 ? Math.sqrt(squares / count) : 1;
  });
  const size = 1 + 2 * n;
  const weights = new Float64Array(size);
  const x = new Float64Array(size);
  for (let step = 0; step < 12; step++) {
    const hessian = Array.from({ length: size }, (_, a) =>
      Float64Array.from({ length: size }, (_unused, b) => (a === b ? penalty(a) : 0)),
    );
    const gradient = weights.map((weight, a) => penalty(a) * weight);
    for (const row of rows) {
      rowOf(columns, row, { mean, sd }, x);
      let logit = 0;
      for (let a = 0; a < size; a++) logit += weights[a]! * x[a]!;
      const chance = 1 / (1 + Math.exp(-logit));
      const [wrong, spread] = [chance - label[row]!, chance * (1 - chance)];
      for (let a = 0; a < size; a++) {
        const scaled = spread * x[a]!;
        if (x[a] === 0) continue;
        gradient[a]! += wrong * x[a]!;
        const line = hessian[a]!;
        for (let b = 0; b < size; b++) line[b]! += scaled * x[b]!;
      }
    }
    const move = solve(hessian, gradient);
    let largest = 0;
    for (let a = 0; a < size; a++) {
      const by = Math.max(-4, Math.min(4, move[a]!));
      weights[a]! -= by;
      largest = Math.max(largest, Math.abs(by));
    }
    if (largest < 1e-5) break;
  }
  return { mean, sd, weights };
}

/** Log-odds of the rows named. */
export function scorePlain(
  model: PlainModel,
  columns: readonly Float64Array[],
  rows: Uint32Array,
): Float64Array {
  const x = new Float64Array(model.weights.length);
  const scores = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    rowOf(columns, rows[i]!, model, x);
    let logit = 0;
    for (let a = 0; a < x.length; a++) logit += model.weights[a]! * x[a]!;
    scores[i] = logit;
  }
  return scores;
}
