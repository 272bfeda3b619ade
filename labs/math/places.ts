/** The whole numbers from one place up to another, which is not among them. */
export function places(from: number, to: number): Uint32Array {
  const all = new Uint32Array(to - from);
  for (let i = 0; i < all.length; i++) all[i] = from + i;
  return all;
}

type TypedNumbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/**
 * The values that stand at some places, in their order: what `from` with a function gives, without the list that it makes first, which
 * is twice as large as the values.
 */
export function gather<T extends TypedNumbers>(values: T, at: Uint32Array): T {
  const taken = new (values.constructor as new (length: number) => T)(at.length);
  for (let i = 0; i < at.length; i++) taken[i] = values[at[i]!]!;
  return taken;
}
