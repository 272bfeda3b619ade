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
    const zero = reset(arrive(going, 'agenda', 10 * minute), 11 * minute);
    expect([elapsedMs(zero, 11 * minute), hasBegun(zero), zero.arrived]).toEqual([
      0,
      false,
      { slide: 'agenda', atMs: 0 },
    ]);
    expect(elapsedMs(undoReset(zero, 12 * minute), 12 * minute)).toBe(12 * minute);
    expect(undoReset(newClock, minute)).toBe(newClock);
    const paused = reset(pause(going, 3 * minute), 4 * minute);
    expect(elapsedMs(undoReset(paused, 5 * minute), 50 * minute)).toBe(3 * minute);
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

  it('keeps how long each slide took; one that comes again adds to it', () => {
    const first = arrive(start(newClock, 0), 'agenda', 0);
    const second = arrive(first, 'table-1', 2 * minute);
    const again = arrive(pause(second, 5 * minute), 'agenda', 50 * minute);
    expect(again.slides).toEqual({ agenda: 2 * minute, 'table-1': 3 * minute });
    const back = arrive(start(again, 60 * minute), 'end', 61 * minute);
    expect(back.slides).toEqual({ agenda: 3 * minute, 'table-1': 3 * minute });
  });

  it('takes no time from a slide when the computer’s clock is set back', () => {
    const first = arrive(start(newClock, 10 * minute), 'agenda', 12 * minute);
    const second = arrive(first, 'table-1', minute);
    expect(second).toMatchObject({ slides: { agenda: 0 }, arrived: { atMs: 0 } });
    expect(reset(second, 2 * minute).passages).toEqual([]);
  });

  it('makes a passage of what Reset takes away, without slides that were passed over, and its undo takes it back', () => {
    let clock = arrive(start(newClock, 0), 'agenda', 0);
    clock = arrive(clock, 'hurried', 2 * minute);
    clock = arrive(clock, 'table-1', 2 * minute + 4_999);
    const zero = reset(clock, 3 * minute);
    const passage = { agenda: 2 * minute, 'table-1': minute - 4_999 };
    expect([zero.passages, zero.slides]).toEqual([[passage], {}]);
    const back = undoReset(arrive(start(zero, 4 * minute), 'end', 4 * minute), 5 * minute);
    expect(back).toMatchObject({ passages: [], arrived: { slide: 'end', atMs: 5 * minute } });
    expect(back.slides).toMatchObject({ agenda: 2 * minute, hurried: 4_999 });
    // Nothing was presented: that is no passage, and its undo takes none away.
    const empty = reset(start(zero, 6 * minute), 6 * minute + 1);
    expect(empty.passages).toEqual([passage]);
    expect(undoReset(empty, 7 * minute).passages).toEqual([passage]);
    let many = zero;
    for (let i = 0; i < 9; i++) many = reset(arrive(start(many, 0), `s${i}`, 0), (i + 1) * minute);
    expect(many.passages).toHaveLength(5);
    expect(sharedClock.schema.safeParse(many).success).toBe(true);
  });

  it('reads what an older version stored', () =>
    expect(
      sharedClock.schema.parse({
        startedAt: 7,
        spentMs: 5,
        arrived: { slide: 'agenda', atMs: 1 },
        before: { startedAt: null, spentMs: 3 },
      }),
    ).toMatchObject({ startedAt: 7, slides: {}, passages: [], before: { spentMs: 3 } }));

  it('never goes back when the computer’s clock is set back', () => {
    const reads = [1000, 2000, 500, 1500, 1400, 9000];
    const now = steadyNow(() => reads.shift()!);
    expect([now(), now(), now(), now(), now()]).toEqual([2000, 2000, 3000, 3000, 10_600]);
  });

  it('reads back what it stores', () =>
    expect(
      sharedClock.schema.parse(JSON.parse(JSON.stringify(reset(start(newClock, 1), 2)))),
    ).toEqual(reset(start(newClock, 1), 2)));

  it.each([
    [0, '00:00'],
    [-5, '00:00'],
    [1_782_400, '29:42'],
    [3_723_000, '1:02:03'],
  ])('%i ms is %s', (ms, words) => expect(clockWords(ms)).toBe(words));
});
