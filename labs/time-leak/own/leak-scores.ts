import { gather } from '../../math/places.ts';
import { rocAuc } from '../../math/ranking.ts';
import { mostScored, thin } from './alone.ts';
import type { LeakTable } from './leak-table.ts';
import { fitPlain, scorePlain, type PlainModel } from './plain-logistic.ts';
import type { Rebuilt } from './rebuild.ts';
import { meanOf, type Spread } from './spread.ts';
import type { Sides } from './split.ts';

/** AUC of all numeric features together, logistic regression. */
export interface WholeScores {
  /** Over several random splits. */
  random: Spread | null;
  chronological: number | null;
  /** Newer values rebuilt, on the later rows where that can be told; and as the table stands on the same rows. Null without anything rebuilt. */
  rebuilt: number | null;
  same: number | null;
  /** How many rows those are. */
  rebuiltRows: number;
  /** Numeric features that take part. */
  features: number;
}

const mostFitted = 20_000;
const mostFeatures = 30;
const fewestRebuilt = 30;

/** Scores all features together. Numbers of words are no quantities, so only numeric features take part. */
export function scoreWhole(
  table: LeakTable,
  dated: readonly (Rebuilt | null)[],
  sides: Sides | null,
  shuffled: readonly Sides[],
): WholeScores {
  const used = table.features
    .map((feature, k) => ({ feature, rebuilt: dated[k] ?? null }))
    .filter(({ feature }) => feature.kind === 'number')
    .slice(0, mostFeatures);
  const nothing: WholeScores = {
    ...{ random: null, chronological: null, rebuilt: null, same: null },
    ...{ rebuiltRows: 0, features: used.length },
  };
  if (used.length === 0) return nothing;
  const now = used.map(({ feature }) => feature.values);
  const { label } = table;
  const auc = (model: PlainModel, columns: readonly Float64Array[], rows: Uint32Array) =>
    rocAuc(gather(label, rows), scorePlain(model, columns, rows));
  const random = meanOf(
    shuffled.map(({ train, test }) =>
      auc(fitPlain(now, label, thin(train, mostFitted)), now, thin(test, mostScored)),
    ),
  );
  if (!sides) return { ...nothing, random };
  const model = fitPlain(now, label, thin(sides.train, mostFitted));
  const chronological = auc(model, now, thin(sides.test, mostScored));
  if (used.every(({ rebuilt }) => rebuilt === null)) return { ...nothing, random, chronological };
  const then = used.map(({ feature, rebuilt }) => rebuilt?.values ?? feature.values);
  const rows = sides.test.filter((row) =>
    used.every(({ rebuilt }) => rebuilt === null || rebuilt.known[row]),
  );
  if (rows.length < fewestRebuilt) return { ...nothing, random, chronological };
  const tested = thin(rows, mostScored);
  return {
    ...{ ...nothing, random, chronological, rebuiltRows: rows.length },
    rebuilt: auc(model, then, tested),
    same: auc(model, now, tested),
  };
}
