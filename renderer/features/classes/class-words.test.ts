import { expect, it } from 'vitest';
import { listWords } from './class-words.ts';

const at = '2026-11-27T10:15:00.000Z';
const list = (current: number, ...earlier: number[]) => ({
  current: { number: current, begunAt: at, usedAt: at },
  offered: false,
  earlier: earlier.map((number) => ({ number, begunAt: at, usedAt: at, problem: null })),
});

it('a class later than the one that was opened is not called an earlier one', () => {
  expect(listWords(list(3, 2, 1))).toBe('Earlier classes');
  expect(listWords({ ...list(3, 2, 1), current: null })).toBe('Earlier classes');
  expect(listWords(list(1, 2))).toBe('Other classes');
});
