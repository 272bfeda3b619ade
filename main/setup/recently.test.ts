import { expect, it } from 'vitest';
import { withinLastDay } from './recently.ts';

const now = Date.UTC(2019, 5, 1);

it('a day and no longer', () => {
  expect(withinLastDay(now, now)).toBe(true);
  expect(withinLastDay(now - 23 * 3_600_000, now)).toBe(true);
  expect(withinLastDay(now - 25 * 3_600_000, now)).toBe(false);
});

it('what was noted in a future counts for nothing: the clock was put back', () => {
  expect(withinLastDay(Date.UTC(2026, 5, 1), now)).toBe(false);
});
