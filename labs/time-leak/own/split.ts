import { places } from '../../math/places.ts';
import { seededRandom } from '../../math/random.ts';
import type { LeakTable } from './leak-table.ts';

/** Rows that are learned from and rows that are scored, by their places. */
export interface Sides {
  train: Uint32Array;
  test: Uint32Array;
}

export interface TimeSplit extends Sides {
  /** The first time of the later rows; null where no cut leaves enough on both sides. */
  cut: number | null;
  /** Rows before and after a cut at the moment nearest to seven tenths of the rows, whatever it leaves. */
  usual: { train: number; test: number };
  /** Whether that cut would not do and another is taken. */
  moved: boolean;
}

const trainShare = 0.7;
const fewestRows = 10;

/**
 * Cuts rows that stand in order of time into earlier and later ones: at seven tenths, or at the nearest moment that leaves at least ten
 * rows and both labels on each side. Rows of one moment stay together.
 */
export function splitByTime(table: LeakTable): TimeSplit {
  const { rows, time, label } = table;
  const positives = new Uint32Array(rows + 1);
  for (let i = 0; i < rows; i++) positives[i + 1] = positives[i]! + label[i]!;
  const wanted = Math.floor(rows * trainShare);
  const both = (from: number, to: number) => {
    const ones = positives[to]! - positives[from]!;
    return to - from >= fewestRows && ones > 0 && ones < to - from;
  };
  const nearer = (at: number, than: number) =>
    than < 0 || Math.abs(at - wanted) < Math.abs(than - wanted);
  let [nearest, best] = [-1, -1];
  for (let at = 1; at < rows; at++) {
    if (time[at - 1] === time[at]) continue;
    if (nearer(at, nearest)) nearest = at;
    if (nearer(at, best) && both(0, at) && both(at, rows)) best = at;
  }
  // Of one moment alone nothing is earlier.
  const usual = Math.max(0, nearest);
  const counts = { train: usual, test: rows - usual };
  if (best < 0)
    return {
      cut: null,
      usual: counts,
      moved: false,
      train: places(0, usual),
      test: places(usual, rows),
    };
  return {
    cut: time[best]!,
    usual: counts,
    moved: best !== nearest,
    train: places(0, best),
    test: places(best, rows),
  };
}

/** Several random splits with as many rows on each side, the same for the same table. */
export function randomSplits(rows: number, trainRows: number): Sides[] {
  const random = seededRandom(1);
  return Array.from({ length: shuffles(rows) }, () => {
    const order = random.permutation(rows);
    return { train: order.slice(0, trainRows), test: order.slice(trainRows) };
  });
}

/** A large table says the same in every shuffle. */
const shuffles = (rows: number): number => {
  if (rows > 200_000) return 3;
  return rows > 20_000 ? 5 : 20;
};
