import { beforeEach, describe, expect, it, vi } from 'vitest';
import { goneLimit } from '../policy/recover.ts';
import { app, played } from '../../test/electron-double/app.ts';
import { event } from '../../test/electron-double/events.ts';
import { openPage } from '../../test/electron-double/page.ts';
import { eventually, trialComputer } from '../../test/electron-double/start.ts';

const computer = trialComputer();
const contents = () => computer.window().webContents;
const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
const notices = async () => (await openPage(computer.window()).call('app.info', {})).notices;
beforeEach(
  () =>
    void vi
      .spyOn(console, 'error')
      .mockReset()
      .mockImplementation(() => undefined),
);

describe('a page whose process is gone', () => {
  it.each([
    ['crashed', 'it crashed'],
    ['oom', 'memory ran out'],
    ['killed', 'ended from outside'],
  ] as const)('(%s) is loaded again where it was, and says so', async (reason, words) => {
    await computer.start();
    contents().navigateInPage('app://lectern/#/labs/latency');
    contents().crash(reason);
    // Chromium is still clearing away: not before the event is over.
    expect(contents().reloads).toBe(0);
    await settle();
    expect(contents()).toMatchObject({ reloads: 1, url: 'app://lectern/#/labs/latency' });
    expect(await notices()).toEqual([
      expect.objectContaining({
        what: expect.stringContaining(words),
        safe: expect.stringContaining('a run in progress goes on'),
      }),
    ]);
    expect(played.questions).toEqual([]);
  });

  it('is not loaded a third time in a row: the person is asked', async () => {
    await computer.start();
    for (let i = 0; i < goneLimit; i++) {
      contents().crash();
      await settle();
    }
    expect(contents().reloads).toBe(goneLimit - 1);
    expect(played.questions.map(({ options }) => options)).toEqual([
      expect.objectContaining({
        type: 'error',
        message: 'The window stopped working 3 times in five minutes.',
        buttons: ['Load it again', 'Quit'],
      }),
    ]);
    played.questions[0]!.answer(0);
    await settle();
    expect(contents().reloads).toBe(goneLimit);
    contents().crash();
    await settle();
    expect(contents().reloads).toBe(goneLimit + 1);
  });

  it('can be left for good', async () => {
    await computer.start();
    for (let i = 0; i < goneLimit; i++) contents().crash();
    played.questions[0]!.answer(1);
    await eventually(() => expect(played.ended).toEqual([0]));
  });

  it('is let go once leaving began: nothing is loaded, said or asked any more', async () => {
    await computer.start();
    const page = contents();
    page.crash();
    app.quit();
    await settle();
    for (let i = 0; i < goneLimit; i++) page.crash();
    page.play('unresponsive');
    await settle();
    expect(page.reloads).toBe(0);
    expect(played.questions).toEqual([]);
    await eventually(() => expect(played.ended).toEqual([0]));
  });

  it('is let go where it was closed or its window is gone', async () => {
    await computer.start();
    contents().crash('clean-exit');
    await settle();
    expect([contents().reloads, await notices()]).toEqual([0, []]);
    const page = contents();
    computer.window().destroy();
    page.crash();
    await settle();
    expect(page.reloads).toBe(0);
  });

  it('loses its line to the host; the page that is loaded gets a new one', async () => {
    await computer.start();
    await openPage(computer.window()).call('app.info', {});
    const before = contents().sent.length;
    contents().crash();
    await settle();
    expect(contents().sent).toHaveLength(before);
    expect(await openPage(computer.window()).call('app.info', {})).toMatchObject({
      host: 'electron',
    });
  });
});

describe('a page that does not answer', () => {
  it('is waited for, or its process ended and the page loaded again, as the person says', async () => {
    await computer.start();
    contents().play('unresponsive');
    contents().play('unresponsive');
    expect(played.questions.map(({ options }) => options.buttons)).toEqual([
      ['Wait', 'Load it again'],
    ]);
    played.questions[0]!.answer(0);
    await settle();
    expect(contents().reloads).toBe(0);
    contents().play('unresponsive');
    played.questions[1]!.answer(1);
    await settle();
    expect(contents().reloads).toBe(1);
  });

  it('is asked about no longer than it lasts', async () => {
    await computer.start();
    contents().play('unresponsive');
    contents().play('responsive');
    await settle();
    expect(played.questions[0]!.options.signal!.aborted).toBe(true);
    // An answer that comes too late ends nothing that works.
    played.questions[0]!.answer(1);
    await settle();
    expect(contents().reloads).toBe(0);
  });
});

describe('another process that is gone', () => {
  it('is named for whoever looks for a cause, and changes nothing', async () => {
    await computer.start();
    app.play('child-process-gone', event(), { type: 'GPU', reason: 'crashed', exitCode: 139 });
    expect(console.error).toHaveBeenCalledWith('GPU is gone: crashed (139)');
    expect(played).toMatchObject({ ended: [], questions: [] });
    expect(contents().reloads).toBe(0);
  });

  it('and is compute that never ran: it is started again, and given up after three', async () => {
    vi.stubEnv('LECTERN_BACKEND', '');
    await computer.start({ compute: () => undefined });
    const page = openPage(computer.window());
    // It starts once the first slide has had time to be drawn.
    await eventually(() => expect(played.forks).toHaveLength(1));
    const failed = () =>
      app.play('child-process-gone', event(), {
        type: 'Utility',
        name: 'Lectern compute',
        reason: 'launch-failed',
        exitCode: 1,
      });
    failed();
    await eventually(() => expect(played.forks).toHaveLength(2));
    // What is told of another one, or of an earlier end, ends nobody.
    app.play('child-process-gone', event(), {
      type: 'Utility',
      name: 'Audio Service',
      reason: 'launch-failed',
      exitCode: 1,
    });
    app.play('child-process-gone', event(), {
      type: 'Utility',
      name: 'Lectern compute',
      reason: 'crashed',
      exitCode: 1,
    });
    expect(await page.call('app.info', {})).toMatchObject({ compute: { state: 'restarting' } });
    expect(played.forks).toHaveLength(2);
    failed();
    failed();
    expect(await page.call('app.info', {})).toMatchObject({
      compute: { state: 'down', why: expect.stringContaining('crashed 3 times in a row') },
    });
    // The native library may be what ends it: the last start is without.
    expect(
      played.forks.map(({ options }) => (options.env as NodeJS.ProcessEnv)['LECTERN_BACKEND']),
    ).toEqual(['', '', 'wasm']);
    expect(app.listenerCount('child-process-gone')).toBe(1);
  });
});
