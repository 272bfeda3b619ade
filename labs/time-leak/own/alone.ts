import { rocAuc } from '../../math/ranking.ts';
import type { FeatureColumn } from './leak-table.ts';

/** Rows that are scored at most. */
export const mostScored = 100_000;

export const thin = (rows: Uint32Array, most: number) =>
  rows.length <= most ? rows : rows.filter((_, i) => i % Math.ceil(rows.length / most) === 0);

/**
 * AUC of one feature on the tested rows. What each value is worth is learned on the others: for words their share of positives, for
 * numbers the share in each of twenty bins; empty cells are a bin of their own. `served` is what the tested rows show. Null without both
 * labels among them, or nothing to learn from.
 */
export function aloneAuc(
  label: Uint8Array,
  kind: FeatureColumn['kind'],
  values: Float64Array,
  served: Float64Array,
  train: Uint32Array,
  test: Uint32Array,
): number | null {
  const few = thin(train, mostScored);
  if (few.length === 0) return null;
  const bin =
    kind === 'words' ? (value: number) => (Number.isNaN(value) ? -1 : value) : binning(values, few);
  const sums = new Map<number, { positives: number; count: number }>();
  let positives = 0;
  for (const row of few) {
    const own = bin(values[row]!);
    const sum = sums.get(own) ?? { positives: 0, count: 0 };
    sum.positives += label[row]!;
    sum.count += 1;
    positives += label[row]!;
    sums.set(own, sum);
  }
  const usual = positives / few.length;
  const worth = (value: number) => {
    const sum = sums.get(bin(value));
    return sum ? (sum.positives + 4 * usual) / (sum.count + 4) : usual;
  };
  const rows = thin(test, mostScored);
  return rocAuc(
    Uint8Array.from(rows, (row) => label[row]!),
    Float64Array.from(rows, (row) => worth(served[row]!)),
  );
}

function binning(values: Float64Array, rows: Uint32Array): (value: number) => number {
  const sorted = Float64Array.from(rows, (row) => values[row]!)
    .filter((value) => !Number.isNaN(value))
    .sort();
  // Halfway between two values that occur: one that does not is nearer to either.
  const edges = new Set<number>();
  for (let i = 1; i < 20; i++) {
    const value = sorted[Math.floor((i / 20) * sorted.length)];
    const below = value === undefined ? -1 : firstOf(sorted, value) - 1;
    if (below >= 0) edges.add((sorted[below]! + value!) / 2);
  }
  const cuts = [...edges];
  return (value) => {
    if (Number.isNaN(value)) return -1;
    let place = 0;
    while (place < cuts.length && value >= cuts[place]!) place += 1;
    return place;
  };
}

/** The first place of a value in a sorted list that holds it. */
function firstOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
