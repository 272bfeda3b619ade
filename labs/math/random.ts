/** Seeded random numbers: the only randomness a lab may use. Implemented in `labs/math` by `seededRandom`. */
export interface Random {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** Uniform integer in [0, n). */
  integer(n: number): number;
  /** A 31-bit seed for a TensorFlow.js initializer. */
  seed(): number;
  /** A permutation of 0 … n−1 (Fisher–Yates). */
  permutation(n: number): Uint32Array;
  /** An independent stream for one purpose; depends on this generator's seed and the label, not on what was drawn. */
  fork(label: string): Random;
}
