import { spawn, type ChildProcess } from 'node:child_process';
import {
  launcherVariable,
  shellMessage,
  windowWithinMs,
  type ShellMessage,
} from '../../contract/launcher.ts';
import { askToQuit, endTree, killTree, ownGroup } from './end-tree.ts';

/** How long the shell may take (milliseconds, from the start). */
export interface Limits {
  /** Until the first sign from its main process. */
  alive: number;
  /** Until a window is shown. */
  shown: number;
  /** For quitting once it was asked to. Left out, it has all the time it wants: it saves. */
  quit?: number;
}
export const usualLimits: Limits = { alive: 20_000, shown: windowWithinMs };

/** How long a shell that is given up, or that a person ends before it showed anything, has to go by itself (milliseconds). */
const grace = 3_000;

export interface Launch {
  binary: string;
  /** The app's folder. Never a file: Electron takes the folder of what it is given as the app's own. */
  root: string;
  /** Switches for Electron itself. */
  switches: string[];
  env?: Record<string, string>;
  limits: Limits;
  /** Resolves when the person wants it to end. */
  ended: Promise<void>;
  /** Whether the system has signals; tests say otherwise. */
  signals?: boolean;
  onMessage?(message: ShellMessage): void;
}

/** How a launch came to its end. */
export type Outcome =
  /** It showed its window, or another Lectern did (`elsewhere`); or the person ended it. */
  | { kind: 'closed'; code: number; elsewhere?: boolean }
  /** It ended by itself before that, whatever its exit status: nobody had asked it to. */
  | { kind: 'died'; code: number | null; signal: NodeJS.Signals | null }
  /** It said nothing, or showed nothing, in time, and was ended. */
  | { kind: 'silent' | 'windowless'; seconds: number }
  /** It could not lock the data folder, and no other Lectern answered. */
  | { kind: 'unlocked' }
  /** The system could not start it. */
  | { kind: 'unstartable'; reason: string };

/**
 * Where Node's channel lies among the child's descriptors. On Linux Chromium takes number 3 for itself, whatever is there: windows
 * stay empty then (electron/electron#17044), so the channel has number 4.
 */
const channelPlace =
  process.platform === 'linux' ? (['ignore', 'ipc'] as const) : (['ipc'] as const);

function spawnShell(launch: Launch): ChildProcess {
  const env: NodeJS.ProcessEnv = { ...process.env, ...launch.env, [launcherVariable]: '1' };
  // Left over from another program's terminal, this would start plain Node instead of the app.
  delete env['ELECTRON_RUN_AS_NODE'];
  return spawn(launch.binary, [...launch.switches, launch.root], {
    stdio: ['ignore', 'inherit', 'inherit', ...channelPlace],
    env,
    detached: ownGroup,
  });
}

/** Starts the shell and stays with it until nothing of it is left. Never throws. */
export async function launchElectron(launch: Launch): Promise<Outcome> {
  let child: ChildProcess;
  try {
    child = spawnShell(launch);
  } catch (error) {
    // Node tells a few refusals by an event. The others it throws: a program that is still being written, that is for another
    // processor, or that Windows' Smart App Control keeps back.
    return { kind: 'unstartable', reason: error instanceof Error ? error.message : String(error) };
  }
  const seen = { shown: false, stopped: false, elsewhere: false, unlocked: false };
  // Whatever ends this program, Electron ends with it. Once it has shown its window, what it started may be the person's: a
  // browser that a link was opened in.
  const abandon = () => {
    if (seen.shown) child.kill('SIGKILL');
    else killTree(child);
  };
  process.once('exit', abandon);
  let timer: NodeJS.Timeout | undefined;

  const outcome = await new Promise<Outcome>((resolve) => {
    const started = performance.now();
    const giveUpAfter = (limit: number, kind: 'silent' | 'windowless') => {
      const left = limit - (performance.now() - started);
      return setTimeout(() => {
        seen.stopped = true;
        const seconds = Math.round(limit / 1000);
        void endTree(child, grace, launch.signals).then(() => resolve({ kind, seconds }));
      }, left);
    };
    timer = giveUpAfter(launch.limits.alive, 'silent');

    const hear = (message: ShellMessage) => {
      if (seen.stopped) return;
      // It ends by itself now; should it hang in that, it is one that showed no window.
      if (message.lectern === 'no-lock') return void (seen.unlocked = true);
      clearTimeout(timer);
      if (message.lectern === 'elsewhere') seen.elsewhere = true;
      if (message.lectern !== 'alive') seen.shown = true;
      else if (!seen.shown) timer = giveUpAfter(launch.limits.shown, 'windowless');
      launch.onMessage?.(message);
    };
    child.on('message', (message) => {
      const { success, data } = shellMessage.safeParse(message);
      if (success) hear(data);
    });

    void launch.ended.then(() => {
      clearTimeout(timer);
      if (seen.stopped) return;
      if (seen.shown) {
        askToQuit(child, launch.signals);
        if (launch.limits.quit !== undefined) timer = setTimeout(abandon, launch.limits.quit);
        return;
      }
      seen.stopped = true;
      void endTree(child, grace, launch.signals).then(() => resolve({ kind: 'closed', code: 0 }));
    });
    child.once('error', ({ message }) => resolve({ kind: 'unstartable', reason: message }));
    child.once('exit', (code, signal) => {
      if (seen.stopped) return;
      // From here on another program may get its number: who ends Lectern later must not end that one.
      seen.stopped = true;
      if (seen.unlocked) return resolve({ kind: 'unlocked' });
      if (!seen.shown) return resolve({ kind: 'died', code, signal });
      const asked = signal === 'SIGTERM' || signal === 'SIGINT';
      resolve({ kind: 'closed', code: code ?? (asked ? 0 : 1), elsewhere: seen.elsewhere });
    });
  });

  clearTimeout(timer);
  // Helpers of one that died may still hold the data folder.
  if (outcome.kind === 'died' || outcome.kind === 'unlocked') await endTree(child, 0);
  process.off('exit', abandon);
  return outcome;
}
