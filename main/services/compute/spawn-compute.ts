import { fork } from 'node:child_process';
import { join } from 'node:path';
import { computeEnvironment } from '../../policy/compute-env.ts';
import { childEnd, type ComputeChild } from './compute-child.ts';

/** The compute process's entry: fixed, below the program's own folder. */
export const computeEntry = (root: string): string => join(root, 'out', 'node', 'compute.js');

/** Starts the compute process with `fork`, for the web host and the command line. Electron has its own way. */
export function spawnCompute(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  entry = computeEntry(root),
): ComputeChild {
  const child = fork(entry, [], {
    cwd: root,
    env: computeEnvironment(env),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json',
  });
  const { ended, onExit, stderr } = childEnd(child.stderr);
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
    onExit,
    stderr,
  };
}
