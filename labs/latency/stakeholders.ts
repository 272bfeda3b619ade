import { akamaiPer100Ms, akamaiValidToMs } from './conversion.ts';
import { stakeholderNames, type StakeholderName } from './names.ts';
import type { LatencyParameters } from './parameters.ts';
import type { CandidateRow, ModelRow, StakeholderRow } from './result.ts';

/** What the four make of the candidates: assumptions, all of them the learner's to change. */
export type Prices = Pick<
  LatencyParameters,
  'valuePerConversion' | 'baseConversion' | 'replicaPrice'
>;
export type Weights = Record<StakeholderName, number>;
type PerStakeholder = Record<StakeholderName, number | null>;

/** Conversion relative to that of the fastest candidate, for an answer that takes `extraMs` (at least 0) longer: 1 at 0. */
export type RelativeConversion = (extraMs: number) => number;

/** Akamai 2017, smartphones. Held at its last value where its range ends: the same report's value at +2 s does not lie on the curve. */
export const akamaiPhone: RelativeConversion = (extraMs) => {
  const withinRange = Math.min(Math.max(0, extraMs), akamaiValidToMs);
  return Math.exp((Math.log(1 + akamaiPer100Ms.phone) * withinRange) / 100);
};

export interface Judged {
  id: string;
  row: CandidateRow;
  /** In each stakeholder's own unit, more is better; null where the candidate is unstable or the run did not measure it. */
  raw: PerStakeholder;
  /** From 0 (the worst candidate) to 1 (the best). */
  score: PerStakeholder;
  /** Mean time beyond that of the fastest candidate; null where unstable. */
  extraMs: number | null;
}

export interface Evaluation {
  /** In the order of the candidates. */
  judged: Judged[];
  pareto: string[];
  /** The same in the shape that a run keeps. */
  result: { stakeholders: StakeholderRow[]; pareto: string[] };
}

const secondsADay = 86_400;

/**
 * Scores every candidate for every stakeholder. `ml`: AUC. `sales`: $ for each offer, conversion ×
 * value × precision among the highest tenth. `product`: −p99, ms. `manager`: $ a day, requests ×
 * conversion × value − replicas × price. Conversion is the base rate times the curve's value at the
 * extra mean time; a request that is turned away converts nobody.
 */
export function evaluate(
  candidates: readonly CandidateRow[],
  models: readonly ModelRow[],
  prices: Prices,
  relativeConversion: RelativeConversion = akamaiPhone,
): Evaluation {
  const means = candidates.flatMap(({ meanMs }) => (meanMs === null ? [] : [meanMs]));
  const fastest = Math.min(...means);
  const known = candidates.map((row): PerStakeholder => {
    const model = models.find(({ name }) => name === row.model);
    const conversion =
      row.meanMs === null
        ? null
        : prices.baseConversion *
          relativeConversion(row.meanMs - fastest) *
          (1 - (row.turnedAway ?? 0));
    const precision = model?.precisionAtTop10;
    return {
      ml: model?.auc ?? null,
      sales:
        conversion === null || precision === undefined
          ? null
          : conversion * prices.valuePerConversion * precision,
      product: row.p99Ms === null ? null : 0 - row.p99Ms,
      manager:
        conversion === null
          ? null
          : row.arrivalsPerSecond * secondsADay * conversion * prices.valuePerConversion -
            row.replicas * prices.replicaPrice,
    };
  });
  const raws = settled(known);
  const scores = Object.fromEntries(
    stakeholderNames.map((who) => [who, minMax(raws.map((raw) => raw[who]))]),
  ) as Record<StakeholderName, (number | null)[]>;
  const judged = candidates.map((row, i): Judged => ({
    id: row.id,
    row,
    raw: raws[i]!,
    extraMs: row.meanMs === null ? null : row.meanMs - fastest,
    score: Object.fromEntries(
      stakeholderNames.map((who) => [who, scores[who][i]!]),
    ) as PerStakeholder,
  }));
  const pareto = unbeaten(judged);
  const stakeholders = stakeholderNames.flatMap((who) =>
    judged.map(({ id, raw, score }): StakeholderRow => ({
      who,
      candidate: id,
      raw: raw[who],
      score: score[who],
    })),
  );
  return { judged, pareto, result: { stakeholders, pareto } };
}

/**
 * Each value's place between the lowest (0) and the highest (1). Where all are the same, nobody is
 * worse than the best: all 1. Null stays null.
 */
