import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WindowSessionEndEvent } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildTrialCompute } from '../compute/fixtures/build-trial.ts';
import { lab } from '../compute/fixtures/trial-lab.ts';
import { makeCatalog } from '../compute/make-catalog.ts';
import { trial } from '../services/fixtures/trial-host.ts';
import { shutDownOnce } from '../services/pages/shutdown.ts';
import { app, played, powerMonitor } from '../../test/electron-double/app.ts';
import { event } from '../../test/electron-double/events.ts';
import { realCompute } from '../../test/electron-double/compute.ts';
import { openPage } from '../../test/electron-double/page.ts';
import { eventually, trialComputer } from '../../test/electron-double/start.ts';

vi.mock('../compute/catalog.ts', () => ({ catalog: makeCatalog([lab as never]) }));

const computer = trialComputer();
let built: Awaited<ReturnType<typeof buildTrialCompute>>;
beforeAll(async () => void (built = await buildTrialCompute()));
afterAll(() => built.remove());

const ended = () => eventually(() => expect(played.ended).toEqual([0]));
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a run in progress', () => {
  it('is kept with what it had when the program is quit, however often it is asked to quit, and compute ends', async () => {
    let pid = 0;
    await computer.start({ compute: realCompute(built.entry, (one) => void (pid = one)) });
    const page = openPage(computer.window());
    const { id } = await page.call('run.start', trial('endless'));
    await eventually(() =>
      expect(page.runs.findLast((run) => run.id === id)).toMatchObject({
        status: 'running',
        result: { draws: expect.anything() },
      }),
    );

    app.quit();
    // Nothing else may end the program before the host has saved.
    app.quit();
    app.play('window-all-closed');
    expect(played.ended).toEqual([]);
    expect(computer.window().shown).toBe(false);
    await ended();
    const cards = readdirSync(join(computer.folder, 'data/runs'));
    expect(cards).toEqual([`${id}.json`]);
    expect(
      JSON.parse(readFileSync(join(computer.folder, 'data/runs', cards[0]!), 'utf8')),
    ).toMatchObject({ status: 'stopped', result: { draws: expect.anything() } });
    expect(page.closed).toBe(true);
    await eventually(() => expect(alive(pid)).toBe(false));
  });

  it('fails alone when compute dies, which is started anew', async () => {
    const pids: number[] = [];
    await computer.start({ compute: realCompute(built.entry, (one) => void pids.push(one)) });
    const page = openPage(computer.window());
    const { id } = await page.call('run.start', trial('killed'));
    await eventually(() =>
      expect(page.runs.findLast((run) => run.id === id)).toMatchObject({
        status: 'failed',
        error: { code: 'compute-crashed' },
      }),
    );
    await eventually(() => expect(pids).toHaveLength(2));
    expect(played.ended).toEqual([]);
  });
});

describe('the last window closed', () => {
  it.each(['linux', 'win32'] as const)('ends the program on %s', async (on) => {
    await computer.start({ on });
    computer.window().destroy();
    await ended();
  });

  it('leaves it running on macOS', async () => {
    await computer.start({ on: 'darwin' });
    computer.window().destroy();
    // Longer than ending takes.
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(played.ended).toEqual([]);
  });
});

describe('ending', () => {
  it('saves what was changed a moment ago', async () => {
    await computer.start();
    const page = openPage(computer.window());
    await page.call('stage.set', { key: 'lecture/panel', value: true, keep: true, by: 'test' });
    app.quit();
    await ended();
    expect(readFileSync(join(computer.folder, 'data/stage.json'), 'utf8')).toContain(
      'lecture/panel',
    );
  });

  it('happens when the terminal asks', async () => {
    await computer.start();
    process.emit('SIGTERM');
    await ended();
  });

  it.each(['query-session-end', 'session-end'] as const)(
    'happens when Windows logs the person off, which is let go on (%s)',
    async (name) => {
      await computer.start({ on: 'win32' });
      const told = event({ reasons: ['logoff'] }) as WindowSessionEndEvent;
      computer.window().play(name, told);
      await ended();
      expect(told.defaultPrevented).toBe(false);
    },
  );

  it.each(['darwin', 'linux'] as const)(
    'happens when the system shuts down, which waits for it and is not refused (%s)',
    async (on) => {
      await computer.start({ on });
      const page = openPage(computer.window());
      await page.call('stage.set', { key: 'lecture/panel', value: true, keep: true, by: 'test' });
      expect(powerMonitor.end()).toBe(true);
      // What else asks it to quit meanwhile may not end it before all is saved.
      app.quit();
      expect(played.ended).toEqual([]);
      await ended();
      expect(readFileSync(join(computer.folder, 'data/stage.json'), 'utf8')).toContain(
        'lecture/panel',
      );
    },
  );

  it('happens when whoever started it says so, which is how Ctrl+C comes on Windows, and saves first', async () => {
    await computer.start({ on: 'win32', started: true });
    const page = openPage(computer.window());
    await page.call('stage.set', { key: 'lecture/panel', value: true, keep: true, by: 'test' });
    for (const other of [{ lectern: 'other' }, 'quit', null]) computer.launcher.say(other);
    expect(page.closed).toBe(false);
    computer.launcher.say({ lectern: 'quit' });
    await ended();
    expect(readFileSync(join(computer.folder, 'data/stage.json'), 'utf8')).toContain(
      'lecture/panel',
    );
  });

  it('happens when whoever started it is gone, as it would with a terminal that is closed', async () => {
    await computer.start({ started: true });
    computer.launcher.leave();
    await ended();
  });

  it('waits for a disk that hangs, but not for ever', async () => {
    vi.useFakeTimers();
    const exit = vi.fn();
    shutDownOnce({ close: () => new Promise(() => undefined) }, () => undefined, exit)();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(exit).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(exit.mock.calls).toEqual([[1]]);
    vi.useRealTimers();
  });
});
