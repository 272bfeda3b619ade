import { rocAuc } from '../../math/ranking.ts';
import type { FeatureColumn } from './leak-table.ts';

/** Rows that are scored at most. */
export const mostScored = 100_000;

export const thin = (rows: Uint32Array, most: number) => {
  const step = Math.ceil(rows.length / most);
  if (step <= 1) return rows;
  const kept = new Uint32Array(Math.ceil(rows.length / step));
  for (let i = 0; i < kept.length; i++) kept[i] = rows[i * step]!;
  return kept;
};

type Kind = Pick<FeatureColumn, 'kind' | 'words'>;

/** What each value of one feature is worth: for words their share of positives, for numbers that of their bin; empty cells are a bin. */
interface Alone {
  /** The bin of a value, from 0. */
  bin: (value: number) => number;
  /** Of each bin the share of positives, drawn to the usual share by four rows; the usual share where it is empty. */
  worth: Float64Array;
}

/** Learns what the values of one feature are worth. Null without rows to learn from. */
export function learnAlone(
  label: Uint8Array,
  { kind, words }: Kind,
  values: Float64Array,
  train: Uint32Array,
): Alone | null {
  const rows = thin(train, mostScored);
  if (rows.length === 0) return null;
  const { bin, bins } =
    kind === 'words' ? { bin: binOfWord, bins: words.length + 1 } : binning(values, rows);
  const { ones, counts } = countBins(label, values, rows, { bin, bins });
  const positives = ones.reduce((sum, one) => sum + one, 0);
  const usual = positives / rows.length;
  const worth = Float64Array.from(counts, (count, k) =>
    count === 0 ? usual : (ones[k]! + 4 * usual) / (count + 4),
  );
  return { bin, worth };
}

/**
 * AUC of one feature on the tested rows, of which `served` is what they show. Rows of one bin are tied, so bins are counted and no row is
 * sorted. Null without both labels among the rows.
 */
export function scoreAlone(
  { bin, worth }: Alone,
  label: Uint8Array,
  served: Float64Array,
  test: Uint32Array,
): number | null {
  const tested = thin(test, mostScored);
  const { ones, counts } = countBins(label, served, tested, { bin, bins: worth.length });
  return rocAuc(
    [...counts.map(() => 0), ...counts.map(() => 1)],
    [...worth, ...worth],
    [...counts.map((count, k) => count - ones[k]!), ...ones],
  );
}

/** Both: learned on some rows, scored on others. */
export function aloneAuc(
  label: Uint8Array,
  kind: Kind,
  values: Float64Array,
  train: Uint32Array,
  test: Uint32Array,
): number | null {
  const alone = learnAlone(label, kind, values, train);
  return alone && scoreAlone(alone, label, values, test);
}

/** The rows of each bin, and those with label 1. */
function countBins(
  label: Uint8Array,
  values: Float64Array,
  rows: Uint32Array,
  { bin, bins }: { bin: Alone['bin']; bins: number },
): { ones: Float64Array; counts: Float64Array } {
  const [ones, counts] = [new Float64Array(bins), new Float64Array(bins)];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const own = bin(values[row]!);
    counts[own]! += 1;
    ones[own]! += label[row]!;
  }
  return { ones, counts };
}

const binOfWord = (value: number) => (Number.isNaN(value) ? 0 : value + 1);

const numberBins = 20;

/**
 * Bins of about as many rows each. A value that fills a whole such part has a bin of its own: beside it the few rows with another value,
 * such as an amount that is 0 in nearly all, would not be told from it.
 */
function binning(values: Float64Array, rows: Uint32Array): { bin: Alone['bin']; bins: number } {
  const sorted = new Float64Array(rows.length);
  let filled = 0;
  for (const row of rows) {
    const value = values[row]!;
    if (!Number.isNaN(value)) sorted[filled++] = value;
  }
  const known = sorted.subarray(0, filled).sort();
  const isCommon = (value: number) =>
    (firstAbove(known, value) - firstFrom(known, value)) * numberBins >= filled;
  const edges = new Set<number>();
  const cutBefore = (place: number) => {
    if (place === 0 || place === filled) return;
    const [below, above] = [known[place - 1]!, known[place]!];
    edges.add(below + (above - below) * cutAt(isCommon(below), isCommon(above)));
  };
  for (let i = 1; i < numberBins && filled > 0; i++) {
    const value = known[Math.floor((i / numberBins) * filled)]!;
    cutBefore(firstFrom(known, value));
    if (isCommon(value)) cutBefore(firstAbove(known, value));
  }
  const cuts = Float64Array.from(edges).sort();
  const bin = (value: number) => {
    if (Number.isNaN(value)) return 0;
    let place = 0;
    while (place < cuts.length && value >= cuts[place]!) place += 1;
    return place + 1;
  };
  return { bin, bins: cuts.length + 2 };
}

/**
 * How far between two values that occur they are cut. A value that does not occur is nearer to either, so halfway; but it is not the common
 * one of the two, or it would have occurred.
 */
function cutAt(belowIsCommon: boolean, aboveIsCommon: boolean): number {
  if (belowIsCommon === aboveIsCommon) return 1 / 2;
  return belowIsCommon ? 1 / 1024 : 1023 / 1024;
}

/** The first place in a sorted list of a value that is not less, and of one that is more. */
const firstFrom = (sorted: Float64Array, value: number) =>
  placeOf(sorted, (other) => other < value);
const firstAbove = (sorted: Float64Array, value: number) =>
  placeOf(sorted, (other) => other <= value);

function placeOf(sorted: Float64Array, before: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
