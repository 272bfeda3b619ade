import { describe, expect, it } from 'vitest';
import {
  arrive,
  clockWords,
  elapsedMs,
  hasBegun,
  newClock,
  pause,
  reset,
  sharedClock,
  start,
  steadyNow,
  undoReset,
} from './clock.ts';

const minute = 60_000;

describe('the lecture’s clock', () => {
  it('stands until it is started, and leaves pauses out', () => {
    expect(elapsedMs(newClock, 5 * minute)).toBe(0);
    const going = start(newClock, minute);
    expect(elapsedMs(going, 4 * minute)).toBe(3 * minute);
    const paused = pause(going, 4 * minute);
    expect(elapsedMs(paused, 60 * minute)).toBe(3 * minute);
    expect(elapsedMs(start(paused, 60 * minute), 62 * minute)).toBe(5 * minute);
    expect(start(going, 3 * minute)).toBe(going);
    expect(pause(paused, 90 * minute).spentMs).toBe(3 * minute);
  });

  it('counts the time that the computer slept', () =>
    expect(elapsedMs(start(newClock, 0), 25 * minute)).toBe(25 * minute));

  it('is reset, and undo brings the time back with what passed meanwhile', () => {
    const going = start(newClock, 0);
    const zero = reset(arrive(going, 'agenda', 10 * minute));
    expect([elapsedMs(zero, 11 * minute), hasBegun(zero), zero.arrived]).toEqual([
      0,
      false,
      { slide: 'agenda', atMs: 0 },
    ]);
    expect(elapsedMs(undoReset(zero), 12 * minute)).toBe(12 * minute);
    expect(undoReset(newClock)).toBe(newClock);
    expect(elapsedMs(undoReset(reset(pause(going, 3 * minute))), 50 * minute)).toBe(3 * minute);
  });

  it('notes when a slide came, once', () => {
    const first = arrive(start(newClock, 0), 'agenda', minute);
    expect(first.arrived).toEqual({ slide: 'agenda', atMs: minute });
    expect(arrive(first, 'agenda', 2 * minute)).toBe(first);
    expect(arrive(first, 'table-1', 2 * minute).arrived).toEqual({
      slide: 'table-1',
      atMs: 2 * minute,
    });
  });

  it('never goes back when the computer’s clock is set back', () => {
    const reads = [1000, 2000, 500, 1500, 1400, 9000];
    const now = steadyNow(() => reads.shift()!);
    expect([now(), now(), now(), now(), now()]).toEqual([2000, 2000, 3000, 3000, 10_600]);
  });

  it('reads back what it stores', () =>
    expect(sharedClock.schema.parse(JSON.parse(JSON.stringify(reset(start(newClock, 1)))))).toEqual(
      reset(start(newClock, 1)),
    ));

  it.each([
    [0, '00:00'],
    [-5, '00:00'],
    [1_782_400, '29:42'],
    [3_723_000, '1:02:03'],
  ])('%i ms is %s', (ms, words) => expect(clockWords(ms)).toBe(words));
});
