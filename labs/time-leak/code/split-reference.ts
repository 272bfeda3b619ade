interface Row {
  readonly user: number;
  readonly time: number;
}

/** The reference for many rows: places of each part, ascending. The tests' own looks row by row through all others. */
export function referenceSplit(rows: readonly Row[], cut: number, gap: number) {
  const places = rows.map((_, i) => i);
  const test = places.filter((i) => rows[i]!.time >= cut);
  const tested = new Set(test.map((i) => rows[i]!.user));
  const train = places.filter((i) => rows[i]!.time < cut - gap && !tested.has(rows[i]!.user));
  return { train, test };
}
