/** Rows in lists: a value may change places with those of its own list. */
export type Strata = readonly Uint32Array[];

/** The rows of each label, in their order: of all rows, or of these. */
export function rowsByLabel(label: Uint8Array, among: Uint32Array | null = null): Strata {
  const size = among?.length ?? label.length;
  const rowAt = (k: number) => (among ? among[k]! : k);
  let ones = 0;
  for (let k = 0; k < size; k++) ones += label[rowAt(k)]!;
  const sides = [new Uint32Array(size - ones), new Uint32Array(ones)] as const;
  const filled = [0, 0];
  for (let k = 0; k < size; k++) {
    const row = rowAt(k);
    const side = label[row]! as 0 | 1;
    sides[side][filled[side]!++] = row;
  }
  return sides;
}

/** A column shuffled within lists that hold every row. Within the rows of one label it tells as much of the label as before, and of nothing else. */
export function shuffledWithin(
  column: Float64Array,
  strata: Strata,
  random: { permutation(n: number): Uint32Array },
): Float64Array {
  const shuffled = new Float64Array(column.length);
  for (const rows of strata) {
    const order = random.permutation(rows.length);
    for (let k = 0; k < rows.length; k++) shuffled[rows[k]!] = column[rows[order[k]!]!]!;
  }
  return shuffled;
}
