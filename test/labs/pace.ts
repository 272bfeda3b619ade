import { expect } from 'vitest';

/**
 * Progress from 0 to 1 that never goes back, and of which no step, the last one to 1 included, is
 * `largest` or more: a run that reports as it goes. A run reports when some time has passed, so a
 * faster computer takes larger steps: `largest` leaves room for that. No time is compared: on a busy
 * computer any share of it may fall on any step.
 */
export function expectSteadyProgress(fractions: readonly number[], largest: number): void {
  expect(fractions.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
  const steps = [...fractions, 1].map((fraction, i) => fraction - (fractions[i - 1] ?? 0));
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...steps)).toBeLessThan(largest);
}
