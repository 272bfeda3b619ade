import { describe, expect, it } from 'vitest';
import {
  clockWords,
  freshCountdown,
  isPaused,
  isRunning,
  leftAt,
  longestMs,
  paused,
  plannedMs,
  resetCountdown,
  saidOnTheWay,
  started,
  withMinute,
} from './countdown.ts';

const t = 1_800_000_000_000;

describe('the countdown', () => {
  it('stands at eight minutes until it is started, then follows the wall clock', () => {
    expect(leftAt(freshCountdown, t)).toBe(plannedMs);
    const running = started(freshCountdown, t);
    expect(leftAt(running, t + 1_500)).toBe(plannedMs - 1_500);
    expect(isRunning(running, t + 1_500)).toBe(true);
  });

  it('shows the truth after the computer slept through the end', () => {
    const running = started(freshCountdown, t);
    expect(leftAt(running, t + 3_600_000)).toBe(0);
    expect(isRunning(running, t + 3_600_000)).toBe(false);
  });

  it('keeps what is left while it is paused, and goes on from there', () => {
    const stopped = paused(started(freshCountdown, t), t + 60_000);
    expect(leftAt(stopped, t + 999_999)).toBe(7 * 60_000);
    expect(leftAt(started(stopped, t + 999_999), t + 1_000_999)).toBe(7 * 60_000 - 1_000);
  });

  it('is paused once it was started, not where minutes were only set', () => {
    expect(isPaused(freshCountdown)).toBe(false);
    expect(isPaused(withMinute(freshCountdown, t))).toBe(false);
    const running = started(freshCountdown, t);
    expect(isPaused(running)).toBe(false);
    const stopped = paused(running, t + 60_000);
    expect(isPaused(stopped)).toBe(true);
    expect(isPaused(withMinute(stopped, t + 60_000))).toBe(true);
    expect(isPaused(resetCountdown(stopped))).toBe(false);
    expect(isPaused(paused(running, t + plannedMs))).toBe(false);
  });

  it('gains a minute standing, running and after the end', () => {
    expect(withMinute(freshCountdown, t).leftMs).toBe(9 * 60_000);
    const running = started(freshCountdown, t);
    expect(leftAt(withMinute(running, t + 60_000), t + 60_000)).toBe(plannedMs);
    const over = withMinute(running, t + plannedMs + 5_000);
    expect(leftAt(over, t + plannedMs + 5_000)).toBe(60_000);
    expect(isRunning(over, t + plannedMs + 5_000)).toBe(true);
  });

  it('never grows beyond its longest, whatever the clock does', () => {
    let long = freshCountdown;
    for (let i = 0; i < 200; i++) long = withMinute(long, t);
    expect(long.leftMs).toBe(longestMs);
    expect(leftAt(started(freshCountdown, t), t - 1e10)).toBe(longestMs);
  });

  it('starts anew from the end, and a reset keeps the choice of sound', () => {
    const over = started(freshCountdown, t);
    expect(leftAt(started(over, t + plannedMs), t + plannedMs)).toBe(plannedMs);
    expect(resetCountdown({ ...over, sound: false })).toEqual({ ...freshCountdown, sound: false });
  });
});

it('rounds seconds up, so that 0:00 is the end', () => {
  expect([480_000, 479_999, 61_000, 60_001, 60_000, 9_001, 1, 0].map(clockWords)).toEqual([
    '8:00',
    '8:00',
    '1:01',
    '1:01',
    '1:00',
    '0:10',
    '0:01',
    '0:00',
  ]);
});

describe('what is said aloud', () => {
  const said = (fromSeconds: number, toSeconds: number) =>
    saidOnTheWay(fromSeconds * 1000, toSeconds * 1000);
  it('is each minute, half a minute and the end', () => {
    const all: string[] = [];
    for (let left = 480; left > 0; left -= 0.25) {
      const words = said(left, left - 0.25);
      if (words) all.push(words);
    }
    expect(all).toEqual([
      '7 minutes left.',
      '6 minutes left.',
      '5 minutes left.',
      '4 minutes left.',
      '3 minutes left.',
      '2 minutes left.',
      '1 minute left.',
      '30 seconds left.',
      'Time is up.',
    ]);
  });
  it('is the last mark alone after a sleep, and nothing when time is added', () => {
    expect(said(400, 100)).toBe('2 minutes left.');
    expect(said(400, 0)).toBe('Time is up.');
    expect(said(100, 160)).toBeNull();
  });
});
