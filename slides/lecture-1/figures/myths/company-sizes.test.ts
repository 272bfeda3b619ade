import { expect, it } from 'vitest';
import { companySizes, shareFrom, shareOf } from './company-sizes.ts';

it('adds up to all answers', () => {
  expect(companySizes.reduce((sum, { answers }) => sum + shareOf(answers), 0)).toBeCloseTo(1, 12);
  expect(shareFrom(0)).toBeCloseTo(1, 12);
});

it('finds more than half at 100 people or more', () => {
  // 7274 + 2486 + 3831 + 1604 + 5680 = 20,875 of 37,372
  expect(shareFrom(100)).toBeCloseTo(20_875 / 37_372, 12);
});
