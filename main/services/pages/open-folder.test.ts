import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderOpener } from './open-folder.ts';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-open-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the folder is shown, once at a time however often it is asked for, and again later', async () => {
  const shown: string[] = [];
  let done!: (why: string) => void;
  const open = folderOpener(
    folder,
    (path) =>
      new Promise<string>((resolve) => {
        shown.push(path);
        done = resolve;
      }),
  );
  const asked = Promise.all([open(), open(), open()]);
  await expect.poll(() => shown).toEqual([folder]);
  done('');
  await asked;
  const once = open();
  await expect.poll(() => shown).toEqual([folder, folder]);
  done('');
  await once;
});

test.each([
  [
    'why it could not',
    () => Promise.resolve('no file manager was found'),
    'bad-request',
    /could not be opened: no file manager was found\./,
  ],
  [
    'what was thrown',
    () => Promise.reject(new Error('it broke')),
    'bad-request',
    /could not be opened: it broke\./,
  ],
  ['that nothing may be started', undefined, 'bad-request', /opens no other program/],
] as const)('it says %s, what is safe and what to do', async (_what, show, code, words) => {
  await expect(folderOpener(folder, show)()).rejects.toMatchObject({
    data: {
      code,
      what: expect.stringMatching(words),
      safe: expect.stringMatching(/as before/),
      next: expect.stringMatching(/^Copy the path/),
    },
  });
});

test('a folder that is gone, or a file in its place, is said, and nothing is started', async () => {
  const shown: string[] = [];
  const open = folderOpener(join(folder, 'data'), async (path) => {
    shown.push(path);
    return '';
  });
  await expect(open()).rejects.toMatchObject({
    data: { code: 'storage', what: expect.stringMatching(/not there/) },
  });
  await writeFile(join(folder, 'data'), 'a program');
  await expect(open()).rejects.toMatchObject({ data: { code: 'storage' } });
  expect(shown).toEqual([]);
});
