/**
 * Reweighing (Kamiran & Calders 2012): each row of group g with label y weighs P(g)·P(y) / P(g, y), so that label and group are
 * independent in the weighted data. `counts[g]` holds the rows of group g with label 0 and 1; null for a cell without rows.
 */
export function reweighing(
  counts: readonly (readonly [number, number])[],
): [number | null, number | null][] {
  const n = counts.reduce((sum, [negative, positive]) => sum + negative + positive, 0);
  const byLabel = [0, 1].map((label) => counts.reduce((sum, row) => sum + row[label]!, 0)) as [
    number,
    number,
  ];
  return counts.map((row) => {
    const inGroup = row[0] + row[1];
    const weight = (label: 0 | 1) =>
      row[label] > 0 ? (inGroup * byLabel[label]) / (n * row[label]) : null;
    return [weight(0), weight(1)];
  });
}
