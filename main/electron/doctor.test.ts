import { runInNewContext } from 'node:vm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { contentSecurityPolicy } from '../policy/csp.ts';
import { doctorVariable, windowWithinMs, type DoctorRow } from '../contract/launcher.ts';
import { isFiltered, workerPage } from '../policy/doctor.ts';
import { messageName } from './names.ts';
import { played } from '../../test/electron-double/app.ts';
import { electron } from '../../test/electron-double/electron.ts';
import { openPage } from '../../test/electron-double/page.ts';
import { eventually, trialComputer } from '../../test/electron-double/start.ts';
import type { PlayedWindow } from '../../test/electron-double/window.ts';

const computer = trialComputer();

/** A page that runs what it is told to: with the bridge that the preload gives it, and a worker that is fetched from `app:`. */
async function runInPage(code: string, window: PlayedWindow): Promise<unknown> {
  const page = openPage(window);
  const { heard } = window.webContents;
  const lectern = {
    send: page.say,
    onMessage: (listener: (text: string) => void) =>
      void heard.push((channel, text) => {
        // The host's farewell comes over a channel of its own, without a text.
        if (channel === messageName) listener(String(text));
      }),
    onClose: () => undefined,
  };
  class Worker {
    onmessage: (event: { data: unknown }) => void = () => undefined;
    onerror = () => undefined;
    constructor(path: string) {
      void Promise.resolve(played.pages!(new Request(`app://lectern${path}`))).then(
        async (given) => {
          if (!given.ok) return this.onerror();
          const postMessage = (data: unknown) => this.onmessage({ data });
          return runInNewContext(await given.text(), { postMessage }) as unknown;
        },
      );
    }
  }
  return runInNewContext(code, { window: { lectern }, Worker, JSON, Object, Promise, Error });
}

/** Starts as `npm run doctor -- --electron` does, and gives what the program said of itself. */
async function ask(change: Parameters<typeof computer.start>[0] = {}): Promise<DoctorRow[]> {
  vi.stubEnv(doctorVariable, '1');
  await computer.start({ started: true, runScript: runInPage, ...change });
  return eventually(() => {
    const told = computer.launcher.heard.find((message) => message.lectern === 'doctor');
    if (told?.lectern !== 'doctor') throw new Error('Nothing was said yet.');
    return told.rows;
  });
}
const byName = (rows: DoctorRow[], name: string) => rows.find((row) => row.name === name);

/** A compute process that says hello, and nothing else. */
const ready: NonNullable<(typeof played)['compute']> = (child) => {
  setImmediate(() => child.spawn());
  child.on('posted', (text: string) => {
    const { id } = JSON.parse(text) as { id: number };
    const versions = { tfjs: '4.22.0', tensorflow: null, node: '24.0.0' };
    const result = { backend: 'wasm', threads: 1, versions, fallbackReason: 'No library.' };
    child.play('message', JSON.stringify({ jsonrpc: '2.0', id, result }));
  });
};

describe('the app that looks at itself', () => {
  it('says of each thing how it is, and ends well', async () => {
    const rows = await ask({ compute: ready });
    expect(rows.map(({ name }) => name)).toEqual([
      'window',
      'bridge',
      'backend',
      'worker',
      'pdf',
      'sandbox',
    ]);
    expect(rows.slice(0, -1)).toEqual([
      { name: 'window', ok: true, says: 'shown' },
      { name: 'bridge', ok: true, says: expect.stringContaining(computer.folder) },
      { name: 'backend', ok: true, says: 'wasm: No library.' },
      { name: 'worker', ok: true, says: 'it runs' },
      { name: 'pdf', ok: true, says: '5 bytes' },
    ]);
    await eventually(() => expect(played.ended).toEqual([0]));
  });

  it('says what is wrong, and looks at the rest all the same', async () => {
    const rows = await ask({
      compute: ready,
      print: () => Promise.resolve(Buffer.from('<html>')),
      runScript: (code, window) =>
        code.includes('Worker')
          ? Promise.reject(new Error('It could not be started.'))
          : runInPage(code, window),
    });
    expect([byName(rows, 'worker'), byName(rows, 'pdf'), byName(rows, 'backend')]).toEqual([
      { name: 'worker', ok: false, says: 'It could not be started.' },
      { name: 'pdf', ok: false, says: 'what was printed is no PDF' },
      { name: 'backend', ok: true, says: expect.any(String) },
    ]);
    await eventually(() => expect(played.ended).toEqual([0]));
  });

  it('sees a bridge that is another than ours', async () => {
    const rows = await ask({ compute: ready, runScript: () => Promise.resolve({ names: '' }) });
    expect(byName(rows, 'bridge')).toEqual({
      name: 'bridge',
      ok: false,
      says: 'the page has “” instead of “onClose onMessage send”',
    });
  });

  it('serves its one worker under the policy, and only then', async () => {
    const page = `app://lectern${workerPage}`;
    await ask({ compute: ready });
    const given = await played.pages!(new Request(page));
    expect([given.status, given.headers.get('content-security-policy')]).toEqual([
      200,
      contentSecurityPolicy,
    ]);
    expect((await played.pages!(new Request('app://lectern/'))).status).toBe(200);
  });

  it('does nothing of it where nobody asked', async () => {
    vi.stubEnv(doctorVariable, '1');
    await computer.start({ runScript: runInPage });
    expect((await played.pages!(new Request(`app://lectern${workerPage}`))).status).toBe(404);
    expect(computer.window().webContents.scripts).toEqual([]);
  });
});

it('a window has as long as the launcher gives it', async () => {
  vi.doMock('electron', () => electron);
  const { examine } = await import('./doctor.ts');
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const executeJavaScript = vi.fn(() => Promise.reject(new Error('no page')));
  const webContents = { executeJavaScript, printToPDF: executeJavaScript, getOSProcessId: () => 0 };
  const rows = examine({ isVisible: () => false, webContents } as never);
  await vi.advanceTimersByTimeAsync(windowWithinMs - 1_000);
  expect(executeJavaScript).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  const says = 'nothing was heard within 45 seconds';
  expect(byName(await rows, 'window')).toEqual({ name: 'window', ok: false, says });
});

it('Linux’s filter is seen in what it says of a process', () => {
  expect(isFiltered('Name:\tx\nSeccomp:\t2\nSeccomp_filters:\t3\n')).toBe(true);
  expect(isFiltered('Name:\tx\nSeccomp:\t0\nSeccomp_filters:\t0\n')).toBe(false);
});
