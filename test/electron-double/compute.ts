import { fork } from 'node:child_process';
import type * as Electron from 'electron';
import type { PlayedChild } from './child.ts';

/**
 * Puts a real compute process behind a played utility process: what Electron does inside is done with Node's `fork`.
 * @param backend what it computes on; the program's own choice where null
 */
export const realCompute =
  (
    entry: string,
    started: (pid: number) => void = () => undefined,
    backend: 'cpu' | null = 'cpu',
  ) =>
  (child: PlayedChild, options: Electron.ForkOptions): void => {
    const env = { ...(options.env as NodeJS.ProcessEnv) };
    if (backend) env['LECTERN_BACKEND'] = backend;
    const process = fork(entry, [], {
      env,
      execArgv: options.execArgv,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    child.stderr = process.stderr;
    process.once('spawn', () => child.spawn(process.pid));
    started(process.pid!);
    process.on('message', (text) => child.play('message', text));
    process.on('exit', (code, signal) => child.end(code ?? (signal === 'SIGKILL' ? 9 : 15)));
    child.on(
      'posted',
      (text: string) => void (process.connected && process.send(text, () => undefined)),
    );
  };
