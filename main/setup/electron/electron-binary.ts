import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Electron's program file, or why there is none, as the end of a sentence. */
export type ElectronBinary =
  | {
      path: string;
      why: null;
      /** What the folder says of itself; null where it says nothing. */
      version: string | null;
      /** A sentence for the person where the program is not the one that Lectern was made for. */
      warning: string | null;
    }
  | { path: null; why: string };

const programs: Record<string, string> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const programName = () => programs[process.platform] ?? 'electron';

const packageFolder = (root: string) => join(root, 'node_modules', 'electron');

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

const versionIn = (dist: string) => textOf(join(dist, 'version'))?.replace(/^v/, '') ?? null;

/** The version of Electron that Lectern is made for; null where the npm package is not installed. */
export function wantedElectron(root: string): string | null {
  const manifest = textOf(join(packageFolder(root), 'package.json'));
  if (manifest === null) return null;
  return (JSON.parse(manifest) as { version: string }).version;
}

/** A copy that the person named is used whatever its version is, and never changed. */
function named(root: string, folder: string): ElectronBinary {
  const path = join(folder, programName());
  if (!existsSync(path))
    return { path: null, why: `ELECTRON_OVERRIDE_DIST_PATH is set, but ${path} does not exist.` };
  const version = versionIn(folder);
  const wanted = wantedElectron(root);
  const other = version !== null && wanted !== null && version !== wanted;
  return {
    path,
    why: null,
    version,
    warning: other
      ? `ELECTRON_OVERRIDE_DIST_PATH names Electron ${version}, and Lectern was made for ${wanted}: if something does not work, unset it.`
      : null,
  };
}

/**
 * Looks for Electron's program without loading the package: loading it in plain Node would start a download of 100 MB. An unpacking
 * that was cut off is not Electron: `path.txt` is written last, and the version must be the package's. That file is empty after a
 * power cut, and in a checkout that two systems share it names the other system's program.
 * `ELECTRON_OVERRIDE_DIST_PATH` names a folder with a local copy.
 */
export function findElectron(root: string, env: NodeJS.ProcessEnv = process.env): ElectronBinary {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return named(root, override);
  const wanted = wantedElectron(root);
  if (wanted === null) return { path: null, why: 'the npm package electron is not installed.' };
  const dist = join(packageFolder(root), 'dist');
  if (!existsSync(dist)) return { path: null, why: 'Electron’s program is not on this computer.' };
  const program = textOf(join(packageFolder(root), 'path.txt'));
  const version = versionIn(dist);
  const path = join(dist, programName());
  if (program !== programName() || !version || !existsSync(path))
    return { path: null, why: 'Electron’s program is there only in part.' };
  if (version !== wanted)
    return {
      path: null,
      why: `the Electron that is there has version ${version}, and ${wanted} is needed.`,
    };
  return { path, why: null, version, warning: null };
}

/** Takes away an unpacked Electron that can't be used. Only ever ours: a folder that the person named stays as it is. */
export async function removeUnfit(root: string): Promise<void> {
  if (findElectron(root, {}).path) return;
  for (const part of ['dist', 'path.txt'])
    await rm(join(packageFolder(root), part), { recursive: true, force: true });
}
