import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeCatalog } from '../compute/make-catalog.ts';
import { projectRoot } from '../compute/fixtures/build-trial.ts';
import { RunStore } from '../storage/run-store.ts';
import { askPort } from './fixtures/raw.ts';
import { startWebHost } from './serve.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-early-'));
  await mkdir(join(folder, 'pages'));
  await writeFile(
    join(folder, 'pages/index.html'),
    '<!doctype html><html lang="en"><title>The pages</title></html>',
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

const start = (spawned: () => void = () => undefined) =>
  startWebHost({
    root: projectRoot,
    folder: join(folder, 'data'),
    pagesFolder: join(folder, 'pages'),
    catalog: makeCatalog([]),
    spawnCompute: () => {
      spawned();
      throw new Error('no compute in this test');
    },
  });

it('there is an address and a page while the runs are still being read, and compute has not begun', async () => {
  let read: () => void = () => undefined;
  const reading = new Promise<void>((resolve) => (read = resolve));
  vi.spyOn(RunStore.prototype, 'load').mockReturnValue(reading);
  const spawned = vi.fn();
  const host = await start(spawned);
  const own = await askPort(host.port, `/${new URL(host.url).search}`);
  const cookie = own.headers['set-cookie']![0]!.split(';')[0]!;
  expect(await askPort(host.port, '/', { cookie })).toMatchObject({
    status: 200,
    body: expect.stringContaining('data-kept-theme="system" data-kept-slide=""') as string,
  });
  let whole = false;
  void host.whole.then(() => (whole = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect([whole, spawned.mock.calls.length]).toEqual([false, 0]);
  read();
  await host.whole;
  await host.close();
});

it('where the runs can not be read the host says so, and nothing is left running', async () => {
  vi.spyOn(RunStore.prototype, 'load').mockRejectedValue(new Error('the disk is gone'));
  const host = await start();
  await expect(host.whole).rejects.toThrow('the disk is gone');
  await host.close();
  await expect(askPort(host.port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
