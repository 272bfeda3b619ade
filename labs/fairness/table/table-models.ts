import { chancesOf, fitLogistic } from '../../math/regression/logistic-regression.ts';
import type { Random } from '../../math/random.ts';
import { rocAuc } from '../../math/ranking.ts';
import type { OwnRows } from '../own/own-audit.ts';
import { smallGroup } from '../small-group.ts';
import { reweighing } from '../reweighing.ts';
import type { Feature, TableRows } from './table-rows.ts';

/** The two groups that models are compared on: the largest, and of the others the one whose selection rate is farthest from its. */
interface TwoGroups {
  names: readonly [string, string];
  codes: readonly [number, number];
}

/** People of one side of the split, a column each. Group 0 is the larger one. */
export interface Side {
  rows: number;
  group: Uint8Array;
  label: Uint8Array;
  decision: Uint8Array;
  /** The group bit, then the columns of each feature, standardised on the training side. */
  columns: Float64Array[];
}

/** Rows of two groups, split at random, with what each column of the design is of. */
export interface Prepared {
  groups: TwoGroups;
  train: Side;
  test: Side;
  /** For each design column but the group bit, the feature it comes from. */
  of: string[];
}

const trainShare = 0.6;
/** So many words of a column get a column of their own; the rarer ones are one. */
const mostLevels = 8;

/** 0 or 1: what was decided, by the score's threshold where there is one. */
export const decisionsOf = (own: OwnRows, threshold: number): Uint8Array =>
  own.decision ?? Uint8Array.from(own.score!, (score) => (score >= threshold ? 1 : 0));

/** Which two groups of the first column are compared; null where two don't have 30 people each. */
export function twoGroups(own: OwnRows, decisions: Uint8Array): TwoGroups | null {
  const { codes, names } = own.groups[0]!;
  const [counts, selected] = [names.map(() => 0), names.map(() => 0)];
  codes.forEach((code, i) => {
    counts[code]! += 1;
    selected[code]! += decisions[i]!;
  });
  const large = names.map((_, code) => code).filter((code) => counts[code]! >= smallGroup);
  if (large.length < 2) return null;
  const rate = (code: number) => selected[code]! / counts[code]!;
  const [first, ...others] = large.sort((a, b) => counts[b]! - counts[a]!);
  const far = (code: number) => Math.abs(rate(code) - rate(first!));
  const second = others.reduce((a, b) => (far(b) > far(a) ? b : a));
  return { names: [names[first!]!, names[second]!], codes: [first!, second] };
}

/** Splits the sampled rows of the two groups and makes the design of both sides. */
export function prepare(
  table: Pick<TableRows, 'own' | 'sample' | 'features'>,
  groups: TwoGroups,
  threshold: number,
  random: Random,
): Prepared {
  const { own, sample, features } = table;
  const decisions = decisionsOf(own, threshold);
  const { codes } = own.groups[0]!;
  const rows = Array.from(sample, (row, at) => ({ row, at })).filter(({ row }) =>
    groups.codes.includes(codes[row]!),
  );
  const order = Array.from(random.permutation(rows.length), (i) => rows[i]!);
  const cut = Math.floor(trainShare * order.length);
  const [first, rest] = [order.slice(0, cut), order.slice(cut)];
  const designs = features.flatMap((feature) =>
    designOf(
      feature,
      first.map(({ at }) => at),
    ),
  );
  const side = (part: typeof rows): Side => {
    const group = Uint8Array.from(part, ({ row }) => (codes[row] === groups.codes[1] ? 1 : 0));
    return {
      rows: part.length,
      group,
      label: Uint8Array.from(part, ({ row }) => own.label[row]!),
      decision: Uint8Array.from(part, ({ row }) => decisions[row]!),
      columns: [
        Float64Array.from(group),
        ...designs.map(({ value }) => Float64Array.from(part, ({ at }) => value(at))),
      ],
    };
  };
  return { groups, train: side(first), test: side(rest), of: designs.map(({ of }) => of) };
}

/** A feature's columns: a number on a scale of 1, or a bit for each of its most frequent words. What is missing stands at the mean. */
function designOf(
  { name, values, words }: Feature,
  rows: readonly number[],
): { of: string; value: (at: number) => number }[] {
  if (words.length === 0) {
    const known = rows.map((at) => values[at]!).filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const sd = Math.sqrt(squares / Math.max(1, known.length)) || 1;
    const clip = (value: number) => Math.max(-6, Math.min(6, value));
    const value = (at: number) => (Number.isNaN(values[at]!) ? 0 : clip((values[at]! - mean) / sd));
    return [{ of: name, value }];
  }
  const counts = new Map<number, number>();
  for (const at of rows) counts.set(values[at]!, (counts.get(values[at]!) ?? 0) + 1);
  return [...counts]
    .filter(([code]) => !Number.isNaN(code))
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostLevels)
    .map(([code]) => ({ of: name, value: (at) => (values[at] === code ? 1 : 0) }));
}

/** Which of the design's columns a model sees. */
type Sees = 'all' | 'no-group' | { but: string };

const seen = ({ of }: Prepared, side: Side, sees: Sees): Float64Array[] =>
  side.columns.filter((_, k) => {
    if (k === 0) return sees === 'all';
    return typeof sees === 'string' || of[k - 1] !== sees.but;
  });

/** Learns the decisions of the training side; returns the chances of the test side, and of it with the group bit turned round. */
export function learn(
  prepared: Prepared,
  sees: Sees,
  { reweighed = false }: { reweighed?: boolean } = {},
): { test: Float64Array; train: Float64Array; turned: Float64Array } {
  const { train, test } = prepared;
  const columns = seen(prepared, train, sees);
  const fit = fitLogistic(columns, train.decision, reweighed ? weightsOf(train) : null);
  const own = seen(prepared, test, sees);
  const turned = sees === 'all' ? [own[0]!.map((bit) => 1 - bit), ...own.slice(1)] : own;
  return {
    train: chancesOf(fit, columns, train.rows),
    test: chancesOf(fit, own, test.rows),
    turned: chancesOf(fit, turned, test.rows),
  };
}

/** Weights that make group and decision independent (Kamiran & Calders 2012). */
function weightsOf({ rows, group, decision }: Side): Float64Array {
  const counts: [number, number][] = [
    [0, 0],
    [0, 0],
  ];
  for (let i = 0; i < rows; i++) counts[group[i]!]![decision[i]! as 0 | 1]++;
  const weights = reweighing(counts);
  return Float64Array.from({ length: rows }, (_, i) => weights[group[i]!]![decision[i]! as 0 | 1]!);
}

/** How well the other columns tell the group on the test side: AUC of each alone and of all together; .5 is not at all. */
export function groupTold(prepared: Prepared): {
  all: number | null;
  each: { name: string; auc: number | null }[];
} {
  const { train, test, of } = prepared;
  const told = (name: string | null): number | null => {
    const keep = (side: Side) =>
      side.columns.filter((_, k) => k > 0 && (name === null || of[k - 1] === name));
    if (keep(train).length === 0) return null;
    const fit = fitLogistic(keep(train), train.group);
    return rocAuc(test.group, chancesOf(fit, keep(test), test.rows));
  };
  const each = [...new Set(of)]
    .map((name) => ({ name, auc: told(name) }))
    .sort((a, b) => (b.auc ?? 0) - (a.auc ?? 0));
  return { all: told(null), each };
}
