import { utilityProcess, type ForkOptions } from 'electron';
import { computeEnvironment } from '../policy/compute-env.ts';
import type { ComputeChild, Exit } from '../services/compute-child.ts';
import { computeEntry } from '../services/spawn-compute.ts';

/** What compute is started with: a fixed entry, no arguments, a scrubbed environment, no Node options. */
export function computeOptions(env: Readonly<Record<string, string | undefined>>): ForkOptions {
  return { env: computeEnvironment(env), execArgv: [], stdio: ['ignore', 'ignore', 'pipe'], serviceName: 'Lectern compute' };
}

/** Starts compute as Electron's utility process: `fork` needs runAsNode, which the packaged app has switched off. */
export function spawnUtility(root: string, env: Readonly<Record<string, string | undefined>> = process.env): ComputeChild {
  const child = utilityProcess.fork(computeEntry(root), [], computeOptions(env));
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-8_000)));
  let exit: Exit | null = null;
  const exits: ((exit: Exit) => void)[] = [];
  const closes: (() => void)[] = [];
  child.once('exit', (code) => {
    exit = { code, signal: null };
    for (const listener of closes) listener();
    for (const listener of exits) listener(exit);
  });
  return {
    channel: {
      send: (text) => {
        if (!exit) child.postMessage(text);
      },
      onMessage: (listener) => void child.on('message', (text: unknown) => listener(String(text))),
      onClose: (listener) => void closes.push(listener),
    },
    // Known once the process stands.
    get pid() {
      return child.pid ?? 0;
    },
    kill() {
      // A busy operation hears no polite signal.
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(child.pid, 'SIGKILL');
      else child.kill();
    },
    onExit: (listener) => (exit ? listener(exit) : void exits.push(listener)),
    stderr: () => errors,
  };
}
