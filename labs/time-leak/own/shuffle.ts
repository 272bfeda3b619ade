/** The rows of each label, in their order. */
export type RowsByLabel = readonly [Uint32Array, Uint32Array];

export function rowsByLabel(label: Uint8Array): RowsByLabel {
  const ones = label.reduce((sum, one) => sum + one, 0);
  const sides = [new Uint32Array(label.length - ones), new Uint32Array(ones)] as const;
  const filled = [0, 0];
  for (let i = 0; i < label.length; i++) {
    const side = label[i]! as 0 | 1;
    sides[side][filled[side]!++] = i;
  }
  return sides;
}

/** A column shuffled among the rows of one label: alone it tells as much of the label as before, and of nothing else. */
export function shuffledWithin(
  column: Float64Array,
  sides: RowsByLabel,
  random: { permutation(n: number): Uint32Array },
): Float64Array {
  const shuffled = new Float64Array(column.length);
  for (const rows of sides) {
    const order = random.permutation(rows.length);
    for (let k = 0; k < rows.length; k++) shuffled[rows[k]!] = column[rows[order[k]!]!]!;
  }
  return shuffled;
}
