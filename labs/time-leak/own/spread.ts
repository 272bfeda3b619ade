/** A mean over several shuffles, and how far they lie apart. */
export interface Spread {
  mean: number;
  /** Standard deviation from shuffle to shuffle. */
  sd: number;
  shuffles: number;
}

/** The mean of what is defined; null where nothing is. */
export function meanOf(values: readonly (number | null)[]): Spread | null {
  const defined = values.filter((value) => value !== null);
  if (defined.length === 0) return null;
  const mean = defined.reduce((sum, value) => sum + value, 0) / defined.length;
  const squares = defined.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = defined.length > 1 ? Math.sqrt(squares / (defined.length - 1)) : 0;
  return { mean, sd, shuffles: defined.length };
}
