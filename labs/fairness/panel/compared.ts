import { compare, inWords, said, shareOf, type Amount } from '../../kit/compare.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { GroupRow, ModelRow } from '../lab.ts';
import type { Rates } from '../../math/confusion.ts';
import type { Interval } from '../../math/intervals/rate.ts';
import { alikeWithin, areAlike } from '../alike.ts';

const two = (value: number) => formatFixed(value, 2);

/** What of a demographic parity ratio is missing to 1, with its interval; null where the ratio is undefined. */
export function gapTo1(row: ModelRow | null): Amount | null {
  if (row?.demographicParityRatio == null) return null;
  const interval = row.ci95.demographicParityRatio;
  return {
    value: 1 - row.demographicParityRatio,
    interval: interval && [1 - interval[1], 1 - interval[0]],
  };
}

/** A change of the gap that is worth no word. */
const gapMargin = 0.02;

/** What became of the gap between two audits: "the gap shrinks", "the gap grows"; empty where one is undefined. */
export function gapChange(now: ModelRow | null, before: ModelRow | null): string {
  const [a, b] = [gapTo1(now), gapTo1(before)];
  if (!a || !b) return '';
  return said(
    a,
    b,
    {
      less: 'the gap shrinks',
      equal: 'the gap stays the same',
      more: 'the gap grows',
      unclear: 'the two gaps can’t be told apart with this many applicants',
    },
    { margin: gapMargin, format: two },
  );
}

/** Whether a gap in selection is left that matters: `none` only where its interval and that of the ratio leave no room for one. */
export function gapLeft(
  row: ModelRow,
  intervals: { selection: Interval | null; ratio: Interval | null },
  words: { some: string; none: string },
): string {
  const { majority, minority } = row.selectionRate;
  if (majority === null || minority === null) return words.some;
  if (!areAlike(intervals.selection, intervals.ratio)) return words.some;
  return said(
    { value: majority - minority, interval: intervals.selection },
    { value: 0 },
    { less: words.some, equal: words.none, more: words.some, unclear: words.some },
    { margin: alikeWithin, format: two },
  );
}

/** One group's rate with its interval; null where it is undefined. */
export function rateOf(
  row: ModelRow | null,
  group: GroupRow['group'],
  rate: 'tpr' | 'fpr' | 'ppv' | 'selectionRate',
): Amount | null {
  const value = row?.[rate][group];
  if (row === null || value == null) return null;
  return { value, interval: row.groups.find((one) => one.group === group)?.ci95[rate] ?? null };
}

/** Accuracy as a share of all whom the audit saw. */
export function accuracyOf(row: ModelRow | null): Amount | null {
  if (row?.accuracy == null) return null;
  return shareOf(
    row.accuracy,
    row.groups.reduce((sum, { count }) => sum + count, 0),
  );
}

/** By how much more those who would repay are approved in one group. */
export function chanceWords(majority: Rates, minority: Rates): string {
  if (majority.tpr === null || minority.tpr === null) return 'A rate is undefined here';
  const share = ({ tpr, tp, fn }: Rates) => shareOf(tpr!, tp + fn);
  const comparison = compare(share(majority), share(minority), {
    margin: 0.03,
    format: (value) => formatFixed(100 * value, 0),
  });
  const more = `${formatFixed(100 * comparison.by, 0)} more are approved in the`;
  return inWords(comparison, {
    less: { turned: `Of 100 who would repay, ${more} minority` },
    equal: 'Those who would repay have the same chance in both groups',
    more: `Of 100 who would repay, ${more} majority`,
    unclear: 'Whether those who would repay have the same chance can’t be told',
  });
}
