import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chooseHost, noDisplay } from './choose-host.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';
import { createReport } from './report.ts';

let root: string;
let electron: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-electron-'));
  electron = join(root, 'node_modules', 'electron');
  await mkdir(electron, { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function program(path: string) {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, '');
  await chmod(path, 0o755);
}

it('finds the program without loading the package', async () => {
  await writeFile(join(electron, 'index.js'), 'throw new Error("loaded")');
  expect(findElectron(root, {})).toMatchObject({
    path: null,
    why: expect.stringContaining('not on this computer'),
  });
  await writeFile(join(electron, 'path.txt'), 'electron-here');
  await program(join(electron, 'dist', 'electron-here'));
  expect(findElectron(root, {})).toEqual({
    path: join(electron, 'dist', 'electron-here'),
    why: null,
  });
});

it('uses a local copy that is named, and says so where it is not there', async () => {
  const copy = join(root, 'copy');
  expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: copy }).why).toContain(
    'ELECTRON_OVERRIDE_DIST_PATH',
  );
  await program(
    join(
      copy,
      process.platform === 'win32'
        ? 'electron.exe'
        : process.platform === 'darwin'
          ? 'Electron.app/Contents/MacOS/Electron'
          : 'electron',
    ),
  );
  expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: copy }).path).toContain(copy);
  expect(findElectron(join(root, 'nowhere'), {}).why).toContain('not installed');
});

it('says why a download failed, and gives up a download that hangs', async () => {
  await writeFile(
    join(electron, 'install.js'),
    'console.error("Error: getaddrinfo ENOTFOUND example.invalid\\n    at x"); process.exit(1)',
  );
  expect((await fetchElectron(root)).why).toBe('its download failed (ENOTFOUND example.invalid).');
  await writeFile(join(electron, 'install.js'), 'setInterval(() => undefined, 1000)');
  expect((await fetchElectron(root, 1000)).why).toBe('its download took more than 1 s.');
});

it('needs a display on Linux only', () => {
  expect(noDisplay({}, 'linux')).toContain('no display');
  expect(noDisplay({ DISPLAY: ':0' }, 'linux')).toBeNull();
  expect(noDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBeNull();
  expect(noDisplay({}, 'darwin')).toBeNull();
});

it('chooses the web host when asked, without looking for Electron', async () => {
  expect(await chooseHost(join(root, 'nowhere'), createReport(), { web: true })).toMatchObject({
    host: 'web',
  });
});
