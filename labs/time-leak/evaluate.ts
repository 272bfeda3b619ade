import { blockAuc, bootstrapInterval, drawBlocks } from '../math/bootstrap.ts';
import type { Random } from '../math/random.ts';
import { averagePrecision, expectedCalibrationError, logLoss, rocAuc } from '../math/ranking.ts';
import { mean } from '../math/statistics.ts';
import { world } from './data.ts';

/** Bootstrap samples behind every interval. */
export const samples = 400;

/** Days drawn for every bootstrap sample of one world, the days before the cut and after it each among themselves. */
export function drawDays(random: Random): Uint16Array[] {
  const { cutDay, days } = world;
  const draw = random.fork('bootstrap');
  return Array.from({ length: samples }, () => {
    const counts = new Uint16Array(days);
    counts.set(drawBlocks(draw, cutDay));
    counts.set(drawBlocks(draw, days - cutDay), cutDay);
    return counts;
  });
}

/** What scores are worth on some rows of one world. */
export interface Scored {
  auc: number;
  averagePrecision: number;
  logLoss: number;
  ece: number;
  /** AUC in every bootstrap sample. */
  resampled: Float64Array;
}

/** Scores against the labels of the rows named; days go together in the bootstrap. Throws where the rows have one label only. */
export function scoreRows(
  scores: ArrayLike<number>,
  rows: ArrayLike<number>,
  label: ArrayLike<number>,
  day: ArrayLike<number>,
  drawn: readonly Uint16Array[],
): Scored {
  const labels = Array.from(rows, (row) => label[row]!);
  const auc = rocAuc(labels, scores);
  if (auc === null) throw new Error('The test rows all have one label, so nothing can be ranked.');
  const under = blockAuc(
    labels,
    scores,
    Array.from(rows, (row) => Math.floor(day[row]!)),
  );
  return {
    auc,
    averagePrecision: averagePrecision(labels, scores)!,
    logLoss: logLoss(labels, scores)!,
    ece: expectedCalibrationError(labels, scores, 10)!,
    resampled: Float64Array.from(drawn, (counts) => under(counts) ?? auc),
  };
}

/**
 * Which worlds count in each bootstrap sample: with one world itself, with several as many draws
 * from them, so that an interval holds their spread too.
 */
export function drawWorlds(random: Random, worlds: number): Uint16Array[] {
  const draw = random.fork('worlds');
  return Array.from({ length: samples }, () =>
    worlds === 1 ? Uint16Array.of(1) : drawBlocks(draw, worlds),
  );
}

/** The mean over worlds of each bootstrap sample. */
function pooled(resampled: readonly Float64Array[], drawn: readonly Uint16Array[]): Float64Array {
  return Float64Array.from(
    drawn,
    (counts, b) =>
      resampled.reduce((sum, values, w) => sum + counts[w]! * values[b]!, 0) / resampled.length,
  );
}

/** 95 % interval of a mean over worlds. */
export function intervalOf(
  resampled: readonly Float64Array[],
  drawn: readonly Uint16Array[],
): [number, number] {
  return bootstrapInterval(pooled(resampled, drawn))!;
}

/** 95 % interval of a difference: both sides see the same days and the same worlds in every sample. */
export function intervalOfGap(
  higher: readonly Float64Array[],
  lower: readonly Float64Array[],
  drawn: readonly Uint16Array[],
): [number, number] {
  const [a, b] = [pooled(higher, drawn), pooled(lower, drawn)];
  return bootstrapInterval(a.map((value, i) => value - b[i]!))!;
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
