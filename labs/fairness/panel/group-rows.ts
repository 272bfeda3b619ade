import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { DataTable } from '../../../renderer/charts/data-table.ts';
import { ownRates, type OwnComparison, type OwnGroup, type OwnRate } from '../own/own-audit.ts';
import { labelsOneSided } from '../../math/confusion.ts';
import type { IntervalMethod } from '../../math/intervals/rate.ts';
import { smallGroup } from '../small-group.ts';
import { groupName } from '../own/own-verdict.ts';
import { rateWords } from './own/own-words.ts';

/** At most so many groups are drawn; the table has them all. */
export const mostShown = 8;

/** The groups as they are drawn: least selected first; those too small to say anything come last, then those without a rate. */
export function ranked(groups: readonly OwnGroup[]): OwnGroup[] {
  const last = (one: OwnGroup) => {
    if (one.rates.selectionRate === null) return 2;
    return one.small ? 1 : 0;
  };
  return [...groups].sort(
    (a, b) =>
      last(a) - last(b) ||
      (a.rates.selectionRate ?? 0) - (b.rates.selectionRate ?? 0) ||
      b.rates.count - a.rates.count,
  );
}

/** Numerator and denominator of a rate, as weights. */
export function partsOf(
  rate: OwnRate,
  { rates: { tp, fp, fn, tn, up = 0, weight } }: OwnGroup,
): [part: number, whole: number] {
  return {
    selectionRate: [tp + fp + up, weight],
    tpr: [tp, tp + fn],
    fpr: [fp, fp + tn],
    ppv: [tp, tp + fp],
  }[rate] as [number, number];
}

/** How a group's rate is computed, with its own numbers: "40 of 100 with label 1 = 0.400". */
export function countedWords(rate: OwnRate, group: OwnGroup): string {
  const [part, whole] = partsOf(rate, group);
  const value = group.rates[rate];
  const tidy = (count: number) => formatFixed(count, Number.isInteger(count) ? 0 : 1);
  if (value === null)
    return rate !== 'ppv' && labelsOneSided(group.rates)
      ? 'can’t be told, labels are known of one side only'
      : `undefined, ${rateWords[rate].nobody}`;
  return `${tidy(part)} of ${tidy(whole)} = ${formatFixed(value, 3)}`;
}

/** What a group's size says of its rates. */
export const sizeWords = ({ rates: { count } }: OwnGroup): string =>
  count < smallGroup ? `only ${formatFixed(count)}` : formatFixed(count);

const methodWords: Record<IntervalMethod, string> = { wilson: 'Wilson', exact: 'exact' };

/** Every group with every number, for the table and the CSV file. */
export function groupTable({ groups, columns }: OwnComparison): DataTable {
  const interval = ownRates.flatMap((rate) => [
    rateWords[rate].long,
    `${rateWords[rate].short} from`,
    `${rateWords[rate].short} to`,
    `${rateWords[rate].short} interval`,
  ]);
  return {
    columns: [
      groupName(columns),
      'people',
      'with a label',
      ...interval,
      'base rate',
      'accuracy',
      'calibration error',
    ],
    rows: ranked(groups).map((one) => [
      groupName(one.parts),
      one.rates.count,
      one.labelled,
      ...ownRates.flatMap((rate) => [
        one.rates[rate],
        one.ci95[rate]?.[0] ?? null,
        one.ci95[rate]?.[1] ?? null,
        one.method[rate] && methodWords[one.method[rate]],
      ]),
      one.rates.baseRate,
      one.rates.accuracy,
      one.calibration?.ece ?? null,
    ]),
  };
}
