import { ratesOf, type Rates } from '../../math/confusion.ts';
import { calibrationByGroup, type GroupCalibration } from '../../math/group-calibration.ts';
import {
  cellsByGroup,
  confusionOf,
  labelledRows,
  rateIn,
  rowsOfRate,
  withoutLabels,
  type GroupCells,
} from '../../math/group-cells.ts';
import { groupFairness, type GroupFairness } from '../../math/group-fairness.ts';
import { rateInterval, type Interval, type IntervalMethod } from '../../math/intervals/rate.ts';
import { smallGroup } from '../small-group.ts';
import type { Repeats } from './own-repeats.ts';
import { gapsOf, type MeasureGap, type OwnMeasure } from './own-gaps.ts';

/** A group column: each row's group as an index into `names`; `names.length` for a row whose group is missing. */
export interface GroupColumn {
  name: string;
  codes: Uint16Array;
  names: string[];
}

/** Decisions of a learner's own file, a typed column each, all of one length. */
export interface OwnRows {
  rows: number;
  /** What turned out, or should have been: 0, 1, or `unknownLabel`. Such a row counts for selection rates alone. */
  label: Uint8Array;
  /** Where labels are known only of one side of the decision, which; the few of the other side that are known are not used. */
  oneSided: { only: 'selected' | 'others'; dropped: number } | null;
  /** 0 or 1: what was decided. Null where only a score is given. */
  decision: Uint8Array | null;
  score: Float64Array | null;
  /** The smallest and the largest score of the file: only scores from 0 to 1 can be calibrated. */
  scoreRange: [number, number] | null;
  /** Whose rows they are, where the same people stand in several. */
  repeats?: Repeats;
  /** ≥ 0; null counts every row once. */
  weight: Float64Array | null;
  /** One or two. */
  groups: GroupColumn[];
}

export const ownRates = ['selectionRate', 'tpr', 'fpr', 'ppv'] as const;
export type OwnRate = (typeof ownRates)[number];
/** The rates that have an interval. */
export const measured = [...ownRates, 'accuracy'] as const;
export type Measured = (typeof measured)[number];
/** One group, or one crossing of two groups. */
export interface OwnGroup {
  /** A value of each column that is compared. */
  parts: string[];
  rates: Rates;
  /** Its rows that have a label: all other rates than selection are of these. */
  labelled: number;
  /** 95 % intervals of the rates: exact (Clopper–Pearson) below 40 people in a rate's own denominator, Wilson's from there on. */
  ci95: Record<Measured, Interval | null>;
  /** The rows that each rate is of. */
  of: Record<Measured, number>;
  /** Which of the two each rate has; null where it is undefined. */
  method: Record<Measured, IntervalMethod | null>;
  /** Whether it has fewer than 30 people. */
  small: boolean;
  calibration: GroupCalibration | null;
}

/** Everything that is said about the groups of one column, or of two crossed. */
export interface OwnComparison {
  columns: string[];
  groups: OwnGroup[];
  /** Whether its rows are many of the same people: then intervals of rows say too much. */
  repeated?: boolean;
  /** Rows that are in none of them, their group being missing. */
  withoutGroup: number;
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
  /** Rows that have a label. */
  labelled: number;
  oneSided: OwnRows['oneSided'];
  repeats?: OwnRows['repeats'];
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
  const everybody = cellsByGroup(own.label, decisions, new Uint8Array(own.rows), 1, own.weight)[0]!;
  const tooMany = crossed !== null && crossed.parts.length > mostCrossings;
  if (crossed && !tooMany)
    compared.push(
      compare([first!.name, second!.name], crossed.codes, crossed.parts, own, decisions),
    );
  return {
    rows: own.rows,
    labelled: labelledRows(everybody),
    oneSided: own.oneSided,
    ...(own.repeats && { repeats: own.repeats }),
    weighted: own.weight !== null,
    scored: own.score !== null && isChance(own),
    scoreRange: own.scoreRange,
    threshold: own.decision ? null : threshold,
    overall: ratesOf(confusionOf(everybody)),
    comparisons: compared,
    uncrossed: tooMany ? crossed.parts.length : null,
  };
}

const isChance = ({ scoreRange }: OwnRows): boolean =>
  scoreRange !== null && scoreRange[0] >= 0 && scoreRange[1] <= 1;

/** The crossings that occur, numbered in the order of their values; `parts.length` where one of the two groups is missing. */
export function cross(
  first: GroupColumn,
  second: GroupColumn,
): { codes: Uint32Array; parts: string[][] } {
  const none = first.names.length * second.names.length;
  const pair = (i: number) => {
    const [a, b] = [first.codes[i]!, second.codes[i]!];
    const missing = a >= first.names.length || b >= second.names.length;
    return missing ? none : a * second.names.length + b;
  };
  const seen = new Uint8Array(none);
  for (let i = 0; i < first.codes.length; i++) if (pair(i) < none) seen[pair(i)] = 1;
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
  return { codes: Uint32Array.from(first.codes, (_, i) => place[pair(i)] ?? parts.length), parts };
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
  const large = cells.map(largePart);
  const groups = matrices.map((matrix, at): OwnGroup => {
    const found = measured.map((name) => {
      const rate = rateIn(cells[at]!, name);
      return [name, rate && rateInterval(rate)] as const;
    });
    const each = <T>(of: (one: NonNullable<(typeof found)[number][1]>) => T) =>
      Object.fromEntries(found.map(([name, one]) => [name, one && of(one)])) as Record<
        Measured,
        T | null
      >;
    return {
      parts: parts[at]!,
      rates: ratesOf(matrix),
      labelled: labelledRows(cells[at]!),
      small: large[at] === null,
      calibration: calibration?.[at] ?? null,
      ci95: each(({ interval }) => interval),
      method: each(({ method }) => method),
      of: Object.fromEntries(
        measured.map((name) => [name, rowsOfRate(cells[at]!, name)]),
      ) as Record<Measured, number>,
    };
  });
  const between = gapsOf(large);
  return {
    columns,
    groups,
    ...(own.repeats?.much && { repeated: true }),
    withoutGroup: own.rows - matrices.reduce((sum, { count }) => sum + count, 0),
    all: groupFairness(matrices),
    large: groupFairness(large.filter((one) => one !== null).map(confusionOf)),
    between,
    ci95: Object.fromEntries(
      Object.entries(between).map(([name, gap]) => [name, gap?.interval ?? null]),
    ) as OwnComparison['ci95'],
  };
}

/** What of a group the measures take in: nothing of under 30 people, and only the selection of under 30 with a label. */
function largePart(cells: GroupCells): GroupCells | null {
  if (confusionOf(cells).count < smallGroup) return null;
  return labelledRows(cells) < smallGroup ? withoutLabels(cells) : cells;
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
