/** Rows of numbers, all of one length. */
type Rows = readonly ArrayLike<number>[];

/** The mean of each column; an empty list for no rows. */
export function columnMeans(rows: Rows): Float64Array {
  const width = rows[0]?.length ?? 0;
  const means = new Float64Array(width);
  for (const row of rows) for (let j = 0; j < width; j++) means[j]! += row[j]! / rows.length;
  return means;
}

/** The rows with each column's mean taken away. Throws a RangeError where rows differ in length or hold what is no number. */
export function centred(rows: Rows): Float64Array[] {
  const means = columnMeans(rows);
  return rows.map((row, i) => {
    if (row.length !== means.length)
      throw new RangeError(`Row ${i} has ${row.length} numbers, the first one ${means.length}.`);
    return Float64Array.from(means, (mean, j) => {
      const value = row[j]!;
      if (!Number.isFinite(value))
        throw new RangeError(`Row ${i} holds ${value}, which is no number.`);
      return value - mean;
    });
  });
}

export interface Eigen {
  /** From the largest to the smallest. */
  values: Float64Array;
  /** One for each value, of length 1. The sign is such that the largest entry is positive. */
  vectors: Float64Array[];
}

/**
 * Eigenvalues and vectors of a symmetric matrix, by Jacobi's rotations (Golub & Van Loan, 8.5): slower than power iteration for one vector,
 * but exact for all of them, also where two values are close. Meant for up to about a hundred columns.
 */
export function symmetricEigen(matrix: Rows): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)),
  );
  const size = Math.sqrt(a.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0), 0));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p]![q]! ** 2;
    if (Math.sqrt(off) <= 1e-14 * size) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p]![q]!;
        if (Math.abs(apq) <= 1e-300) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const akp = a[k]![p]!;
          const akq = a[k]![q]!;
          a[k]![p] = c * akp - s * akq;
          a[k]![q] = s * akp + c * akq;
        }
        for (let k = 0; k < n; k++) {
          const apk = a[p]![k]!;
          const aqk = a[q]![k]!;
          a[p]![k] = c * apk - s * aqk;
          a[q]![k] = s * apk + c * aqk;
          const vkp = v[k]![p]!;
          const vkq = v[k]![q]!;
          v[k]![p] = c * vkp - s * vkq;
          v[k]![q] = s * vkp + c * vkq;
        }
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (i, j) => a[j]![j]! - a[i]![i]! || i - j,
  );
  return {
    values: Float64Array.from(order, (i) => a[i]![i]!),
    vectors: order.map((i) => {
      const vector = Float64Array.from({ length: n }, (_, k) => v[k]![i]!);
      const largest = vector.reduce(
        (best, x) => (Math.abs(x) > Math.abs(best) + 1e-12 ? x : best),
        0,
      );
      return largest < 0 ? vector.map((x) => -x) : vector;
    }),
  };
}

export interface Principal {
  means: Float64Array;
  /** Directions of largest spread, each of length 1, the widest first. */
  directions: Float64Array[];
  /** Singular values of the centred rows: the root of the sum of squares along each direction. */
  singular: Float64Array;
  /** Share of all the spread along each direction; null where there is none. */
  explained: (number | null)[];
  /** The centred rows along the directions: one row of `k` numbers for each row given. */
  projected: Float64Array[];
}

/** Principal components (Pearson 1901): the `k` directions along which centred rows spread most. Throws a RangeError without rows. */
export function principal(rows: Rows, k: number): Principal {
  if (rows.length === 0 || rows[0]!.length === 0)
    throw new RangeError('Principal components need at least one row of at least one number.');
  const means = columnMeans(rows);
  const flat = centred(rows);
  const d = means.length;
  const scatter = Array.from({ length: d }, () => new Float64Array(d));
  for (const row of flat) {
    for (let i = 0; i < d; i++) {
      const xi = row[i]!;
      if (xi === 0) continue;
      const into = scatter[i]!;
      for (let j = i; j < d; j++) into[j]! += xi * row[j]!;
    }
  }
  for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) scatter[i]![j] = scatter[j]![i]!;
  const { values, vectors } = symmetricEigen(scatter);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const directions = vectors.slice(0, k);
  return {
    means,
    directions,
    singular: values.map((value) => Math.sqrt(Math.max(0, value))),
    explained: Array.from(values.slice(0, k), (value) =>
      total > 0 ? Math.max(0, value) / total : null,
    ),
    projected: flat.map((row) => Float64Array.from(directions, (direction) => dot(row, direction))),
  };
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
