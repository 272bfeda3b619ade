import { places } from '../../math/places.ts';
import { seededRandom } from '../../math/random.ts';
import { learnAlone, scoreAlone } from './alone.ts';
import type { FeatureColumn, LeakTable } from './leak-table.ts';
import { fromRowBefore, rowBefore } from './rebuild.ts';
import { rowsByLabel, shuffledWithin } from './shuffle.ts';
import type { Sides } from './split.ts';

/** How an honest input of the same strength falls when it is rebuilt from the owner's row before. */
export interface Placebo {
  mean: number;
  /** Of so many such inputs the one that falls second furthest. */
  high: number;
  rounds: number;
}

/** How far a score falls when its feature is rebuilt. Under 0.5 nothing is known, and there is no less to know. */
export const fallOf = (same: number | null, rebuilt: number | null): number =>
  Math.max(0.5, same ?? 0) - Math.max(0.5, rebuilt ?? 0);

/** A fall has to be further than that of a placebo by this much. */
export const placeboMargin = 0.02;
const most = 20;
const fewest = 5;
/** Standard deviations between the placebos' mean and a fall that no further placebo could reach. */
const farOut = 6;

/**
 * The same fall for inputs that are honest and as strong: the feature's own values shuffled among the rows of one label. They belong to the
 * event alone, so the owner's row before tells no more of them than of anything. Values stay on their side of the cut. What tells more of
 * the later rows, by luck or because times change, has placebos that do so too: else their falls would be smaller for this reason alone.
 *
 * There are twenty, or as many, five at least, as leave no doubt whether `fall` is beyond all but one of them: two of them fall as far, or
 * it is six of their standard deviations beyond their mean.
 */
export function placeboFall(
  table: LeakTable,
  feature: FeatureColumn,
  { train, test }: Sides,
  fall: number,
): Placebo {
  const random = seededRandom(3).fork(`placebo ${feature.name}`);
  const strata = sidesOf(table.rows, [train, test]).flatMap((rows) =>
    rowsByLabel(table.label, rows),
  );
  const before = rowBefore(table);
  const falls: number[] = [];
  while (falls.length < most && !clear(falls, fall)) {
    const values = shuffledWithin(feature.values, strata, random.fork(String(falls.length)));
    const alone = learnAlone(table.label, feature, values, train);
    const score = (served: Float64Array) => alone && scoreAlone(alone, table.label, served, test);
    falls.push(fallOf(score(values), score(fromRowBefore(values, before).values)));
  }
  return { mean: meanOf(falls), high: secondFurthest(falls), rounds: falls.length };
}

/** Rows that are learned from, rows that are scored, and the others. */
function sidesOf(rows: number, sides: readonly Uint32Array[]): Uint32Array[] {
  const isTaken = new Uint8Array(rows);
  for (const side of sides) for (const row of side) isTaken[row] = 1;
  return [...sides, places(0, rows).filter((row) => !isTaken[row])];
}

function clear(falls: readonly number[], fall: number): boolean {
  if (falls.length < fewest) return false;
  if (secondFurthest(falls) + placeboMargin >= fall) return true;
  const mean = meanOf(falls);
  const squares = falls.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return fall > mean + placeboMargin + farOut * Math.sqrt(squares / (falls.length - 1));
}

const meanOf = (falls: readonly number[]) =>
  falls.reduce((sum, one) => sum + one, 0) / falls.length;
const secondFurthest = (falls: readonly number[]) => [...falls].sort((a, b) => b - a)[1]!;
