import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from './library/library-store.ts';
import { whileTicking, type Report } from './report.ts';

/** A package of the npm registry that is fetched when it is needed. Its version and content are pinned. */
export interface Pinned {
  /** Name and version, as in `left-pad@1.0.0`. */
  spec: string;
  /** About how large its archive is. */
  megabytes: number;
  /** The archive's hash, in base64. */
  sha512: string;
}

/** A slow line gets this long (milliseconds). */
const limit = 15 * 60_000;

function startNpm(root: string, args: string[]) {
  const cli = process.env['npm_execpath'];
  const stdio: ['ignore', 'ignore', 'pipe'] = ['ignore', 'ignore', 'pipe'];
  if (cli?.endsWith('.js')) return spawn(process.execPath, [cli, ...args], { cwd: root, stdio });
  return spawn('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' });
}

/**
 * Fetches a package's archive through npm, so that the person's own registry, proxy, certificates and tokens apply, and compares it
 * with the pinned hash. No code of the package runs.
 * @param what what is fetched, as in "Fetching …"
 * @returns the archive, in the folder `to`. Throws with the reason as the end of a sentence.
 */
export async function fetchThroughNpm(
  root: string,
  { spec, megabytes, sha512 }: Pinned,
  what: string,
  to: string,
  report: Report,
): Promise<string> {
  const child = startNpm(root, [
    'pack',
    spec,
    '--pack-destination',
    to,
    '--ignore-scripts',
    '--loglevel=error',
    '--fetch-retries=1',
  ]);
  let complaint = '';
  child.stderr.on(
    'data',
    (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, 4000)),
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      complaint = error.message;
      resolve(null);
    });
    child.once('exit', resolve);
  });
  const code = await whileTicking(ended, (seconds) =>
    report.doing(`Fetching ${what} through npm (${megabytes} MB, once)`, `${seconds} s`),
  );
  clearTimeout(timer);
  const file = (await readdir(to)).find((name) => name.endsWith('.tgz'));
  if (code === 0 && file) {
    report.doing('Checking what was fetched');
    const archive = join(to, file);
    if ((await hashFile(archive, 'sha512', 'base64')) === sha512) return archive;
    throw new Error(
      `what npm fetched (${(await stat(archive)).size} bytes) is not the file that Lectern knows; it was thrown away`,
    );
  }
  if (code === null && !complaint)
    throw new Error(`npm had not fetched it after ${limit / 60_000} minutes`);
  const reason = complaint
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .find((line) => line && !line.startsWith('code'));
  throw new Error(`npm could not fetch ${spec}${reason ? `: ${reason}` : ''}`);
}
