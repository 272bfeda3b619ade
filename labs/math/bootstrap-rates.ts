import { binomial } from './binomial.ts';
import { ratesOf, type Confusion, type Rates } from './confusion.ts';
import type { Random } from './random.ts';
import { percentileType7 } from './statistics.ts';

/** Where fewer of the resamples than this have the measure, an interval would be about other data than these. */
const definedShare = 0.9;

/**
 * One bootstrap resample of a group's rows, as its confusion matrix: drawing n rows with replacement is drawing the four cells from
 * a multinomial, so a million rows cost as little as a hundred. Every row must weigh 1.
 */
function resample(random: Random, matrix: Confusion): Confusion {
  const cells = [matrix.tp, matrix.fp, matrix.fn, matrix.tn];
  let [rows, rest] = [matrix.count, matrix.count];
  const drawn = cells.map((cell) => {
    const k = binomial(random, rows, rest > 0 ? Math.min(1, cell / rest) : 0);
    rows -= k;
    rest -= cell;
    return k;
  }) as [number, number, number, number];
  const [tp, fp, fn, tn] = drawn;
  return { count: matrix.count, weight: matrix.count, tp, fp, fn, tn };
}

/**
 * 95 % percentile intervals (Efron 1979) of whatever `measure` reads from the groups' rates; groups are resampled one by one, so
 * their sizes stay. Null for a measure that is undefined in more than a tenth of the resamples.
 */
export function bootstrapRates<K extends string>(matrices: readonly Confusion[], resamples: number, random: Random, measure: (groups: Rates[]) => Record<K, number | null>): Record<K, [number, number] | null> {
  const found: Record<string, number[]> = {};
  for (let r = 0; r < resamples; r++) {
    for (const [name, value] of Object.entries<number | null>(measure(matrices.map((matrix) => ratesOf(resample(random, matrix)))))) {
      found[name] ??= [];
      if (value !== null) found[name].push(value);
    }
  }
  return Object.fromEntries(
    Object.entries(found).map(([name, values]) => [name, values.length >= definedShare * resamples && resamples > 0 ? [percentileType7(values, 0.025)!, percentileType7(values, 0.975)!] : null]),
  ) as Record<K, [number, number] | null>;
}
