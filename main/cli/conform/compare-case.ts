import { differences, only, toleranceOf, type Difference } from './compare.ts';
import { nothingCompared, type ReferenceCase } from './kind.ts';

/** Compares the expected members that `got` has. */
export function compare(reference: ReferenceCase, got: Record<string, unknown>): Difference[] {
  const compared = only(reference.expected, Object.keys(got));
  return [
    ...nothingCompared(compared),
    ...differences(compared, got, toleranceOf(reference.tolerance)),
  ];
}

/** Compares all of `expected`: a name that `got` lacks is a difference. */
export const compareAll = (
  reference: ReferenceCase,
  got: Record<string, unknown>,
): Difference[] => [
  ...nothingCompared(reference.expected),
  ...differences(reference.expected, got, toleranceOf(reference.tolerance)),
];
