import type { Column } from '../column.ts';

/** Larger whole numbers are no codes of an outcome. */
const largestCode = 20;

/** Two amounts, such as 180 and 360 or “36 months” and “60 months”: no yes and no, however few they are. */
export function areAmounts({ two }: Pick<Column, 'two'>): boolean {
  if (two === null) return false;
  const numbers = [two.zero, two.one].map(Number);
  if (numbers.every((value) => !Number.isNaN(value)))
    return numbers.some((value) => !Number.isInteger(value) || Math.abs(value) > largestCode);
  return !two.told && [two.zeroWord, two.oneWord].every((word) => /^[<>≤≥]?\s*\d/.test(word));
}
