import type { FeatureColumn, TypedTable } from '../data/typed-table.ts';
import { seededRandom } from '../math/random.ts';
import { rocAuc } from '../math/ranking.ts';
import { fitPlain, scorePlain, type PlainModel } from './plain-logistic.ts';

/** AUC of all features together, logistic regression: a random split, in order of time, and rebuilt. */
export interface WholeScores {
  random: number | null;
  chronological: number | null;
  rebuilt: number | null;
}

/** Rows that are scored at most. */
const mostScored = 100_000;

const thin = (rows: Uint32Array, most: number) =>
  rows.length <= most ? rows : rows.filter((_, i) => i % Math.ceil(rows.length / most) === 0);

/**
 * AUC of one feature on the later rows. What each value is worth is learned on the earlier rows: for words their share of positives, for
 * numbers the share in each of twenty bins; empty cells are a bin of their own. `served` is what the later rows show.
 */
export function aloneAuc(
  table: TypedTable,
  feature: FeatureColumn,
  values: Float64Array,
  served: Float64Array,
  train: Uint32Array,
  test: Uint32Array,
): number | null {
  const few = thin(train, mostScored);
  const bin =
    feature.kind === 'words'
      ? (value: number) => (Number.isNaN(value) ? -1 : value)
      : binning(values, few);
  const sums = new Map<number, { positives: number; count: number }>();
  let positives = 0;
  for (const row of few) {
    const own = bin(values[row]!);
    const sum = sums.get(own) ?? { positives: 0, count: 0 };
    sum.positives += table.label[row]!;
    sum.count += 1;
    positives += table.label[row]!;
    sums.set(own, sum);
  }
  const usual = positives / Math.max(1, few.length);
  const worth = (value: number) => {
    const sum = sums.get(bin(value));
    return sum ? (sum.positives + 4 * usual) / (sum.count + 4) : usual;
  };
  const rows = thin(test, mostScored);
  return rocAuc(
    Array.from(rows, (row) => table.label[row]!),
    Array.from(rows, (row) => worth(served[row]!)),
  );
}

function binning(values: Float64Array, rows: Uint32Array): (value: number) => number {
  const sorted = Float64Array.from(
    Array.from(rows, (row) => values[row]!).filter((value) => !Number.isNaN(value)),
  ).sort();
  const edges = Array.from(
    { length: 19 },
    (_, i) => sorted[Math.floor(((i + 1) / 20) * sorted.length)]!,
  ).filter((edge, i, all) => edge !== undefined && edge !== all[i - 1]);
  return (value) => {
    if (Number.isNaN(value)) return -1;
    let place = 0;
    while (place < edges.length && value >= edges[place]!) place += 1;
    return place;
  };
}

/** All features together. Numbers of words are no quantities, so only numeric features take part. */
export function scoreWhole(
  table: TypedTable,
  rebuilt: readonly Float64Array[],
  train: Uint32Array,
  test: Uint32Array,
): WholeScores {
  const used = table.features
    .map((feature, k) => ({ feature, k }))
    .filter(({ feature }) => feature.kind === 'number')
    .slice(0, 30);
  if (used.length === 0) return { random: null, chronological: null, rebuilt: null };
  const now = used.map(({ feature }) => feature.values);
  const then = used.map(({ k }) => rebuilt[k]!);
  const label = table.label;
  const auc = (model: PlainModel, columns: readonly Float64Array[], rows: Uint32Array) =>
    rocAuc(
      Array.from(rows, (row) => label[row]!),
      scorePlain(model, columns, rows),
    );
  const [few, tested] = [thin(train, 20_000), thin(test, mostScored)];
  const shuffled = seededRandom(1).permutation(table.rows);
  const [anyTrain, anyTest] = [
    thin(shuffled.slice(0, train.length), 20_000),
    thin(shuffled.slice(train.length), mostScored),
  ];
  const ordered = fitPlain(now, label, few);
  return {
    random: auc(fitPlain(now, label, anyTrain), now, anyTest),
    chronological: auc(ordered, now, tested),
    rebuilt: auc(ordered, then, tested),
  };
}
