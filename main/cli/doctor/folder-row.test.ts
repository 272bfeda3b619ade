import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDataFolder } from '../../storage/data-folder.ts';
import { folderRow } from './folder-row.ts';

/** As on a disk that has room for a file's name and for nothing in it. */
const fullDisk = async (path: string, content: Buffer) => {
  await writeFile(path, '');
  if (content.length > 0)
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-folder-row-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('says that a folder is writable and what is free, and leaves nothing behind', async () => {
  expect(await folderRow(folder)).toEqual({
    fault: null,
    says: expect.stringMatching(/^writable; [\d.]+ (MB|GB) free$/) as string,
  });
  expect(await folderRow(join(folder, 'not/there'))).toMatchObject({ fault: null });
  expect(await readdir(folder)).toEqual([]);
});

it('says in words that a file is in the way', async () => {
  await writeFile(join(folder, 'file'), '');
  for (const path of ['file', 'file/below']) {
    const { fault, says } = await folderRow(join(folder, path));
    expect(fault?.why).toBe('a file stands where a folder is needed');
    expect(says).toMatch(/^can't be written: a file stands where a folder is needed; .* free$/);
  }
});

it('says that the disk is full where an empty file could still be made', async () => {
  expect(await folderRow(folder, fullDisk)).toEqual({
    fault: {
      why: 'the disk is full',
      next: 'Free some space, or set LECTERN_HOME to a folder on another disk.',
    },
    says: expect.stringMatching(/^can't be written: the disk is full; .* free$/) as string,
  });
  expect(await readdir(folder)).toEqual([]);
});

it('a start says so too, and leaves nothing half written', async () => {
  await expect(openDataFolder(folder, fullDisk)).rejects.toMatchObject({
    data: { what: `Lectern can't keep its files in ${folder}: the disk is full.` },
  });
  expect(await readdir(folder)).toEqual(['runs']);
});
