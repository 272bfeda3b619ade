import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOfClass } from '../../contract/lecture-class.ts';
import { friday, given, openClasses } from '../fixtures/trial-classes.ts';

const hour = 3600_000;

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-classes-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The classes of this test's folder. */
const open = (...what: Parameters<typeof openClasses> extends [string, ...infer R] ? R : never) =>
  openClasses(folder, ...what);

describe('Safe on stage: a class is a thing', () => {
  it('a new class begins without clock, polls, hands, groups, ink, place and lab settings, and without an answer to a poll; the desk stays', async () => {
    const { classes, state, share } = await open();
    given(share);
    share('lecture/presenter', 5, false);
    await classes.begin();
    expect(state.values).toEqual({
      'lecture/desk': { planned: 75, notes: 2 },
      'lecture/presenter': 5,
    });
    expect(classes.list()).toMatchObject({ current: null, earlier: [{ number: 1 }] });
  });

  it('an earlier class is opened with all that it had, also by a later start, and the one before it is kept', async () => {
    const first = await open();
    given(first.share);
    await first.classes.begin();
    const at = { now: friday + 72 * hour };
    const { classes, state, share, stage } = await open(first.stage, at);
    share('poll/surgeon', { counts: { ai: 9 }, shown: false, before: null });
    await classes.open(1);
    expect(state.values).toMatchObject({
      'poll/surgeon': { counts: { ai: 3 } },
      'ink/agenda': { strokes: [{ points: [1, 2] }] },
      'lecture/place': '#/slides/agenda',
    });
    expect(classes.list()).toMatchObject({ current: { number: 1 }, earlier: [{ number: 2 }] });
    // A kill right now loses neither: the next start lists both.
    expect((await open(stage, at)).classes.list().earlier.map(({ number }) => number)).toEqual([2]);
    await classes.open(2);
    expect(state.values['poll/surgeon']).toMatchObject({ counts: { ai: 9 } });
    await classes.remove(1);
    expect(classes.list().earlier).toEqual([]);
    expect((await open()).classes.list().earlier.map(({ number }) => number)).toEqual([2]);
  });

  it('is offered by itself when the last use is more than six hours old, at a start and in a window left open', async () => {
    const { classes, share, stage, at } = await open();
    given(share);
    at.now += 5 * hour;
    classes.look();
    expect(classes.list().offered).toBe(false);
    const later = await open(stage, { now: friday + 6 * hour + 1 });
    expect(later.classes.list().offered).toBe(true);
    at.now += 2 * hour;
    classes.look();
    expect(classes.list().offered).toBe(true);
    // The first move of the next day does not count as use before the offer is answered.
    share('lecture/clock', { startedAt: at.now, spentMs: 0, arrived: null, before: null });
    expect(classes.list()).toMatchObject({
      offered: true,
      current: { usedAt: new Date(friday).toISOString() },
    });
    classes.goOn();
    expect(classes.list()).toMatchObject({
      offered: false,
      current: { usedAt: new Date(at.now).toISOString() },
    });
  });

  it('no number is given twice: not that of a class that was deleted, nor one that only answers are left of', async () => {
    const { classes, share } = await open();
    given(share);
    await classes.begin();
    await classes.remove(1);
    given(share);
    expect(classes.list().current?.number).toBe(2);
    const later = await open(undefined, undefined, [4]);
    given(later.share);
    expect(later.classes.list().current?.number).toBe(5);
  });

  it('a class with nothing but lab settings is kept too; one in which slides were turned and nothing else is not', async () => {
    const { classes, state, share } = await open();
    share('explored/latency', { settings: { wait: 30 } });
    share('lecture/place', '#/slides/agenda', false);
    await classes.begin();
    expect(classes.list().earlier).toMatchObject([{ number: 1 }]);
    share('lecture/place', '#/slides/agenda', false);
    await classes.begin();
    expect(classes.list().earlier).toMatchObject([{ number: 1 }]);
    await classes.open(1);
    expect(state.values).toMatchObject({ 'explored/latency': { settings: { wait: 30 } } });
  });

  it('nothing is offered where no lecture was given', async () => {
    const { classes, share, at } = await open();
    share('explored/latency', { settings: { wait: 30 } });
    share('lecture/place', '#/slides/agenda', false);
    at.now += 30 * hour;
    classes.look();
    expect(classes.list().offered).toBe(false);
  });

  it('with the clock set back classes keep their order and none is lost', async () => {
    const { classes, share, at } = await open();
    given(share);
    at.now -= 3 * hour;
    classes.look();
    expect(classes.list().offered).toBe(false);
    await classes.begin();
    given(share);
    await classes.begin();
    expect(classes.list().earlier.map(({ number }) => number)).toEqual([2, 1]);
    at.now -= 1000 * hour;
    given(share);
    at.now += 1000 * hour;
    classes.look();
    expect(classes.list().offered).toBe(true);
  });

  it('a class file from a newer version, and a damaged one, are listed and left alone', async () => {
    const first = await open();
    given(first.share);
    await first.classes.begin();
    const newer = join(folder, 'classes', '0007.json');
    await writeFile(newer, JSON.stringify({ version: 2, class: 'who knows' }));
    await writeFile(join(folder, 'classes', '0003.json'), '{"version": 1, "cla');
    await writeFile(join(folder, 'classes', 'notes.txt'), 'not ours');
    const { classes, state, share } = await open(first.stage);
    expect(classes.list().earlier.map(({ number, problem }) => [number, problem])).toEqual([
      [7, 'newer'],
      [3, 'damaged'],
      [1, null],
    ]);
    const before = state.values;
    await expect(classes.open(7)).rejects.toMatchObject({
      data: { what: expect.stringContaining('newer version') },
    });
    await expect(classes.open(3)).rejects.toMatchObject({ data: { code: 'bad-request' } });
    await expect(classes.remove(7)).rejects.toMatchObject({ data: { code: 'bad-request' } });
    expect(state.values).toEqual(before);
    expect(JSON.parse(await readFile(newer, 'utf8'))).toMatchObject({ version: 2 });
    await classes.remove(3);
    // The next class takes a number that nobody has.
    given(share);
    expect(classes.list().current?.number).toBe(8);
  });

  it.each([
    ['at once', 0.5 * hour, 0.5 * hour],
    ['when it was long left, at its last use', 26 * hour, 0],
  ])('clock and countdown stand while a class is put away: %s', async (_, away, ranMs) => {
    const { classes, state, share, at } = await open();
    const minute = 60_000;
    const before = { startedAt: friday - 2 * hour, spentMs: 7 };
    const clock = { startedAt: friday - hour, spentMs: 5, arrived: null, before };
    const countdown = { endsAt: friday + 40 * minute, leftMs: 50 * minute, sound: false };
    share('lecture/clock', clock);
    share('breakout/countdown', countdown);
    at.now += away;
    await classes.begin();
    at.now += 26 * hour;
    await classes.open(1);
    expect(state.values).toMatchObject({
      'lecture/clock': {
        startedAt: null,
        spentMs: 5 + hour + ranMs,
        arrived: null,
        before: { startedAt: null, spentMs: 7 + 2 * hour + ranMs },
      },
      'breakout/countdown': { endsAt: null, leftMs: 40 * minute - ranMs, sound: false },
    });
  });

  it('what was set going while a new class was offered ends with the class', async () => {
    const { classes, state, share, at } = await open();
    given(share);
    at.now += 26 * hour;
    classes.look();
    share('lecture/clock', { startedAt: at.now, spentMs: 0, arrived: null, before: null });
    at.now += 1000;
    await classes.begin();
    await classes.open(1);
    expect(state.values['lecture/clock']).toMatchObject({ startedAt: null, spentMs: 1000 });
  });

  it('a class that an older version put away with its clock going stands at its last use', async () => {
    const first = await open();
    given(first.share);
    await first.classes.begin();
    const file = join(folder, 'classes', '0001.json');
    const kept = JSON.parse(await readFile(file, 'utf8'));
    kept.values['lecture/clock'].startedAt = friday - hour;
    kept.values['lecture/clock'].spentMs = 0;
    kept.values['breakout/countdown'] = { endsAt: friday + 1000, leftMs: 9000, sound: true };
    await writeFile(file, JSON.stringify(kept));
    const { classes, state } = await open(undefined, { now: friday + 90 * hour });
    await classes.open(1);
    expect(state.values).toMatchObject({
      'lecture/clock': { startedAt: null, spentMs: hour },
      'breakout/countdown': { endsAt: null, leftMs: 1000 },
    });
  });

  it('rehearsed times are kept with their class, told of the newest eight, and gone with it; own minutes stay', async () => {
    const { classes, state, share, stage } = await open();
    const clock = (ms: number) => ({
      startedAt: null,
      spentMs: ms + 1000,
      arrived: { slide: 'table-1', atMs: 1000 },
      slides: { agenda: 60_000, hurried: 4_000 },
      passages: [{ agenda: 90_000 }],
      before: null,
    });
    share('lecture/minutes', { own: { agenda: 90 }, before: null });
    for (let n = 1; n <= 9; n++) {
      share('lecture/clock', clock(n * 10_000));
      await classes.begin();
    }
    const times = (list: typeof classes) =>
      list.list().earlier.map(({ passages }) => passages?.map((one) => one['table-1'] ?? null));
    const newest = [9, 8, 7, 6, 5, 4, 3, 2].map((n) => [null, n * 10_000]);
    expect(times(classes)).toEqual([...newest, undefined]);
    expect(classes.list().earlier[0]!.passages).toEqual([
      { agenda: 90_000 },
      { agenda: 60_000, 'table-1': 90_000 },
    ]);
    expect(times((await open(stage)).classes)).toEqual(times(classes));
    await classes.remove(9);
    expect(times(classes)).toEqual([...newest.slice(1), [null, 10_000]]);
    expect(state.values).toEqual({ 'lecture/minutes': { own: { agenda: 90 }, before: null } });
  });

  it.each([
    ['of an older version', { startedAt: null, spentMs: 9, arrived: null, before: null }],
    ['with a clock that is none', 'noon'],
    ['with times that are none', { spentMs: 9, arrived: null, slides: { agenda: 'long' } }],
  ])('a class %s has no times, and is there all the same', async (_, clock) => {
    const { classes, share } = await open();
    share('lecture/clock', clock);
    await classes.begin();
    expect(classes.list().earlier).toMatchObject([{ number: 1, problem: null }]);
    expect(classes.list().earlier[0]).not.toHaveProperty('passages');
  });

  it('presence is of no class', () => {
    expect(['lecture/presenter', 'audience/1a', 'tour'].map(isOfClass)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['lecture/place', 'poll/a', 'breakout/page'].map(isOfClass)).toEqual([true, true, true]);
  });
});
