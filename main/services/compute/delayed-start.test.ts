import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { delayedStart } from './delayed-start.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('starts at once where nobody waits for a slide', () => {
  const start = vi.fn();
  delayedStart(start, false).windowCame();
  vi.advanceTimersByTime(10_000);
  expect(start).toHaveBeenCalledTimes(1);
});

it('starts a moment after the first window, once', () => {
  const start = vi.fn();
  const starting = delayedStart(start, true);
  vi.advanceTimersByTime(100);
  starting.windowCame();
  expect(start).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  starting.windowCame();
  vi.advanceTimersByTime(100);
  expect(start).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(start).toHaveBeenCalledTimes(1);
});

it('starts without a window too, but not once it is cancelled', () => {
  const start = vi.fn();
  delayedStart(start, true);
  vi.advanceTimersByTime(2_000);
  expect(start).toHaveBeenCalledTimes(1);
  const cancelled = vi.fn();
  delayedStart(cancelled, true).cancel();
  vi.advanceTimersByTime(10_000);
  expect(cancelled).not.toHaveBeenCalled();
});
