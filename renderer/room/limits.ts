/** The contract's `mostLetters`: imported, it would bring the contract's schemas, and zod with them. A test holds the two together. */
export const mostLetters = 140;
