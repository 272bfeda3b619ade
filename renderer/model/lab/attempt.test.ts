import { expect, it } from 'vitest';
import { attempt } from './attempt.ts';

it('turns a fault in a story’s words into nothing said', () => {
  expect(
    attempt(() => {
      throw new Error('x');
    }),
  ).toBeNull();
  expect(attempt(() => 3)).toBe(3);
});
