/**
 * The contract's `mostLetters` and `lostMs`: imported, they would bring the contract's schemas, and
 * zod with them. A test holds them together.
 */
export const mostLetters = 140;
export const lostMs = 60_000;