export function minMax(values: readonly (number | null)[]): (number | null)[] {
  const merged = withoutRounding(values);
  const known = merged.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const scaled = (value: number) => (high === low ? 1 : (value - low) / (high - low));
  return merged.map((value) => (value === null ? null : scaled(value)));
}

/** Two values nearer than this part of the larger one differ by rounding alone. */
const rounding = 1e-9;

/**
 * Makes one value of those that differ by rounding alone: the same times, added up in another
 * order, differ in their last digits, and nobody would call one of them better. Null stays null.
 */
function withoutRounding(values: readonly (number | null)[]): (number | null)[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const merged = new Map<number, number>();
  for (const [i, value] of known.entries()) {
    const before = known[i - 1];
    const near = rounding * Math.max(Math.abs(value), Math.abs(before ?? 0));
    merged.set(value, before !== undefined && value - before <= near ? merged.get(before)! : value);
  }
  return values.map((value) => (value === null ? null : merged.get(value)!));
}

/** The same of all that the candidates are to the four. */
function settled(raws: readonly PerStakeholder[]): PerStakeholder[] {
  const columns = stakeholderNames.map(
    (who) => [who, withoutRounding(raws.map((raw) => raw[who]))] as const,
  );
  return raws.map(
    (_, i) => Object.fromEntries(columns.map(([who, all]) => [who, all[i]!])) as PerStakeholder,
  );
}

/** The candidates that no other one beats. Those that lack a value are not among them. */
export function unbeaten(all: readonly Pick<Judged, 'id' | 'raw'>[]): string[] {
  const raws = settled(all.map(({ raw }) => raw));
  return all
    .filter((_, i) => isDefined(raws[i]!) && !raws.some((other) => dominates(other, raws[i]!)))
    .map(({ id }) => id);
}

const isDefined = (values: PerStakeholder) => stakeholderNames.every((who) => values[who] !== null);

/** Whether `a` is at least as good as `b` for all four and better for one (Pareto). Never where one of them lacks a value. */
export function dominates(a: PerStakeholder, b: PerStakeholder): boolean {
  if (!isDefined(a) || !isDefined(b)) return false;
  return (
    stakeholderNames.every((who) => a[who]! >= b[who]!) &&
    stakeholderNames.some((who) => a[who]! > b[who]!)
  );
}

/** Mean of the four scores by weight; null where one that counts has no value, or where no weight is above 0. */
export function weightedScore(score: PerStakeholder, weights: Weights): number | null {
  const heard = stakeholderNames.filter((who) => weights[who] > 0);
  const total = heard.reduce((sum, who) => sum + weights[who], 0);
  if (total === 0 || heard.some((who) => score[who] === null)) return null;
  return heard.reduce((sum, who) => sum + weights[who] * score[who]!, 0) / total;
}

export interface Ranked extends Judged {
  total: number | null;
  pareto: boolean;
  /** Of the unbeaten candidates that match or beat this one for all four, the one that stands highest. */
  beatenBy: string | null;
}

/** Highest weighted score first; equal ones keep their order; candidates that have no score, unstable ones above all, come last. */
export function rank(
  { judged, pareto }: Pick<Evaluation, 'judged' | 'pareto'>,
  weights: Weights,
): Ranked[] {
  // An unstable candidate is no choice, even where the weights ask for nothing that it lacks.
  const totals = judged.map((one) => ({
    one,
    total: one.row.stable ? weightedScore(one.score, weights) : null,
  }));
  const order = totals.sort((a, b) => (b.total ?? -1) - (a.total ?? -1));
  const front = order.filter(({ one }) => pareto.includes(one.id));
  return order.map(({ one, total }) => ({
    ...one,
    total,
    pareto: pareto.includes(one.id),
    beatenBy: front.find((other) => dominates(other.one.raw, one.raw))?.one.id ?? null,
  }));
}

/** The candidate that one stakeholder alone would take; several where they are equally good to them. None where none has a value. */
export function favourites(rows: readonly StakeholderRow[], who: StakeholderName): string[] {
  const own = rows.filter((row) => row.who === who);
  const scores = withoutRounding(own.map(({ score }) => score));
  const best = Math.max(...scores.filter((score) => score !== null));
  return own.filter((_, i) => scores[i] === best).map(({ candidate }) => candidate);
}

export const weightsOf = (
  parameters: Pick<LatencyParameters, 'wMl' | 'wSales' | 'wProduct' | 'wManager'>,
): Weights => ({
  ml: parameters.wMl,
  sales: parameters.wSales,
  product: parameters.wProduct,
  manager: parameters.wManager,
});
