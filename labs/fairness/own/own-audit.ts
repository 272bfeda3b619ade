import { bootstrapStrata } from '../../math/bootstrap-rates.ts';
import { ratesOf, sumOf, type Confusion, type Rates } from '../../math/confusion.ts';
import { calibrationByGroup, type GroupCalibration } from '../../math/group-calibration.ts';
import { groupFairness, type GroupFairness } from '../../math/group-fairness.ts';
import type { Random } from '../../math/random.ts';
import { strataByGroup } from '../../math/weight-strata.ts';
import { smallGroup } from '../small-group.ts';

/** A group column: each row's group as an index into `names`. */
export interface GroupColumn {
  name: string;
  codes: Uint16Array;
  names: string[];
}

/** Decisions of a learner's own file, a typed column each, all of one length. */
export interface OwnRows {
  rows: number;
  /** 0 or 1: what turned out, or should have been. */
  label: Uint8Array;
  /** 0 or 1: what was decided. Null where only a score is given. */
  decision: Uint8Array | null;
  score: Float64Array | null;
  /** The smallest and the largest score of the file: only scores from 0 to 1 can be calibrated. */
  scoreRange: [number, number] | null;
  /** ≥ 0; null counts every row once. */
  weight: Float64Array | null;
  /** One or two. */
  groups: GroupColumn[];
}

export const ownRates = ['selectionRate', 'tpr', 'fpr', 'ppv'] as const;
export type OwnRate = (typeof ownRates)[number];
type Interval = [number, number] | null;

/** One group, or one crossing of two groups. */
export interface OwnGroup {
  /** A value of each column that is compared. */
  parts: string[];
  rates: Rates;
  ci95: Record<OwnRate, Interval>;
  /** Whether it has fewer than 30 people. */
  small: boolean;
  calibration: GroupCalibration | null;
}

/** Everything that is said about the groups of one column, or of two crossed. */
export interface OwnComparison {
  columns: string[];
  groups: OwnGroup[];
  /** Measures over all groups, and over those of 30 people or more: a largest gap over tiny groups is mostly chance. */
  all: GroupFairness;
  large: GroupFairness;
  /**
   * Intervals of the measures over the larger groups; null where drawing again moves a measure so
   * far that its own value lies outside: a largest gap over many groups is one of chance.
   */
  ci95: Record<
    | 'demographicParityRatio'
    | 'demographicParityDifference'
    | 'equalOpportunityDifference'
    | 'equalizedOddsDifference'
    | 'predictiveParityDifference',
    Interval
  >;
}

export interface OwnAudit {
  rows: number;
  weighted: boolean;
  /** Whether the file has scores from 0 to 1, which can be calibrated. */
  scored: boolean;
  scoreRange: [number, number] | null;
  /** What scores were cut at; null where the file has decisions. */
  threshold: number | null;
  overall: Rates;
  /** One for each group column, then one for the two crossed. */
  comparisons: OwnComparison[];
  /** Crossings that are too many to compare; null where they are compared, or there is one column. */
  uncrossed: number | null;
}

/** More crossings than this say nothing and take long. */
export const mostCrossings = 2_000;

/** The full audit: rates of every group with intervals, the measures, crossings of two columns, calibration where there is a score. */
export function auditOwn(
  own: OwnRows,
  threshold: number,
  resamples: number,
  random: Random,
): OwnAudit {
  const decisions =
    own.decision ?? Uint8Array.from(own.score!, (score) => (score >= threshold ? 1 : 0));
  const compared = own.groups.map((group) =>
    compare(
      [group.name],
      group.codes,
      group.names.map((name) => [name]),
      own,
      decisions,
      resamples,
      random.fork(`own ${group.name}`),
    ),
  );
  const [first, second] = own.groups;
  const crossed = first && second ? cross(first, second) : null;
  const tooMany = crossed !== null && crossed.parts.length > mostCrossings;
  if (crossed && !tooMany)
    compared.push(
      compare(
        [first!.name, second!.name],
        crossed.codes,
        crossed.parts,
        own,
        decisions,
        resamples,
        random.fork('own crossed'),
      ),
    );
  return {
    rows: own.rows,
    weighted: own.weight !== null,
    scored: own.score !== null && isChance(own),
    scoreRange: own.scoreRange,
    threshold: own.decision ? null : threshold,
    overall: ratesOf(sumOf(compared[0]?.groups.map(({ rates }) => rates) ?? [])),
    comparisons: compared,
    uncrossed: tooMany ? crossed.parts.length : null,
  };
}

