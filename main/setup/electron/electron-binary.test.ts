import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chooseHost } from '../choose-host.ts';
import { findElectron, removeUnfit } from './electron-binary.ts';
import { createReport } from '../report.ts';

let root: string;
let electron: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-electron-'));
  electron = join(root, 'node_modules', 'electron');
  await mkdir(electron, { recursive: true });
  await writeFile(join(electron, 'package.json'), '{ "version": "45.4.1" }');
  await writeFile(join(electron, 'index.js'), 'throw new Error("loaded")');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const programs: Record<string, string> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};
const program = programs[process.platform] ?? 'electron';

async function unpacked(dist: string, version: string | null) {
  const path = join(dist, program);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, '');
  await chmod(path, 0o755);
  if (version !== null) await writeFile(join(dist, 'version'), version);
  return path;
}
const noteProgram = () => writeFile(join(electron, 'path.txt'), program);

it('finds the program without loading the package', async () => {
  expect(findElectron(root, {})).toMatchObject({
    path: null,
    why: expect.stringContaining('not on this computer'),
  });
  const path = await unpacked(join(electron, 'dist'), 'v45.4.1\n');
  await noteProgram();
  expect(findElectron(root, {})).toEqual({ path, why: null, version: '45.4.1', warning: null });
  expect(findElectron(join(root, 'nowhere'), {}).why).toContain('not installed');
});

it('an unpacking that was cut off is not Electron', async () => {
  await unpacked(join(electron, 'dist'), '45.4.1');
  // The script writes path.txt last.
  expect(findElectron(root, {})).toMatchObject({
    path: null,
    why: expect.stringContaining('only in part'),
  });
  await noteProgram();
  await rm(join(electron, 'dist/version'));
  expect(findElectron(root, {}).why).toContain('only in part');
});

const foreign = process.platform === 'win32' ? 'electron' : 'electron.exe';
it.each([
  ['path.txt', '', 'as a power cut leaves it'],
  ['path.txt', foreign, 'of another system that shares the folder'],
  ['dist/version', '', 'as a power cut leaves it'],
])('%s is %j, %s: not Electron, and fetched again', async (file, text) => {
  await unpacked(join(electron, 'dist'), '45.4.1');
  await writeFile(join(electron, 'dist', foreign), '');
  await noteProgram();
  await writeFile(join(electron, file), text);
  expect(findElectron(root, {})).toEqual({
    path: null,
    why: 'Electron’s program is there only in part.',
  });
  await removeUnfit(root);
  expect(existsSync(join(electron, 'dist'))).toBe(false);
});

it('a path.txt that a person wrote, with a line’s end, is as good', async () => {
  const path = await unpacked(join(electron, 'dist'), '45.4.1');
  await writeFile(join(electron, 'path.txt'), `${program}\n`);
  expect(findElectron(root, {}).path).toBe(path);
});

it('one of another version is not used, and both are taken away', async () => {
  await unpacked(join(electron, 'dist'), '44.0.0');
  await noteProgram();
  expect(findElectron(root, {})).toMatchObject({
    path: null,
    why: 'the Electron that is there has version 44.0.0, and 45.4.1 is needed.',
  });
  await removeUnfit(root);
  expect(existsSync(join(electron, 'dist'))).toBe(false);
  expect(existsSync(join(electron, 'path.txt'))).toBe(false);
});

it('one that fits is never taken away', async () => {
  const path = await unpacked(join(electron, 'dist'), '45.4.1');
  await noteProgram();
  await removeUnfit(root);
  expect(existsSync(path)).toBe(true);
});

it('uses a local copy that is named, says what is wrong with it, and never changes it', async () => {
  const copy = join(root, 'copy');
  const env = { ELECTRON_OVERRIDE_DIST_PATH: copy };
  expect(findElectron(root, env).why).toBe(
    `ELECTRON_OVERRIDE_DIST_PATH is set, but ${join(copy, program)} does not exist.`,
  );
  const path = await unpacked(copy, null);
  expect(findElectron(root, env)).toEqual({ path, why: null, version: null, warning: null });
  await writeFile(join(copy, 'version'), '30.0.0');
  expect(findElectron(root, env)).toMatchObject({
    path,
    warning: expect.stringContaining('names Electron 30.0.0, and Lectern was made for 45.4.1'),
  });
  await removeUnfit(root);
  expect(existsSync(path)).toBe(true);
});

it('chooses the web host when asked, without looking for Electron', async () => {
  expect(await chooseHost(join(root, 'nowhere'), createReport(), { web: true })).toMatchObject({
    host: 'web',
  });
});
