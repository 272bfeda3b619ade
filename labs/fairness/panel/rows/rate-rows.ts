import { forcedFalsePositiveRate } from '../../../math/group-fairness.ts';
import { ratesOf, type Rates } from '../../../math/confusion.ts';
import { formatFixed } from '../../../../renderer/kit/number/format.ts';
import type { GroupRow, ModelRow } from '../../lab.ts';
import { intervalOfRate } from './row-intervals.ts';

export type ShownRate = 'selectionRate' | 'tpr' | 'fpr' | 'ppv' | 'fnr' | 'baseRate';

/** One group's value of a rate, with what it is computed from. */
export interface RatePoint {
  value: number | null;
  ci95: readonly [number, number] | null;
  /** Numerator and denominator, in people. */
  part: number;
  whole: number;
  count: number;
}

export interface RateRow {
  rate: ShownRate;
  /** Two or three words: "True positive rate". */
  name: string;
  /** What it asks: "of those who repay, approved". */
  about: string;
  majority: RatePoint;
  minority: RatePoint;
  /** The same rates under what is compared with; drawn as ghosts. */
  was?: { majority: number | null; minority: number | null };
}

const parts: Record<
  ShownRate,
  {
    name: string;
    about: string;
    formula: string;
    of: (rates: Rates) => [part: number, whole: number];
  }
> = {
  selectionRate: {
    name: 'Selection rate',
    about: 'of all, approved',
    formula: 'approved / all',
    of: (r) => [r.tp + r.fp, r.weight],
  },
  tpr: {
    name: 'True positive rate',
    about: 'of those who repay, approved',
    formula: 'approved who repay / all who repay',
    of: (r) => [r.tp, r.tp + r.fn],
  },
  fpr: {
    name: 'False positive rate',
    about: 'of those who default, approved',
    formula: 'approved who default / all who default',
    of: (r) => [r.fp, r.fp + r.tn],
  },
  ppv: {
    name: 'Predictive value',
    about: 'of the approved, who repay',
    formula: 'approved who repay / all approved',
    of: (r) => [r.tp, r.tp + r.fp],
  },
  fnr: {
    name: 'False negative rate',
    about: 'of those who repay, rejected',
    formula: 'rejected who repay / all who repay',
    of: (r) => [r.fn, r.tp + r.fn],
  },
  baseRate: {
    name: 'Base rate',
    about: 'of all, who repay',
    formula: 'who repay / all',
    of: (r) => [r.tp + r.fn, r.weight],
  },
};

const ratesIn = ({ count, tp, fp, fn, tn }: GroupRow): Rates =>
  ratesOf({ count, weight: count, tp, fp, fn, tn });

export function pointOf(rate: ShownRate, rates: Rates, ci95: RatePoint['ci95'] = null): RatePoint {
  const [part, whole] = parts[rate].of(rates);
  return { value: rates[rate], ci95, part, whole, count: rates.count };
}

export function rowOf(
  rate: ShownRate,
  majority: RatePoint,
  minority: RatePoint,
  was?: RateRow['was'],
): RateRow {
  return {
    rate,
    name: parts[rate].name,
    about: parts[rate].about,
    majority,
    minority,
    ...(was && { was }),
  };
}

/** The four rates of an audit, over those of another one as ghosts where it is given. */
export function auditRows(row: ModelRow, was: ModelRow | null = null): RateRow[] {
  const [majority, minority] = row.groups as [GroupRow, GroupRow];
  return (['selectionRate', 'tpr', 'fpr', 'ppv'] as const).map((rate) =>
    rowOf(
      rate,
      pointOf(rate, ratesIn(majority), intervalOfRate(majority, rate)),
      pointOf(rate, ratesIn(minority), intervalOfRate(minority, rate)),
      was ? was[rate] : undefined,
    ),
  );
}

/** How one rate is computed, with the run's own numbers: "1,072 approved who repay / 3,652 all who repay = 0.29". */
export function computedWords(rate: ShownRate, { part, whole, value }: RatePoint): string {
  const [top, bottom] = parts[rate].formula.split(' / ') as [string, string];
  return (
    `${formatFixed(part, 0)} ${top} / ${formatFixed(whole, 0)} ${bottom} = ` +
    `${value === null ? 'undefined, for nothing is divided by' : formatFixed(value, 3)}`
  );
}

/**
 * The factors of Chouldechova's identity with one group's numbers, and the false positive rate that they force. Null where a rate is
 * missing, or nobody is on one side.
 */
export function identityParts(
  rates: Rates,
): { fpr: number; p: string; ppv: string; fnr: string } | null {
  const fpr = forcedFalsePositiveRate(rates);
  if (fpr === null) return null;
  const [p, ppv, fnr] = [rates.baseRate!, rates.ppv!, rates.fnr!].map((value) =>
    formatFixed(value, 2),
  );
  return { fpr, p: `${p} / (1 − ${p})`, ppv: `(1 − ${ppv}) / ${ppv}`, fnr: `(1 − ${fnr})` };
}
