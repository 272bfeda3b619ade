import { z } from 'zod';
import { asofJoin } from '../../../labs/math/asof.ts';
import { allLabels, knownLabels } from '../../../labs/time-leak/label-rates.ts';
import { differences, only, type Difference, type Tolerance } from './compare.ts';
import { nothingCompared, type Family, type ReferenceCase } from './kind.ts';

const cell = z.union([z.number(), z.string()]);
const table = z.array(z.record(z.string(), cell.nullable()));
const inputs = z.object({
  left: table,
  right: table,
  left_on: z.string(),
  right_on: z.string(),
  by: z.array(z.string()).default([]),
  allow_exact_matches: z.boolean().default(true),
  tolerance: z.number().nullish(),
  direction: z.enum(['backward', 'forward']).default('backward'),
  value: z.string(),
});
type Table = z.output<typeof table>;

/** A match is the right row or it is not; times and values are copied, not computed. */
const equal: Tolerance = { rel: 0, abs: 0 };

const times = (rows: Table, column: string) => rows.map((row) => z.number().parse(row[column]));

/** Joins by one or more columns are joins by the number of each combination, in order of appearance. */
function keysOf(tables: readonly Table[], by: readonly string[]): number[][] | null {
  if (by.length === 0) return null;
  const numbers = new Map<string, number>();
  return tables.map((rows) =>
    rows.map((row) => {
      const key = JSON.stringify(by.map((column) => row[column] ?? null));
      if (!numbers.has(key)) numbers.set(key, numbers.size);
      return numbers.get(key)!;
    }),
  );
}

/** Compares what the case expects of `got`; a case that expects none of it fails. */
function compare(
  reference: ReferenceCase,
  got: Record<string, unknown>,
  tolerance: Tolerance,
): Difference[] {
  const compared = only(reference.expected, Object.keys(got));
  return [...nothingCompared(compared), ...differences(compared, got, tolerance)];
}

/** The cases of asof.json. */
export const asof: Family = {
  asof: (reference): Difference[] => {
    const given = inputs.parse(reference.inputs);
    const keys = keysOf([given.left, given.right], given.by);
    const left = { time: times(given.left, given.left_on), key: keys?.[0] };
    const right = { time: times(given.right, given.right_on), key: keys?.[1] };
    const matched = [
      ...asofJoin(left, right, {
        direction: given.direction,
        allowExact: given.allow_exact_matches,
        within: given.tolerance ?? Infinity,
      }),
    ];
    const got = {
      matched_right_row: matched.map((row) => (row < 0 ? null : row)),
      value: matched.map((row) => (row < 0 ? null : (given.right[row]![given.value] ?? null))),
      age: matched.map((row, i) => (row < 0 ? null : left.time[i]! - right.time[row]!)),
    };
    return compare(reference, got, equal);
  },

  user_label_rate: (reference): Difference[] => {
    const { rows, label_delay: delay } = z
      .object({
        rows: z.array(z.object({ t: z.number(), u: cell, label: z.number() })),
        label_delay: z.number().min(0),
      })
      .parse(reference.inputs);
    const events = {
      user: keysOf([rows], ['u'])![0]!,
      day: rows.map((row) => row.t),
      label: rows.map((row) => row.label),
      available: rows.map((row) => row.t + delay),
    };
    const means = ({ sum, count }: { sum: Float64Array; count: Float64Array }) =>
      Array.from(sum, (value, i) => (count[i]! > 0 ? value / count[i]! : null));
    const got = {
      leaky_full_table_mean: means(allLabels(events)),
      point_in_time_mean: means(knownLabels(events)),
      global_mean_leaky:
        rows.length > 0 ? events.label.reduce((sum, label) => sum + label, 0) / rows.length : null,
    };
    return compare(reference, got, { rel: 0, abs: 1e-12 });
  },
};
