import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { LecternError } from '../contract/errors.ts';
import { labIndexForEsbuild } from '../setup/lab-index.mjs';
import { ensureReady } from '../setup/ensure-ready.ts';
import { createReport } from '../setup/report.ts';
import { parseCommand } from './usage.ts';

const help = `npm run test:package -- [--keep folder]
  --keep folder   leave the package and what was taken out of it there`;

/** Packs the app around a stand-in for Electron, looks into the package and runs what is in it. Returns 1 where something is wrong. */
export async function testPackage(args: string[], root: string): Promise<number> {
  const { values } = parseCommand({ args, options: { keep: { type: 'string' }, help: { type: 'boolean', short: 'h' } } }, help);
  if (values.help) {
    console.log(help);
    return 0;
  }
  if (process.platform !== 'linux') throw new LecternError({ code: 'internal', what: 'The stand-in for Electron has the shape of the one for Linux.', safe: 'Nothing was packed.', next: 'Run it on Linux; here, npm run dist packs the real thing.' });
  await ensureReady(root, createReport(), {});
  const folder = join(root, 'out/test-package');
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root, entryPoints: { entry: 'test/package/entry.ts' }, outdir: folder, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external',
    logLevel: 'warning', plugins: [labIndexForEsbuild(root)],
  });
  const program = (await import(pathToFileURL(join(folder, 'entry.js')).href)) as { testPackage(root: string, keep: string | null): Promise<number> };
  return program.testPackage(root, values.keep ?? null);
}
