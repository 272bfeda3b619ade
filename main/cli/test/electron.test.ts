import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { none } from './count.ts';
import { electronForTests, notRun } from './electron.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-electron-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

it('is not run where nobody asks for it, and says how to ask', async () => {
  const { path, why } = await electronForTests(folder, false, {});
  expect(path).toBeNull();
  expect(why).toContain('npm test -- --electron');
});

it('is not run without the program', async () => {
  const { path, why } = await electronForTests(folder, true, { DISPLAY: ':0' });
  expect(path).toBeNull();
  expect(why).toContain('not installed');
});

it.runIf(process.platform === 'linux')('is not run without a display', async () => {
  const program = join(folder, 'electron');
  await mkdir(folder, { recursive: true });
  await writeFile(program, '');
  await chmod(program, 0o755);
  const { path, why } = await electronForTests(folder, true, {
    ELECTRON_OVERRIDE_DIST_PATH: folder,
  });
  expect(path).toBeNull();
  expect(why).toContain('no display');
});

it('asked for and not run shows in the closing line, and fails where nobody reads that', () => {
  expect(notRun('no display.', false, { CI: 'true' })).toEqual(none);
  expect(notRun('no display.', true, {})).toEqual({ ...none, skipped: 1 });
  expect(notRun('no display.', true, { CI: 'true' })).toMatchObject({
    failed: 1,
    failures: [expect.stringContaining('no display') as string],
  });
});
