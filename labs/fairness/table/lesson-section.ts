import { confusionByGroup, ratesOf, type Rates } from '../../math/confusion.ts';
import { rateInterval } from '../../math/intervals/rate.ts';
import type { Side } from './table-models.ts';

/**
 * Text, or a number: a rate with its 95 % interval and the rows that it is of, or with `digits`, the decimals that it is read with, any
 * other number.
 */
export type LessonCell =
  | string
  | {
      value: number;
      interval: [number, number] | null;
      exact: boolean;
      digits?: number;
      of?: number;
    };

/** What one part of the story is on a table; a section of its report. */
export interface LessonSection {
  /** Of the story; null where it is of none. */
  part: string | null;
  heading: string;
  paragraphs: string[];
  points: string[];
  tables: {
    caption: string;
    columns: string[];
    rows: { cells: LessonCell[]; quiet: boolean }[];
  }[];
}

/** A share as a number of the report; "undefined" where nothing is divided by. `part` of `whole`, with its interval. */
export function rateCell(part: number, whole: number): LessonCell {
  if (whole === 0) return 'undefined';
  const found = rateInterval({ p: part / whole, n: whole });
  return {
    value: part / whole,
    interval: found && [found.interval[0], found.interval[1]],
    exact: found?.method === 'exact',
    of: whole,
  };
}

/** A number that is no rate: a count, an AUC, a threshold, a gap. */
export const plainCell = (value: number | null, digits: number): LessonCell =>
  value === null ? 'undefined' : { value, interval: null, exact: false, digits };

export const two = (value: number | null): string =>
  value === null ? 'undefined' : value.toFixed(2);
/** A share in whole people of a hundred. */
export const hundred = (value: number | null): string =>
  value === null ? 'an unknown number' : String(Math.round(100 * value));

/** Rates of both groups on a side, under these decisions. */
export function ratesOn({ label, group }: Side, decisions: ArrayLike<number>): [Rates, Rates] {
  const [a, b] = confusionByGroup(label, decisions, group, 2);
  return [ratesOf(a!), ratesOf(b!)];
}

/** 1 where a chance reaches the threshold of its group. */
export const cutAt = (
  { group }: Side,
  chances: ArrayLike<number>,
  cuts: readonly [number, number],
): Uint8Array => Uint8Array.from(chances, (chance, i) => (chance >= cuts[group[i]!]! ? 1 : 0));

export const selectedOf = ({ tp, fp, weight }: Rates): LessonCell => rateCell(tp + fp, weight);
export const foundOf = ({ tp, fn }: Rates): LessonCell => rateCell(tp, tp + fn);
export const alarmsOf = ({ fp, tn }: Rates): LessonCell => rateCell(fp, fp + tn);
export const preciseOf = ({ tp, fp }: Rates): LessonCell => rateCell(tp, tp + fp);

/** Right decisions among all rows of both groups. */
export const accuracyOf = (both: readonly Rates[]): LessonCell =>
  rateCell(
    both.reduce((sum, { tp, tn }) => sum + tp + tn, 0),
    both.reduce((sum, { weight }) => sum + weight, 0),
  );
