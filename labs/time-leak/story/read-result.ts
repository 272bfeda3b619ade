import { formatFixed } from '../../../renderer/kit/number/format.ts';
import { compare, said as saying, type Amount, type Wordings } from '../../kit/compare.ts';
import { standardError } from '../../math/statistics.ts';
import { knownResult, type KnownResult } from '../panel/known.ts';
import type { FeatureSet, Policy } from '../names.ts';

/** A run's result as the story reads it; null where there is none. */
export function readResult(result: unknown): KnownResult | null {
  const known = result === null || result === undefined ? null : knownResult(result);
  return known && known.scores.length > 0 ? known : null;
}

export const aucOf = (result: unknown, features: FeatureSet, split: string): number | null =>
  readResult(result)?.scores.find(
    (row) => row.features === features && row.model === 'logistic' && row.split === split,
  )?.auc ?? null;

export const divisionAuc = (result: unknown, split: string): number | null =>
  readResult(result)?.splits.find((row) => row.split === split)?.auc ?? null;

export const driftAuc = (result: unknown, policy: Policy): number | null =>
  readResult(result)?.drift.find((row) => row.policy === policy)?.auc ?? null;

/**
 * How much higher one policy's AUC is than another's. Both scored the same rows, so the differences of the single weeks say how far
 * the whole one scatters. Null where the run has one of them only.
 */
export function aucGain(result: unknown, policy: Policy, beside: Policy): Amount | null {
  const of = (name: Policy) => readResult(result)?.drift.find((row) => row.policy === name);
  const [one, other] = [of(policy), of(beside)];
  if (!one || !other) return null;
  const weeks = new Map(other.weekly.map(({ week, auc }) => [week, auc]));
  const differences = one.weekly.flatMap(({ week, auc }) => {
    const there = weeks.get(week) ?? null;
    return auc === null || there === null ? [] : [auc - there];
  });
  return { value: one.auc - other.auc, error: standardError(differences) };
}

/** The policies with the highest AUC at the run's own interval: several where their figures read the same. */
export function bestPolicies(result: unknown): Policy[] {
  const rows = readResult(result)?.drift ?? [];
  const most = { value: Math.max(...rows.map(({ auc }) => auc)) };
  return rows
    .filter(({ auc }) => compare({ value: auc }, most, { format: two }).relation === 'equal')
    .map(({ policy }) => policy);
}

/** Whether an answer is within a tolerance of the truth. */
export const within = (answer: number | string, truth: number, reach: number): boolean =>
  typeof answer === 'number' && Math.abs(answer - truth) <= reach + 1e-9;

/** What was said against what is so, in words; less than `near` apart is close. */
export function comparedWords(said: number, found: number, near: number): string {
  return saying(
    { value: found },
    { value: said },
    {
      less: 'Less than you said',
      equal: 'Close to your guess',
      more: 'More than you said',
      unclear: '',
    },
    { margin: near },
  );
}

/** Two decimals; a dash where nothing is known. */
export const two = (value: number | null): string => (value === null ? '–' : formatFixed(value, 2));

interface Measured {
  value: number;
  interval: readonly [number, number];
}

/** What is said of two AUCs, or of two falls in AUC, by their intervals: less than a hundredth is no difference. */
export const saidOfAucs = (
  a: Measured,
  b: Measured,
  wordings: Wordings,
  format: (value: number) => string = two,
): string => saying(a, b, wordings, { margin: 0.01, format });
