import { fork } from 'node:child_process';
import { join } from 'node:path';
import { computeEnvironment } from '../policy/compute-env.ts';
import type { ComputeChild, Exit } from './compute-child.ts';

/** So much of a child's error stream is kept, in characters. */
const keptStderr = 8_000;

/** The compute process's entry: fixed, below the program's own folder. */
export const computeEntry = (root: string): string => join(root, 'out', 'node', 'compute.js');

/** Starts the compute process with `fork`, for the web host and the command line. Electron has its own way. */
export function spawnCompute(root: string, env: Readonly<Record<string, string | undefined>> = process.env, entry = computeEntry(root)): ComputeChild {
  const child = fork(entry, [], { cwd: root, env: computeEnvironment(env), execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'json' });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-keptStderr)));
  let exit: Exit | null = null;
  const exits: ((exit: Exit) => void)[] = [];
  const ended = (how: Exit) => {
    if (exit) return;
    exit = how;
    for (const listener of exits) listener(how);
  };
  child.once('exit', (code, signal) => ended({ code, signal }));
  child.once('error', () => ended({ code: null, signal: null }));
  return {
    channel: {
      // A child that has just died must not take its host with it: the failure shows as its exit.
      send: (text) => void (child.connected && child.send(text, () => undefined)),
      onMessage: (listener) => void child.on('message', (text) => listener(String(text))),
      onClose: (listener) => void child.on('disconnect', listener),
    },
    pid: child.pid ?? 0,
    kill: () => void child.kill('SIGKILL'),
    onExit: (listener) => (exit ? listener(exit) : void exits.push(listener)),
    stderr: () => errors,
  };
}
