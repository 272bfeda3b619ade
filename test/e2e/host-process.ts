import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings, type Use } from '../../main/contract/learner.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A real web host, started the way a person starts it, with a data folder of its own. */
export interface HostProcess {
  url: string;
  origin: string;
  home: string;
  pid: number;
  /** Ends host and compute with SIGTERM and waits; resolves to the exit code. */
  stop(): Promise<number | null>;
}

/** A new data folder. `use` is what the first start's question would be answered with; null leaves it to be asked. */
export async function makeHome(use: Use | null = 'look'): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'lectern-e2e-'));
  if (use !== null)
    await writeFile(join(home, 'settings.json'), JSON.stringify({ ...defaultSettings, use }));
  return home;
}

/** Starts `npm start -- --web --no-open`'s command and resolves when it has printed its address. */
export async function startHost(
  options: { root?: string; home?: string; args?: string[]; env?: Record<string, string> } = {},
): Promise<HostProcess> {
  const home = options.home ?? (await makeHome());
  const child = spawn(
    process.execPath,
    ['main/cli/lectern.mjs', 'start', '--web', '--no-open', ...(options.args ?? [])],
    {
      cwd: options.root ?? root,
      env: { ...process.env, LECTERN_HOME: home, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const url = await addressOf(child);
  return { url, origin: new URL(url).origin, home, pid: child.pid!, stop: () => end(child) };
}

/** The address that a starting host prints. */
export function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (data: Buffer) => {
      output += data.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('exit', (code) =>
      reject(new Error(`The host ended with ${code} before it printed an address:\n${output}`)),
    );
  });
}

/** SIGTERM, and the exit code that follows. */
export function end(child: ChildProcess): Promise<number | null> {
  // One that was killed has no code.
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

/** Removes a data folder that `startHost` made. */
export const forget = (home: string) => rm(home, { recursive: true, force: true });
