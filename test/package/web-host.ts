import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addressOf, end } from '../e2e/host-process.ts';
import type { CommandPrefix } from './read-only.ts';

export interface PackedHost {
  url: string;
  pid: number;
  stop(): Promise<number | null>;
}

/** What a program started from the package may know of its surroundings: nothing that leads back to the project. */
const environment = (home: string, more: Record<string, string> = {}) => ({
  PATH: process.env['PATH']!,
  HOME: home,
  TMPDIR: home,
  ...more,
});

/**
 * Starts the extracted app's web host with plain Node, from an empty folder, as a person with nothing but the package would.
 * @param prefix what Node is started with
 */
export async function startPackedHost(
  extracted: string,
  empty: string,
  home: string,
  prefix: CommandPrefix,
  more: Record<string, string> = {},
): Promise<PackedHost> {
  const web = join(extracted, 'out/node/web.js');
  const [program, ...args] = [...prefix, process.execPath, web, '--no-open'];
  const child = spawn(program!, args, {
    cwd: empty,
    env: environment(empty, { LECTERN_HOME: home, ...more }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return { url, pid: child.pid!, stop: () => end(child) };
}

/** Every native file that a process and its children have loaded, and every file of the project among all they have open. */
export function loadedBy(pid: number, root: string): { native: string[]; ofProject: string[] } {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number),
  );
  const mapped = [pid, ...children].flatMap((one) =>
    readFileSync(`/proc/${one}/maps`, 'utf8')
      .split('\n')
      .map((line) => line.split(/\s+/).slice(5).join(' ')),
  );
  const files = [...new Set(mapped)];
  return {
    native: files.filter((path) => /\.(node|so)(\.[\d.]+)?$/.test(path)),
    ofProject: files.filter((path) => path.startsWith(root)),
  };
}

const probe = `
const [found, hidden] = JSON.parse(process.argv[2]);
const where = (name) => { try { return import.meta.resolve(name); } catch { return null; } };
console.log(JSON.stringify({ found: found.map(where), hidden: hidden.map(where) }));
`;

/**
 * Where names lead to, seen from the extracted programs. Throws where one of `found` leads out of the package or nowhere, or one of
 * `hidden` (packages that only the project has) is found at all.
 */
export async function checkResolution(
  extracted: string,
  empty: string,
  found: string[],
  hidden: string[],
): Promise<string> {
  const file = join(extracted, 'out/node/.probe.mjs');
  await writeFile(file, probe);
  const child = spawn(process.execPath, [file, JSON.stringify([found, hidden])], {
    cwd: empty,
    env: environment(empty),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  await rm(file);
  const told = JSON.parse(out) as { found: (string | null)[]; hidden: (string | null)[] };
  const wrong = told.found.flatMap((at, i) =>
    at?.startsWith(`${pathToFileURL(extracted).href}/`)
      ? []
      : [`${found[i]} leads to ${at ?? 'nothing'}`],
  );
  wrong.push(
    ...told.hidden.flatMap((at, i) => (at === null ? [] : [`${hidden[i]} leads to ${at}`])),
  );
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return `${found.length} packages in the package, ${hidden.length} of the project's not in reach`;
}
