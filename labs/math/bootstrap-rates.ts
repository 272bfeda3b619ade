import { binomial } from './binomial.ts';
import { ratesOf, type Confusion, type Rates } from './confusion.ts';
import type { Random } from './random.ts';
import { percentileType7 } from './statistics.ts';

/** Where fewer of the resamples than this have the measure, an interval would be about other data than these. */
const definedShare = 0.9;

const cells = ['tp', 'fp', 'fn', 'tn'] as const;

/**
 * One bootstrap resample of a group's rows, as its confusion matrix. Drawing n rows with replacement is drawing how many fall into
 * each cell from a multinomial, so a million rows cost as little as a hundred.
 */
function resample(random: Random, matrix: Confusion): Confusion {
  const count = cells.reduce((sum, cell) => sum + matrix[cell], 0);
  const drawn: Confusion = { count, weight: 0, tp: 0, fp: 0, fn: 0, tn: 0 };
  let [rows, rest] = [count, count];
  for (const cell of cells) {
    const k = binomial(random, rows, rest > 0 ? Math.min(1, matrix[cell] / rest) : 0);
    rows -= k;
    rest -= matrix[cell];
    drawn[cell] += k;
    drawn.weight += k;
  }
  return drawn;
}

/**
 * 95 % percentile intervals (Efron 1979) of whatever `measure` reads from the groups' rates; groups are resampled one by one, so their
 * sizes stay. Null for a measure that is undefined in more than a tenth of the resamples. Rows weigh 1 each. Of a largest gap or a smallest
 * ratio they say nothing, as every resample leaves 0 and 1: see `intervals/largest-gap.ts`.
 */
export function bootstrapRates<K extends string>(
  matrices: readonly Confusion[],
  resamples: number,
  random: Random,
  measure: (groups: Rates[]) => Record<K, number | null>,
): Record<K, [number, number] | null> {
  const found: Record<string, number[]> = {};
  for (let r = 0; r < resamples; r++) {
    for (const [name, value] of Object.entries<number | null>(
      measure(matrices.map((matrix) => ratesOf(resample(random, matrix)))),
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
