import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedSeed } from './fixed-seed.ts';

const seen: number[] = [];
const draw = () => {
  const numbers: number[] = [];
  const { seed } = fc.check(fc.property(fc.integer(), (number) => void numbers.push(number)));
  seen.push(seed);
  return numbers;
};

test('a property test that names no seed draws the same cases each time', () => {
  expect(draw()).toEqual(draw());
  const asked = process.env['LECTERN_FUZZ_SEED'];
  expect(seen).toEqual([Number(asked ?? fixedSeed), Number(asked ?? fixedSeed)]);
});
