import { labelsOneSided, type Confusion } from './confusion.ts';
import type { Rate } from './intervals/rate.ts';

type Numbers = ArrayLike<number>;

/** The label of a row whose label is not known. */
export const unknownLabel = 2;

/** In the order of 2 · label + decision. `un` and `up`: no label is known, not selected and selected. */
const names = ['tn', 'fp', 'fn', 'tp', 'un', 'up'] as const;
type CellName = (typeof names)[number];

/** One cell of a weighted confusion matrix: its rows, the sum of their weights, and the sum of the squares. */
export interface Cell {
  rows: number;
  weight: number;
  squares: number;
}

/** A confusion matrix that also knows how unequal its weights are: what an interval needs. */
export type GroupCells = Record<CellName, Cell>;

/**
 * The cells of all groups in one pass. `labels` hold 0, 1 and `unknownLabel`, `decisions` 0 and 1, `groups` indices: a row whose index is
 * not below `groupCount` is in no group. `weights` are ≥ 0, null counts every row once.
 */
export function cellsByGroup(
  labels: Numbers,
  decisions: Numbers,
  groups: Numbers,
  groupCount: number,
  weights: Numbers | null,
): GroupCells[] {
  const size = groupCount * names.length;
  const rows = new Uint32Array(size);
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let i = 0; i < labels.length; i++) {
    if (groups[i]! >= groupCount) continue;
    const weight = weights ? weights[i]! : 1;
    const at = groups[i]! * names.length + 2 * labels[i]! + decisions[i]!;
    rows[at]!++;
    sums[at]! += weight;
    squares[at]! += weight * weight;
  }
  return Array.from({ length: groupCount }, (_, group) => {
    const cell = (name: CellName): Cell => {
      const at = group * names.length + names.indexOf(name);
      return { rows: rows[at]!, weight: sums[at]!, squares: squares[at]! };
    };
    return Object.fromEntries(names.map((name) => [name, cell(name)])) as GroupCells;
  });
}

/** The cells of a matrix of plain counts, all of them with a label. */
export function cellsOf(matrix: Record<'tp' | 'fp' | 'fn' | 'tn', number>): GroupCells {
  const cell = (count: number): Cell => ({ rows: count, weight: count, squares: count });
  return {
    tn: cell(matrix.tn),
    fp: cell(matrix.fp),
    fn: cell(matrix.fn),
    tp: cell(matrix.tp),
    un: cell(0),
    up: cell(0),
  };
}

/** Rows that have a label. */
export const labelledRows = (cells: GroupCells): number =>
  sumOfCells(cells, ['tp', 'fp', 'fn', 'tn']).rows;

/** The same rows as if no label were known: they tell of selection alone. */
export const withoutLabels = (cells: GroupCells): GroupCells => ({
  ...cellsOf({ tp: 0, fp: 0, fn: 0, tn: 0 }),
  up: sumOfCells(cells, ['tp', 'fp', 'up']),
  un: sumOfCells(cells, ['fn', 'tn', 'un']),
});

/** The confusion matrix of cells. */
export function confusionOf(cells: GroupCells): Confusion {
  const { tp, fp, fn, tn, up, un } = cells;
  const { rows: count, weight } = sumOfCells(cells, ['tp', 'fp', 'fn', 'tn', 'up', 'un']);
  return {
    ...{ count, weight, tp: tp.weight, fp: fp.weight, fn: fn.weight, tn: tn.weight },
    ...(up.rows + un.rows > 0 && { up: up.weight, un: un.weight }),
  };
}

/** Which cells a rate counts, and which it counts them among besides. */
const parts = {
  selectionRate: [
    ['tp', 'fp', 'up'],
    ['fn', 'tn', 'un'],
  ],
  baseRate: [
    ['tp', 'fn'],
    ['fp', 'tn'],
  ],
  accuracy: [
    ['tp', 'tn'],
    ['fp', 'fn'],
  ],
  tpr: [['tp'], ['fn']],
  fnr: [['fn'], ['tp']],
  fpr: [['fp'], ['tn']],
  ppv: [['tp'], ['fp']],
  npv: [['tn'], ['fn']],
} as const satisfies Record<string, readonly [readonly CellName[], readonly CellName[]]>;
export type CountedRate = keyof typeof parts;

const sumOfCells = (cells: GroupCells, which: readonly CellName[]): Cell =>
  which.reduce<Cell>(
    (sum, name) => ({
      rows: sum.rows + cells[name].rows,
      weight: sum.weight + cells[name].weight,
      squares: sum.squares + cells[name].squares,
    }),
    { rows: 0, weight: 0, squares: 0 },
  );

/** The rows that a rate is of: all of its denominator, whatever they weigh. */
export function rowsOfRate(cells: GroupCells, name: CountedRate): number {
  const [hits, misses] = parts[name].map((which) => sumOfCells(cells, which)) as [Cell, Cell];
  return hits.rows + misses.rows;
}

/** Rates that need no labels, or none of the other side. */
const standsAlone: ReadonlySet<CountedRate> = new Set(['selectionRate', 'ppv', 'npv']);

/** Where fewer rows than this are on a side, how their weights spread can't be told. */
const fewOnASide = 5;

/**
 * A rate with the number of rows that it is worth: of its own denominator, all of them where none is weighted. With weights the number
 * that would give the same variance by linearisation (Särndal, Swensson & Wretman 1992, 5.7); where a side has under five rows, Kish's
 * (Σw)²/Σw² (1965). Never more than there are rows. Null where the denominator is 0, or where `ratesOf` has none for one-sided labels.
 */
export function rateIn(cells: GroupCells, name: CountedRate): Rate | null {
  if (!standsAlone.has(name) && labelsOneSided(confusionOf(cells))) return null;
  const [hits, misses] = parts[name].map((which) => sumOfCells(cells, which)) as [Cell, Cell];
  const weight = hits.weight + misses.weight;
  if (!(weight > 0)) return null;
  const p = hits.weight / weight;
  const rows = hits.rows + misses.rows;
  const kish = weight ** 2 / (hits.squares + misses.squares);
  if (hits.rows < fewOnASide || misses.rows < fewOnASide) return { p, n: Math.min(rows, kish) };
  const spread = (1 - p) ** 2 * hits.squares + p ** 2 * misses.squares;
  const linear = spread > 0 ? (p * (1 - p) * weight ** 2) / spread : kish;
  return { p, n: Math.min(rows, linear) };
}
