import { binomial } from './binomial.ts';
import { ratesOf, type Confusion, type Rates } from './confusion.ts';
import type { Random } from './random.ts';
import { percentileType7 } from './statistics.ts';

/** Where fewer of the resamples than this have the measure, an interval would be about other data than these. */
const definedShare = 0.9;

const cells = ['tp', 'fp', 'fn', 'tn'] as const;

/** Rows of one group that stand in the same cell of its confusion matrix and weigh the same. */
export interface Stratum {
  cell: (typeof cells)[number];
  rows: number;
  weight: number;
}

/**
 * One bootstrap resample of a group's rows, as its confusion matrix. Drawing n rows with replacement is drawing how many fall into
 * each stratum from a multinomial, so a million rows cost as little as a hundred; a row brings its weight along, and the drawn
 * matrix weighs more or less than the group did.
 */
function resample(random: Random, strata: readonly Stratum[]): Confusion {
  const drawn: Confusion = { count: 0, weight: 0, tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { rows } of strata) drawn.count += rows;
  let [rows, rest] = [drawn.count, drawn.count];
  for (const stratum of strata) {
    const k = binomial(random, rows, rest > 0 ? Math.min(1, stratum.rows / rest) : 0);
    rows -= k;
    rest -= stratum.rows;
    drawn[stratum.cell] += k * stratum.weight;
    drawn.weight += k * stratum.weight;
  }
  return drawn;
}

/**
 * 95 % percentile intervals (Efron 1979) of whatever `measure` reads from the groups' rates; groups are resampled one by one, so
 * their sizes stay. Null for a measure that is undefined in more than a tenth of the resamples. Weights are taken as given and rows
 * as independent: clusters and strata of a survey are not allowed for.
 */
export function bootstrapStrata<K extends string>(
  groups: readonly (readonly Stratum[])[],
  resamples: number,
  random: Random,
  measure: (groups: Rates[]) => Record<K, number | null>,
): Record<K, [number, number] | null> {
  const found: Record<string, number[]> = {};
  for (let r = 0; r < resamples; r++) {
    for (const [name, value] of Object.entries<number | null>(
      measure(groups.map((strata) => ratesOf(resample(random, strata)))),
    )) {
      found[name] ??= [];
      if (value !== null) found[name].push(value);
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, values]) => [
      name,
      values.length >= definedShare * resamples && resamples > 0
        ? [percentileType7(values, 0.025)!, percentileType7(values, 0.975)!]
        : null,
    ]),
  ) as Record<K, [number, number] | null>;
}

/** The same for groups whose rows all weigh 1. */
export function bootstrapRates<K extends string>(
  matrices: readonly Confusion[],
  resamples: number,
  random: Random,
  measure: (groups: Rates[]) => Record<K, number | null>,
): Record<K, [number, number] | null> {
  return bootstrapStrata(
    matrices.map((matrix) => cells.map((cell) => ({ cell, rows: matrix[cell], weight: 1 }))),
    resamples,
    random,
    measure,
  );
}
