import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withLock } from './lock.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lectern-lock-')), 'a', 'lock');
});
afterEach(() => rm(join(folder, '../..'), { recursive: true, force: true }));

it('lets one in at a time, and opens again after a failure', async () => {
  let inside = 0;
  let most = 0;
  let waits = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    // The first one stays until somebody has had to wait.
    await vi.waitFor(() => expect(waits).toBeGreaterThan(0));
    inside -= 1;
    throw new Error('failed');
  };
  const all = await Promise.allSettled(
    [1, 2, 3].map(() => withLock(folder, () => (waits += 1), work)),
  );
  expect(all.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(most).toBe(1);
  expect(waits).toBeGreaterThan(0);
  expect(existsSync(folder)).toBe(false);
});

it('takes over from a process that is gone', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pid'), String(gone));
  expect(
    await withLock(
      folder,
      () => undefined,
      async () => 'in',
    ),
  ).toBe('in');
});

it('takes over from a process that died before it wrote its number', async () => {
  await mkdir(folder, { recursive: true });
  const past = new Date(Date.now() - 60_000);
  await utimes(folder, past, past);
  expect(
    await withLock(
      folder,
      () => undefined,
      async () => 'in',
    ),
  ).toBe('in');
});
