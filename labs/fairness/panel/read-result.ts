import { compare, inWords, writtenDifference } from '../../kit/compare.ts';
import { formatFixed } from '../../../renderer/kit/number/format.ts';
import type { FairnessResult, ModelName, ModelRow } from '../lab.ts';
import { auditOf, knownResult } from './known.ts';

/** What is known of a run's result; empty before the first. */
export const readResult = (result: unknown): FairnessResult => knownResult(result);

/** One audit on repayment; null where the run has none. */
export const audited = (result: unknown, name: ModelName): ModelRow | null =>
  auditOf(readResult(result), name);

export const ratio = (result: unknown, name: ModelName): number | null =>
  audited(result, name)?.demographicParityRatio ?? null;

/** Of the rejected minority who would repay, the per cent that one flipped bit approves. */
export function flippedPercent(
  result: unknown,
  group: 'minority' | 'majority' = 'minority',
): number | null {
  const test = readResult(result).deletionTest?.[group];
  return test && test.n > 0 ? (100 * test.approvedAfterFlip) / test.n : null;
}

export const two = (value: number | null | undefined): string =>
  value == null ? 'not defined' : formatFixed(value, 2);

/** What two numbers differ by, so that it fits them as `two` writes them. */
export const differenceWords = (a: number | null, b: number | null): string =>
  a === null || b === null ? two(null) : two(writtenDifference(a, b, 2));

/** How far off a number is, in words: "0.15 too high". */
export function distance(said: number | string, was: number, digits = 2): string {
  if (typeof said !== 'number') return '';
  const format = (value: number) => formatFixed(value, digits);
  const comparison = compare({ value: said }, { value: was }, { format });
  const off = format(comparison.by);
  return inWords(comparison, {
    less: `${off} too low.`,
    equal: 'Exactly that.',
    more: `${off} too high.`,
    unclear: '',
  });
}

export const near = (answer: number | string, wanted: number, within: number): boolean =>
  typeof answer === 'number' && Math.abs(answer - wanted) <= within;

/** Digits behind the point of an amount in millions, so that it has four at most from a thousand millions down. */
export const millionDigits = (millions: number): number => (Math.abs(millions) >= 100 ? 1 : 2);

/** Dollars in millions, as they are written: "8.41", "109.9". */
export const millions = (dollars: number): string =>
  formatFixed(dollars / 1e6, millionDigits(dollars / 1e6));
