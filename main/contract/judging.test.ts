import { describe, expect, it } from 'vitest';
import { hasSettings, judgingRun, type Judge, type Question } from './judging.ts';

const hour = (n: number) => `2026-01-01T${String(n).padStart(2, '0')}:00:00.000Z`;
const run = (number: number, over: Partial<Judge> = {}): Judge => ({
  number,
  parameters: { load: 1 },
  prediction: null,
  status: 'finished',
  complete: true,
  startedAt: hour(number),
  durationMs: 1_000,
  ...over,
});
const carried = (lockedAt: string) => ({
  prediction: { step: 'p', question: '', value: 1, unit: '', lockedAt },
});

/** Locked at five; runs are called by the hour they began at. */
const question = (seen: boolean): Question<Judge> => ({
  step: 'p',
  lockedAt: hour(5),
  seen,
  fits: (one) => hasSettings(one, { load: 1 }),
});
const judge = (runs: Judge[], seen = false) => judgingRun(question(seen), runs)?.number ?? null;

describe('the run that judges a prediction', () => {
  it.each<[string, Judge[], number | null]>([
    ['the first after it was locked, in whatever order they come', [run(8), run(6), run(4)], 6],
    ['none before it', [run(3), run(4)], null],
    ['not one with other settings', [run(6, { parameters: { load: 2 } }), run(7)], 7],
    [
      'not one that was stopped or failed',
      [
        run(6, { status: 'stopped', complete: false }),
        run(7, { status: 'failed', complete: false }),
        run(8),
      ],
      8,
    ],
    ['not one under way', [run(6, { status: 'running', complete: false })], null],
    ['one that carries it, whatever the clock says', [run(4, carried(hour(5))), run(6)], 4],
    ['not one for what was said before and taken back', [run(4, carried(hour(3)))], null],
  ])('is %s', (_, runs, number) => expect(judge(runs)).toBe(number));

  it('stays the same whatever is run later', () => {
    const later = [run(7), run(8, carried(hour(5))), run(9, { status: 'running' })];
    const judges = later.map((_, n) => judge([run(6), ...later.slice(0, n + 1)]));
    expect(judges).toEqual([6, 6, 6]);
  });
});

describe('where results show at once', () => {
  it.each<[string, Judge[], number | null]>([
    ['the newest that had ended before', [run(3), run(4), run(6)], 4],
    ['the first to come where there was none', [run(7), run(6)], 6],
    ['one that was under way when it was locked', [run(4, { durationMs: 7.2e6 }), run(6)], 4],
    ['not a later one that carries it, where one was seen', [run(4), run(6, carried(hour(5)))], 4],
    ['not one with other settings', [run(3), run(4, { parameters: { load: 2 } })], 3],
  ])('it is %s', (_, runs, number) => expect(judge(runs, true)).toBe(number));
});
