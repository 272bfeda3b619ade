import { ratesOf, sumOf, type Rates } from '../../math/confusion.ts';
import { calibrationByGroup, type GroupCalibration } from '../../math/group-calibration.ts';
import { cellsByGroup, confusionOf, rateIn } from '../../math/group-cells.ts';
import { groupFairness, type GroupFairness } from '../../math/group-fairness.ts';
import { rateInterval, type Interval, type IntervalMethod } from '../../math/intervals/rate.ts';
import { smallGroup } from '../small-group.ts';
import { gapsOf, type MeasureGap, type OwnMeasure } from './own-gaps.ts';

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
/** One group, or one crossing of two groups. */
export interface OwnGroup {
  /** A value of each column that is compared. */
  parts: string[];
  rates: Rates;
  /** 95 % intervals of the rates: exact (Clopper–Pearson) below 40 people in a rate's own denominator, Wilson's from there on. */
  ci95: Record<OwnRate, Interval | null>;
  /** Which of the two each rate has; null where it is undefined. */
  method: Record<OwnRate, IntervalMethod | null>;
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
   * 95 % intervals of the measures over the larger groups, each between the two groups named in `between`; they allow for those having
   * been looked for. A difference's may reach below 0 and a ratio's above 1: then it may as well be the other way round.
   */
  ci95: Record<OwnMeasure, Interval | null>;
  between: Record<OwnMeasure, MeasureGap | null>;
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
export function auditOwn(own: OwnRows, threshold: number): OwnAudit {
  const decisions =
    own.decision ?? Uint8Array.from(own.score!, (score) => (score >= threshold ? 1 : 0));
  const compared = own.groups.map((group) =>
    compare(
      [group.name],
      group.codes,
      group.names.map((name) => [name]),
      own,
      decisions,
    ),
  );
  const [first, second] = own.groups;
  const crossed = first && second ? cross(first, second) : null;
  const tooMany = crossed !== null && crossed.parts.length > mostCrossings;
  if (crossed && !tooMany)
    compared.push(
      compare([first!.name, second!.name], crossed.codes, crossed.parts, own, decisions),
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
): OwnComparison {
  const cells = cellsByGroup(own.label, decisions, codes, parts.length, own.weight);
  const calibration =
    own.score && isChance(own)
      ? calibrationByGroup(own.label, own.score, codes, parts.length, own.weight)
      : null;
  const matrices = cells.map(confusionOf);
  const isLarge = matrices.map(({ count }) => count >= smallGroup);
  const groups = matrices.map((matrix, at): OwnGroup => {
    const found = ownRates.map((name) => {
      const rate = rateIn(cells[at]!, name);
      return [name, rate && rateInterval(rate)] as const;
    });
    const each = <T>(of: (one: NonNullable<(typeof found)[number][1]>) => T) =>
      Object.fromEntries(found.map(([name, one]) => [name, one && of(one)])) as Record<
        OwnRate,
        T | null
      >;
    return {
      parts: parts[at]!,
      rates: ratesOf(matrix),
      small: !isLarge[at],
      calibration: calibration?.[at] ?? null,
      ci95: each(({ interval }) => interval),
      method: each(({ method }) => method),
    };
  });
  const between = gapsOf(groups.map(({ small }, at) => (small ? null : cells[at]!)));
  return {
    columns,
    groups,
    all: groupFairness(matrices),
    large: groupFairness(matrices.filter((_, at) => isLarge[at])),
    between,
    ci95: Object.fromEntries(
      Object.entries(between).map(([name, gap]) => [name, gap?.interval ?? null]),
    ) as OwnComparison['ci95'],
  };
}

/** The measures that a comparison is summed up by. */
export function measuresOf(found: GroupFairness): Record<OwnMeasure, number | null> {
  return {
    demographicParityRatio: found.demographicParity.ratio,
    demographicParityDifference: found.demographicParity.difference,
    equalOpportunityDifference: found.equalOpportunity.difference,
    equalizedOddsDifference: found.equalizedOdds.difference,
    predictiveParityDifference: found.predictiveParity.difference,
  };
}
