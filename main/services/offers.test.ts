import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchOffered } from '../../renderer/model/notebook/fetch-offered.ts';
import { importFiles } from '../../renderer/model/notebook/import-files.ts';
import type { ComputeChild } from './compute/compute-child.ts';
import { createHost, type LecternHost } from './host.ts';
import { openWindow, type TrialWindow } from './fixtures/trial-host.ts';
import { largestOffer } from './offers.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-offers-'));
const nothing: ComputeChild = {
  channel: { send: () => undefined, onMessage: () => undefined, onClose: () => undefined },
  pid: 0,
  kill: () => undefined,
  onExit: (listener) => setImmediate(() => listener({ code: 0, signal: null })),
};
const catalog = {
  ids: () => [],
  describe: () => {
    throw new Error('none');
  },
  parse: () => {
    throw new Error('none');
  },
  acceptsMeasured: () => false,
  acceptsResult: () => false,
  elsewhere: () => ({}),
  summary: () => [],
};
let host: LecternHost;
let window: TrialWindow;
beforeAll(async () => {
  host = await createHost({
    root: folder,
    kind: 'electron',
    version: '0.0.0',
    catalog,
    folder: join(folder, 'data'),
    spawnCompute: () => nothing,
  });
  window = openWindow(host);
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const offered = async () => (await window.call('app.info', {})).offered;
const refusals = async () =>
  (await window.call('app.info', {})).notices
    .filter(({ id }) => id === 'offer-refused')
    .map(({ what }) => what);

test('a file on offer is read piece by piece, whole, and only until the person has decided', async () => {
  const content = Buffer.from(Array.from({ length: 1_300_000 }, (_, i) => (i * 31) % 251));
  await host.offer(file('notebook.jsonl', content));
  const about = (await offered())!;
  expect(about).toMatchObject({ name: 'notebook.jsonl', bytes: content.length });
  const read = await fetchOffered(window as never, about);
  expect([read.name, Buffer.from(await read.arrayBuffer()).equals(content)]).toEqual([
    'notebook.jsonl',
    true,
  ]);
  await expect(
    window.call('file.read', { id: about.id, from: Number.MAX_SAFE_INTEGER }),
  ).resolves.toEqual({ base64: '', next: null });
  await window.call('file.dismiss', { id: about.id });
  expect(await offered()).toBeNull();
  await expect(window.call('file.read', { id: about.id, from: 0 })).rejects.toMatchObject({
    data: { code: 'bad-file' },
  });
});

test('it goes through the same import as a file that is dropped, which says what is wrong with it', async () => {
  await host.offer(file('run.json', '{"not":"a card"}'));
  const read = await fetchOffered(window as never, (await offered())!);
  expect(await importFiles(window as never, [read], () => undefined)).toMatchObject({
    added: 0,
    refused: [{ what: 'run.json', why: expect.any(String) }],
  });
});

test('another one takes its place; the first can’t be read or dismissed any more', async () => {
  await host.offer(file('a.json', 'a'));
  const first = (await offered())!;
  await host.offer(file('b.json', 'b'));
  await window.call('file.dismiss', { id: first.id });
  expect(await offered()).toMatchObject({ name: 'b.json' });
  await expect(window.call('file.read', { id: first.id, from: 0 })).rejects.toMatchObject({
    data: { what: 'This file is no longer on offer.' },
  });
});

test('one that is changed or gone while it is read fails in words', async () => {
  const path = file('c.json', 'ccc');
  await host.offer(path);
  const { id } = (await offered())!;
  writeFileSync(path, 'longer');
  await expect(window.call('file.read', { id, from: 0 })).rejects.toMatchObject({
    data: { code: 'bad-file', what: expect.stringContaining('was changed while') },
  });
  rmSync(path);
  await expect(window.call('file.read', { id, from: 0 })).rejects.toMatchObject({
    data: { code: 'bad-file', what: expect.stringContaining('can’t be read any more') },
  });
});

test('a folder, a missing file and one that is too large are refused with a notice, which the next good one takes away', async () => {
  mkdirSync(join(folder, 'folder.json'));
  await host.offer(join(folder, 'folder.json'));
  expect(await refusals()).toEqual(['“folder.json” was not opened: it is no file.']);
  await host.offer(join(folder, 'missing.json'));
  expect(await refusals()).toEqual([
    '“missing.json” was not opened: it is not there, or may not be read.',
  ]);
  const huge = file('huge.jsonl', '');
  truncateSync(huge, largestOffer + 1);
  await host.offer(huge);
  expect(await refusals()).toEqual([
    '“huge.jsonl” was not opened: it is larger than a notebook can be (512 MB).',
  ]);
  await host.offer(file('d.json', 'd'));
  expect(await refusals()).toEqual([]);
});
