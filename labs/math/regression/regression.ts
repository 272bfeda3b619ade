/**
 * Least squares line y = intercept + slope·x with neither part below zero: a time can't be negative, and noise must not make
 * it so. Where the free fit breaks that, the better of the two fits with one part at zero is taken.
 * Throws a RangeError for no points or lists of different length; one point (or one x) gives a flat line.
 */
export function nonNegativeLine(
  x: readonly number[],
  y: readonly number[],
): { intercept: number; slope: number } {
  if (x.length === 0 || x.length !== y.length)
    throw new RangeError('A line needs as many y as x, and at least one of each.');
  const n = x.length;
  const meanX = x.reduce((sum, v) => sum + v, 0) / n;
  const meanY = y.reduce((sum, v) => sum + v, 0) / n;
  let sxx = 0;
  let sxy = 0;
  let x2 = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    sxx += (x[i]! - meanX) ** 2;
    sxy += (x[i]! - meanX) * (y[i]! - meanY);
    x2 += x[i]! ** 2;
    xy += x[i]! * y[i]!;
  }
  const slope = sxx > 0 ? sxy / sxx : 0;
  const free = { intercept: meanY - slope * meanX, slope };
  if (free.intercept >= 0 && free.slope >= 0) return free;
  const flat = { intercept: Math.max(0, meanY), slope: 0 };
  const throughZero = { intercept: 0, slope: x2 > 0 ? Math.max(0, xy / x2) : 0 };
  const error = (line: { intercept: number; slope: number }) =>
    x.reduce((sum, v, i) => sum + (y[i]! - line.intercept - line.slope * v) ** 2, 0);
  return error(flat) <= error(throughZero) ? flat : throughZero;
}
