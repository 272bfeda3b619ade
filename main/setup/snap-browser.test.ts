import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { leadsToSnap } from './find-browser.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-snap-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

async function script(text: string): Promise<string> {
  const path = join(folder, 'chromium-browser');
  await writeFile(path, text);
  return path;
}

it('a script that starts a snap is no browser for tests, as Ubuntu’s is', async () => {
  const ubuntus = [
    '#!/bin/sh',
    'if ! [ -x /snap/bin/chromium ]; then',
    '  echo "Command needs the chromium snap to be installed."; exit 1',
    'fi',
    'exec /snap/bin/chromium "$@"',
  ];
  expect(leadsToSnap(await script(ubuntus.join('\n')))).toBe(true);
});

it.skipIf(process.platform === 'win32')('nor is a link to the snap program', async () => {
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin', 'snap'), '');
  await symlink(join(folder, 'bin', 'snap'), join(folder, 'chromium'));
  expect(leadsToSnap(join(folder, 'chromium'))).toBe(true);
});

it('a script that starts a program of the system is one, and so is a whole browser', async () => {
  expect(leadsToSnap(await script('#!/bin/bash\nexec /opt/google/chrome/chrome "$@"'))).toBe(false);
  expect(leadsToSnap(await script('x'.repeat(100_000)))).toBe(false);
  expect(leadsToSnap(join(folder, 'nothing'))).toBe(false);
});
