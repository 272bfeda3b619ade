import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';
import { codeWorkerForEsbuild } from '../setup/code-worker.mjs';
import { labIndexForEsbuild } from '../setup/lab-index.mjs';

/**
 * Writes programs of `test/` into a folder, as plain Node runs them: a test's code is no part of `out/node`.
 * @param programs the name of each in the folder, and where its source is within the project
 */
export async function bundlePrograms(
  root: string,
  folder: string,
  programs: Record<string, string>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [labIndexForEsbuild(root), codeWorkerForEsbuild(root)],
  });
}
