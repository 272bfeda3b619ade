import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { codeWorkerForEsbuild } from '../../../main/setup/code-worker.mjs';
import { labIndexForEsbuild } from '../../../main/setup/lab-index.mjs';

/** How a program of the tortures is made: below `out`, because the built file must find `node_modules`. */
export const buildOptions = (root: string) => ({
  absWorkingDir: root,
  bundle: true,
  platform: 'node' as const,
  format: 'esm' as const,
  target: 'node20',
  packages: 'external' as const,
  logLevel: 'warning' as const,
  plugins: [labIndexForEsbuild(root), codeWorkerForEsbuild(root)],
});

/** A program that needs a process of its own: the one that was bundled with the tortures, or, under vitest, built now. */
export async function buildProgram(
  root: string,
  programs: string | null,
  name: string,
): Promise<{ path: string; remove: () => Promise<void> }> {
  if (programs) return { path: join(programs, `${name}.js`), remove: async () => undefined };
  await mkdir(join(root, 'out'), { recursive: true });
  const folder = await mkdtemp(join(root, 'out', 'torture-'));
  const path = join(folder, `${name}.mjs`);
  await build({
    ...buildOptions(root),
    entryPoints: [`test/torture/rows/${name}.ts`],
    outfile: path,
  });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
