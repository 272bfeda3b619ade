import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LecternError } from '../../contract/errors.ts';
import { ensureReady } from '../../setup/ensure-ready.ts';
import { createReport } from '../../setup/report.ts';
import { bundlePrograms } from '../bundle-programs.ts';
import { parseCommand, UsageError } from '../usage.ts';

const help = `npm run test:package -- [--keep folder] [--app folder] [--fuses program]
  --keep folder     leave the package and what was taken out of it there
  --app folder      try an app that npm run dist has packed (dist/linux-unpacked) instead of packing one
  --fuses program   only read the fuses of a packed program back (on a Mac: of the .app folder)`;

interface Program {
  testPackage(options: { root: string; keep: string | null; app: string | null }): Promise<number>;
  testFuses(program: string): number;
}

/** The tests' own program: its code is a test's, so it is no part of out/node. */
async function load(root: string): Promise<Program> {
  const folder = join(root, 'out/test-package');
  await bundlePrograms(root, folder, { entry: 'test/package/entry.ts' });
  return (await import(pathToFileURL(join(folder, 'entry.js')).href)) as Program;
}

/** Packs the app around a stand-in for Electron, looks into the package and runs what is in it. Returns 1 where something is wrong. */
export async function testPackage(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    {
      args,
      options: {
        keep: { type: 'string' },
        app: { type: 'string' },
        fuses: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  for (const [name, path] of Object.entries({ app: values.app, fuses: values.fuses }))
    if (path !== undefined && !existsSync(path))
      throw new UsageError(`--${name}: there is no ${path}.\n${help}`);
  if (values.fuses !== undefined) return (await load(root)).testFuses(values.fuses);
  if (process.platform !== 'linux') {
    throw new LecternError({
      code: 'internal',
      what: 'A package is tried on Linux only: the stand-in for Electron has the shape that it has there.',
      safe: 'Nothing was packed.',
      next: 'Here npm run dist packs the real thing, and --fuses reads its fuses back.',
    });
  }
  await ensureReady(root, createReport(), {});
  return (await load(root)).testPackage({
    root,
    keep: values.keep ? resolve(values.keep) : null,
    app: values.app ? resolve(values.app) : null,
  });
}