const isChance = ({ scoreRange }: OwnRows): boolean =>
  scoreRange !== null && scoreRange[0] >= 0 && scoreRange[1] <= 1;

/** The crossings that occur, numbered in the order of their values. */
export function cross(
  first: GroupColumn,
  second: GroupColumn,
): { codes: Uint32Array; parts: string[][] } {
  const pair = (i: number) => first.codes[i]! * second.names.length + second.codes[i]!;
  const seen = new Uint8Array(first.names.length * second.names.length);
  for (let i = 0; i < first.codes.length; i++) seen[pair(i)] = 1;
  const place = new Uint32Array(seen.length);
  const parts: string[][] = [];
  seen.forEach((there, at) => {
    if (!there) return;
    place[at] = parts.length;
    parts.push([
      first.names[Math.floor(at / second.names.length)]!,
      second.names[at % second.names.length]!,
    ]);
  });
  return { codes: Uint32Array.from(first.codes, (_, i) => place[pair(i)]!), parts };
}

function compare(
  columns: string[],
  codes: Uint16Array | Uint32Array,
  parts: string[][],
  own: OwnRows,
  decisions: Uint8Array,
  resamples: number,
  random: Random,
): OwnComparison {
  const strata = strataByGroup(own.label, decisions, codes, parts.length, own.weight);
  const calibration =
    own.score && isChance(own)
      ? calibrationByGroup(own.label, own.score, codes, parts.length, own.weight)
      : null;
  const matrices = strata.map(({ matrix }) => matrix);
  const isLarge = matrices.map(({ count }) => count >= smallGroup);
  const fairnessOfLarge = (groups: readonly Confusion[]) =>
    groupFairness(groups.filter((_, at) => isLarge[at]));
  const ci = bootstrapStrata<string>(
    strata.map(({ strata: own }) => own),
    resamples,
    random,
    (drawn) => {
      const found: Record<string, number | null> = measuresOf(fairnessOfLarge(drawn));
      drawn.forEach((rates, at) =>
        ownRates.forEach((rate) => void (found[`${at} ${rate}`] = rates[rate])),
      );
      return found;
    },
  );
  const groups = matrices.map((matrix, at): OwnGroup => ({
    parts: parts[at]!,
    rates: ratesOf(matrix),
    small: !isLarge[at],
    calibration: calibration?.[at] ?? null,
    ci95: Object.fromEntries(
      ownRates.map((rate) => [rate, ci[`${at} ${rate}`] ?? null]),
    ) as OwnGroup['ci95'],
  }));
  const large = fairnessOfLarge(matrices);
  const around = ([name, value]: [string, number | null]) => [
    name,
    value === null || !holds(ci[name] ?? null, value) ? null : ci[name],
  ];
  return {
    columns,
    groups,
    all: groupFairness(matrices),
    large,
    ci95: Object.fromEntries(
      Object.entries(measuresOf(large)).map(around),
    ) as OwnComparison['ci95'],
  };
}

/** Largest gaps over many groups grow in every resample, because its own chance comes on top: then the interval is of something else. */
const holds = (interval: Interval, value: number) =>
  interval !== null && interval[0] <= value + 1e-9 && value - 1e-9 <= interval[1];

/** The measures that a comparison is summed up by. */
export function measuresOf(
  found: GroupFairness,
): Record<keyof OwnComparison['ci95'], number | null> {
  return {
    demographicParityRatio: found.demographicParity.ratio,
    demographicParityDifference: found.demographicParity.difference,
    equalOpportunityDifference: found.equalOpportunity.difference,
    equalizedOddsDifference: found.equalizedOdds.difference,
    predictiveParityDifference: found.predictiveParity.difference,
  };
}
