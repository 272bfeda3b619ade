import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Someone who is not root: whoever runs the tests, or else the system's own nobody. */
export const ordinary = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Whether that someone may read this checkout and run this Node. */
export function mayRead(): boolean {
  const code = `require('node:fs').readFileSync(${JSON.stringify(join(root, 'package.json'))})`;
  return spawnSync(process.execPath, ['-e', code], { ...ordinary, cwd: '/' }).status === 0;
}

export interface Started {
  child: ChildProcess;
  said: { out: string; err: string };
  /** Resolves with the exit status, or with the signal's name. */
  end: Promise<number | string>;
}

/** Types a command as an ordinary user. `before` is what stands before the program on the command line. */
export function type(
  args: string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
  before: string[] = [],
): Started {
  const line = [...before, process.execPath, join(root, 'main/cli/lectern.mjs'), ...args];
  const child = spawn(line[0]!, line.slice(1), { ...ordinary, cwd, env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const end = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return { child, said, end };
}

/** Waits until something is so; fails after a time that only a broken program needs. */
export async function until<T>(
  what: () => T | null | undefined | false,
  limit = 60_000,
): Promise<T> {
  const start = performance.now();
  for (;;) {
    const found = what();
    if (found) return found;
    if (performance.now() - start > limit)
      throw new Error(`waited ${limit / 1000} s for ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
