import { expect, it } from 'vitest';
import { meant, slipsBetween } from './slips.ts';

it.each([
  ['latency', 'latency', 0],
  ['latnecy', 'latency', 1],
  ['latancy', 'latency', 1],
  ['latncy', 'latency', 1],
  ['lattency', 'latency', 1],
  ['alntecy', 'latency', 3],
  ['', 'abc', 3],
  ['ca', 'abc', 3],
])('%s to %s takes %i', (a, b, slips) => {
  expect(slipsBetween(a, b)).toBe(slips);
  expect(slipsBetween(b, a)).toBe(slips);
});

it('the nearest words are meant, with their first letter or the first two changed', () => {
  const known = ['myth', 'with', 'math', 'moth', 'myths', 'customers', 'customer', 'ruiz', 'an'];
  expect(meant('mith', known)).toEqual(['myth', 'math', 'moth']);
  expect(meant('ymth', known)).toEqual(['myth']);
  expect(meant('quiz', known)).toEqual([]);
  expect(meant('custmoers', known)).toEqual(['customers']);
  // Of a longer word the rest may still be to come.
  expect(meant('cusomer', known)).toEqual(['customers', 'customer']);
  expect(meant('cusom', known)).toEqual([]);
  expect(meant('setting', ['settle', 'seatings', 'seeing'])).toEqual(['seatings']);
  expect(meant('am', known)).toEqual([]);
});
