import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Someone who is not root: whoever runs the tests, or else the system's own nobody. */
export const ordinary: { uid?: number; gid?: number } =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

function whyNotTyped(): string {
  if (process.platform !== 'linux') return 'Linux only';
  const code = `require('node:fs').readFileSync(${JSON.stringify(join(root, 'package.json'))})`;
  const { status } = spawnSync(process.execPath, ['-e', code], { ...ordinary, cwd: '/' });
  return status === 0 ? '' : 'an ordinary user may not read this checkout, or not run this Node';
}
const reason = whyNotTyped();

/** Whether that someone can type commands here. */
export const typed = reason === '';
/** For the names of tests: why they are skipped, where they are. */
export const unlessTyped = typed ? '' : ` (skipped: ${reason})`;

export interface Started {
  child: ChildProcess;
  /** Sends a signal to the command, and to all that npm started for it: a terminal or a service manager does so, too. */
  signal(name: NodeJS.Signals): void;
  said: { out: string; err: string };
  /** Resolves with the exit status, or with the signal's name. */
  end: Promise<number | string>;
}

export interface How {
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** The checkout whose program is started. */
  root: string;
  /** What stands before the program on the command line. */
  before: string[];
  /** Whether the command goes through npm, as a person types it. */
  npm: boolean;
  user: { uid?: number; gid?: number };
}

/** Types a command, for real. */
export function type(args: string[], how: How): Started {
  const [command = '', ...options] = args;
  const line = how.npm
    ? ['npm', 'run', '--silent', command, '--', ...options]
    : [process.execPath, join(how.root, 'main/cli/lectern.mjs'), ...args];
  const [program, ...rest] = [...how.before, ...line];
  const cwd = how.npm ? how.root : how.cwd;
  const child = spawn(program!, rest, { ...how.user, cwd, env: how.env, detached: how.npm });
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
  const signal = (name: NodeJS.Signals) => {
    if (!how.npm) return void child.kill(name);
    try {
      process.kill(-child.pid!, name);
    } catch {
      // Nothing of it is left.
    }
  };
  return { child, signal, said, end };
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

/** Builds what the commands need, as whoever runs the tests: an ordinary user may not write here. */
export async function build(): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'main/cli/lectern.mjs'), 'build'], {
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`npm run build ended with ${code}`);
}

/** No stack trace: what a person reads is sentences. */
export const trace = /^\s+at .*[:(]\d+/m;

/** The line above the address, and the address, once both are there. */
export async function webAddress({ said }: Started): Promise<{ why: string; url: string }> {
  const lines = await until(() => {
    const all = said.out.split('\n').slice(0, -1);
    return all.some((line) => line.startsWith('http://')) && all;
  });
  const place = lines.findIndex((line) => line.startsWith('http://127.0.0.1:'));
  return { why: lines[place - 1] ?? '', url: lines[place] ?? '' };
}

/** The web host answers at its address, the line above says why, and SIGTERM ends it with 0. Returns that line. */
export async function endWeb(started: Started): Promise<string> {
  const { why, url } = await webAddress(started);
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
  started.child.kill('SIGTERM');
  expect(await started.end).toBe(0);
  expect(started.said.out + started.said.err).not.toMatch(trace);
  return why;
}
