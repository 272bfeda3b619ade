import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isRoot } from '../../setup/choose-host.ts';
import { noteFetch } from '../../setup/electron/failed-fetch.ts';
import { electronRows } from './doctor-rows.ts';
import { noteStart } from './last-start.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-rows-'));
  vi.stubEnv('LECTERN_CACHE', join(root, 'cache'));
  vi.stubEnv('DISPLAY', '');
  vi.stubEnv('WAYLAND_DISPLAY', '');
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', join(root, 'dist'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const rows = async () => Object.fromEntries(await electronRows(root));

it('what is not there is said row by row, with why', async () => {
  const found = await rows();
  expect(found['Electron']).toMatch(/not usable: .*ELECTRON_OVERRIDE_DIST_PATH/);
  expect(found['Missing libraries']).toBe('not asked: there is no program');
  expect(found['Last failed fetch']).toBe('none');
  expect(found['Last start']).toBe('not known to have failed');
});

it.runIf(process.platform === 'linux')('a computer without a display says so', async () => {
  expect((await rows())['Display']).toMatch(/^there is no display/);
  vi.stubEnv('WAYLAND_DISPLAY', join(root, 'nobody'));
  expect((await rows())['Display']).toMatch(/^nothing answers at the display/);
});

/** Puts a program where Electron's is looked for. */
async function placeProgram(): Promise<string> {
  await mkdir(join(root, 'dist'));
  const program = join(root, 'dist', process.platform === 'win32' ? 'electron.exe' : 'electron');
  await writeFile(program, '#!/bin/sh\n');
  await chmod(program, 0o755);
  return program;
}

it('an older program is named with its version, and the last failed fetch with its reason', async () => {
  await mkdir(join(root, 'node_modules/electron'), { recursive: true });
  await writeFile(join(root, 'node_modules/electron/package.json'), '{ "version": "45.4.1" }');
  const program = await placeProgram();
  await writeFile(join(root, 'dist', 'version'), '1.2.3');
  noteFetch('its download failed: no way out.');
  const found = await rows();
  expect(found['Last failed fetch']).toMatch(/^\d{4}-.* UTC: its download failed: no way out\.$/);
  if (process.platform === 'linux') {
    expect(found['Electron']).toContain(program);
    expect(found['Electron’s version']).toContain('1.2.3');
    expect(found['Sandbox']).toMatch(
      isRoot() ? /root; start Lectern as an ordinary user$/ : /^(can work|its sandbox)/,
    );
  }
});

it.runIf(process.platform === 'linux')('missing libraries come with what helps', async () => {
  await placeProgram();
  await mkdir(join(root, 'bin'));
  await writeFile(join(root, 'bin/ldd'), '#!/bin/sh\necho "  libnss3.so => not found"\n', {
    mode: 0o755,
  });
  vi.stubEnv('PATH', `${join(root, 'bin')}:${process.env['PATH']}`);
  expect((await rows())['Missing libraries']).toBe(
    'libnss3.so; install the packages that hold them',
  );
});

it('why the last start showed no window is kept until one shows its window', async () => {
  noteStart('it was ended by SIGTRAP before it showed a window.');
  expect((await rows())['Last start']).toMatch(
    /^\d{4}-.* UTC: it was ended by SIGTRAP before it showed a window\.$/,
  );
  noteStart(null);
  expect((await rows())['Last start']).toBe('not known to have failed');
});
