import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { launcherVariable, type ShellMessage } from '../../main/contract/launcher.ts';
import { app, played, type Program } from './app.ts';
import { killPlayed } from './child.ts';
import { electron, fresh } from './electron.ts';
import type { PlayedWindow } from './window.ts';

/** Waits until a check passes, as long as a computer may take that is busy with other things. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check);

/** A computer with a folder of its own for the program and its data, before and after each test of a file. */
export function trialComputer(): {
  folder: string;
  start(given?: Given): Promise<void>;
  window(): PlayedWindow;
  /** What the program told whoever started it, and how that one speaks and goes away. */
  launcher: { heard: ShellMessage[]; say(message: unknown): void; leave(): void };
} {
  const launcher = {
    heard: [] as ShellMessage[],
    say: (message: unknown) => added('message').forEach((listener) => listener(message)),
    leave: () => added('disconnect').forEach((listener) => listener()),
  };
  const computer = { folder: '', start, launcher, window: () => played.windows[0]! };
  const { platform, argv, send, kill } = process;
  // Vitest has a channel of its own here: only what the program listens for is played, and only that is taken away again.
  const events = ['message', 'disconnect'] as const;
  type Listener = (...args: unknown[]) => void;
  const listeners = (name: (typeof events)[number]) =>
    process.listeners(name as 'disconnect') as Listener[];
  const others = Object.fromEntries(events.map((name) => [name, new Set(listeners(name))]));
  const added = (name: (typeof events)[number]) =>
    listeners(name).filter((listener) => !others[name]!.has(listener));
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const setPlatform = (value: string) =>
    Object.defineProperty(process, 'platform', { value, configurable: true });

  beforeEach(() => {
    computer.folder = mkdtempSync(join(tmpdir(), 'lectern-app-'));
    mkdirSync(join(computer.folder, 'out/renderer'), { recursive: true });
    writeFileSync(join(computer.folder, 'out/renderer/index.html'), '<p>hi');
    vi.stubEnv('LECTERN_HOME', join(computer.folder, 'data'));
    vi.stubEnv('LECTERN_CACHE', join(computer.folder, 'cache'));
    process.kill = killPlayed(kill);
    launcher.heard = [];
    fresh({ root: computer.folder });
  });
  afterEach(async () => {
    // What was started is ended, or its files and processes outlive the test.
    const runs = played.windows.length > 0 || played.forks.length > 0;
    if (runs && played.ended.length === 0) {
      const ended = new Promise((resolve) => app.once('ended', resolve));
      app.quit();
      await ended;
    }
    for (const signal of signals) process.removeAllListeners(signal);
    for (const name of events) for (const listener of added(name)) process.off(name, listener);
    process.send = send;
    process.kill = kill;
    setPlatform(platform);
    process.argv = argv;
    vi.unstubAllEnvs();
    rmSync(computer.folder, { recursive: true, force: true });
  });

  /** Starts the whole program, as Electron does: by loading its entry. Resolves once it has opened a window, ended or failed. */
  async function start({ on = 'linux', args = [], started, early, ...change }: Given = {}) {
    Object.assign(played, change);
    setPlatform(on);
    if (started) {
      vi.stubEnv(launcherVariable, '1');
      process.send = ((
        message: ShellMessage,
        _handle: unknown,
        _how: unknown,
        sent: () => void,
      ) => {
        launcher.heard.push(message);
        setImmediate(sent);
        return true;
      }) as typeof process.send;
    }
    process.argv = ['/opt/lectern', ...args];
    vi.resetModules();
    // Anew after each reset, or the program would get a double of its own.
    vi.doMock('electron', () => electron);
    await import('../../main/electron/entry.ts');
    early?.();
    await vi.waitFor(() => {
      if (played.windows.length === 0 && played.ended.length === 0)
        throw new Error('It has not started yet.');
    });
  }
  return computer;
}

interface Given extends Partial<Program> {
  on?: 'linux' | 'darwin' | 'win32';
  /** What the command line says after the program. */
  args?: string[];
  /** Whether `npm start` started it, and listens. */
  started?: boolean;
  /** What happens while it starts. */
  early?: () => void;
}
