import {
  blockAuc,
  blockAucInterval,
  blockSpread,
  spreadInterval,
  type BlockAuc,
  type Spread,
} from '../math/intervals/block-auc.ts';
import { averagePrecision, expectedCalibrationError, logLoss } from '../math/ranking.ts';
import { mean, variance } from '../math/statistics.ts';
import { world } from './data.ts';

/** Whole days go together; those before the cut and after it are drawn each among themselves. */
const strata = [0, world.cutDay, world.days] as const;

/** What scores are worth on some rows of one world. The influences are of the days. */
export interface Scored extends BlockAuc {
  averagePrecision: number;
  logLoss: number;
  ece: number;
}

/** Scores against the labels of the rows named. Throws where the rows have one label only. */
export function scoreRows(
  scores: ArrayLike<number>,
  rows: ArrayLike<number>,
  label: ArrayLike<number>,
  day: ArrayLike<number>,
): Scored {
  const labels = Array.from(rows, (row) => label[row]!);
  const days = Array.from(rows, (row) => Math.floor(day[row]!));
  const found = blockAuc(labels, scores, days, world.days);
  if (found === null)
    throw new Error('The test rows all have one label, so nothing can be ranked.');
  return {
    ...found,
    averagePrecision: averagePrecision(labels, scores)!,
    logLoss: logLoss(labels, scores)!,
    ece: expectedCalibrationError(labels, scores, 10)!,
  };
}

/**
 * Spread of a mean over worlds. One world has that of its days. Several differ among themselves by their days and by more, so their own
 * spread holds both; where a few happen to agree it is not taken for less than what their days say.
 */
function spreadOf(values: readonly number[], influences: readonly Float64Array[]): Spread {
  const own = influences.map((influence) => blockSpread(influence, strata));
  const sum = own.reduce((total, one) => total + one.variance, 0);
  const perDf = own.reduce((total, one) => total + one.variance ** 2 / one.df, 0);
  const within = { variance: sum / own.length ** 2, df: perDf > 0 ? sum ** 2 / perDf : 1 };
  const between = (variance(values) ?? 0) / values.length;
  return between > within.variance ? { variance: between, df: values.length - 1 } : within;
}

/** 95 % interval of the mean AUC over worlds, by Student's t. */
export function intervalOf(scored: readonly Scored[]): [number, number] {
  if (scored.length === 1) return blockAucInterval(scored[0]!, strata);
  const values = scored.map((one) => one.auc);
  const spread = spreadOf(
    values,
    scored.map((one) => one.influence),
  );
  const [low, high] = spreadInterval(mean(values)!, spread);
  return [Math.max(0, low), Math.min(1, high)];
}

/** 95 % interval of a mean difference, world by world; both sides have the same days, so what these have in common falls out. */
export function intervalOfGap(
  higher: readonly Scored[],
  lower: readonly Scored[],
): [number, number] {
  const gaps = higher.map((one, w) => one.auc - lower[w]!.auc);
  const influences = higher.map((one, w) =>
    one.influence.map((value, day) => value - lower[w]!.influence[day]!),
  );
  return spreadInterval(mean(gaps)!, spreadOf(gaps, influences));
}

/** Means over worlds. */
export function averageOf(
  scored: readonly Scored[],
): Pick<Scored, 'auc' | 'averagePrecision' | 'logLoss' | 'ece'> {
  const of = (pick: (one: Scored) => number) => mean(scored.map(pick))!;
  return {
    auc: of((one) => one.auc),
    averagePrecision: of((one) => one.averagePrecision),
    logLoss: of((one) => one.logLoss),
    ece: of((one) => one.ece),
  };
}
