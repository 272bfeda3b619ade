import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Notice } from '../contract/methods.ts';
import type { RunCard } from '../contract/run.ts';
import { makeCard } from '../services/runs/card.ts';
import { newRun } from '../services/runs/new-run.ts';
import { canonicalJson, contentHash } from './canonical.ts';
import { dataFolder, openDataFolder } from './data-folder.ts';
import { makeFolder } from './make-folder.ts';
import { openJsonFile } from './json-file.ts';
import { inspectCard, readCard, RunStore } from './run-store.ts';
import { readVersioned } from './versioned.ts';
import { writeAtomic, type Write } from './write.ts';

let folder: string;
let notices: Notice[];
const notify = (notice: Notice) => void notices.push(notice);
const full: Write = async () => {
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-store-'));
  notices = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function card(number: number, result: RunCard['result'] = { auc: 0.5 }): RunCard {
  const id = `run-${String(number).padStart(8, '0')}`;
  const run = newRun({
    id,
    number,
    lab: 'latency',
    labVersion: 1,
    parameters: { epochs: 3 },
    seed: 7,
    preset: null,
    prediction: null,
    measuredFrom: null,
  });
  return makeCard(
    { ...run, status: 'finished', complete: true, result },
    { timesMs: [1, 2] },
    null,
    '0.0.0',
  );
}
const open = async (write?: Write) => {
  const store = new RunStore(folder, notify, write);
  await store.load();
  return store;
};

describe('a card', () => {
  test('has a hash of its content that pinning does not change and anything else does', () => {
    const one = card(1);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(contentHash({ ...one, pinned: true })).toBe(one.hash);
    expect(contentHash({ ...one, seed: 8 })).not.toBe(one.hash);
    const turned = Object.fromEntries(Object.entries(one).reverse());
    expect(contentHash(turned)).toBe(one.hash);
    expect(canonicalJson({ b: [1, { d: undefined, c: 'x' }], a: null })).toBe(
      '{"a":null,"b":[1,{"c":"x"}]}',
    );
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['no object', () => '[]'],
    ['changed by hand', (text: string) => text.replace('0.5', '0.9')],
    [
      'without a version',
      (text: string) => text.replace('"formatVersion":1', '"formatVersion":"1"'),
    ],
    ['of the wrong form', (text: string) => text.replace('"number":1', '"number":"one"')],
  ])('that is %s is not read', (_how, damage) => {
    const text = JSON.stringify(card(1));
    expect(damage(text)).not.toBe(text);
    expect(readCard(damage(text))).toEqual({ ok: false, why: 'corrupt' });
  });
});

describe('the run store', () => {
  test('reads back what it wrote and counts on from the highest number', async () => {
    const first = await open();
    await first.put(card(4));
    await first.put(card(2));
    const second = await open();
    expect(
      second
        .list()
        .map((run) => run.number)
        .sort(),
    ).toEqual([2, 4]);
    expect(second.highestNumber).toBe(4);
    expect(await second.get(card(4).id)).toMatchObject({
      result: { auc: 0.5 },
      measured: { timesMs: [1, 2] },
    });
    expect(second.list()[0]).not.toHaveProperty('result');
    await expect(second.get('run-none')).rejects.toMatchObject({ data: { code: 'unknown-run' } });
  });

  test('sets a damaged card aside, leaves a newer one alone, names both and reads the rest', async () => {
    await (await open()).put(card(1));
    const cut = JSON.stringify(card(2)).slice(0, 80);
    const newer = JSON.stringify({ ...card(3), formatVersion: 2 });
    await writeFile(join(folder, 'cut.json'), cut);
    await writeFile(join(folder, 'newer.json'), newer);
    const store = await open();
    expect(store.list().map((run) => run.number)).toEqual([1]);
    const names = await readdir(folder);
    const aside = names.find((name) => name.startsWith('cut.json.corrupt-'))!;
    expect(await readFile(join(folder, aside), 'utf8')).toBe(cut);
    expect(names).not.toContain('cut.json');
    expect(await readFile(join(folder, 'newer.json'), 'utf8')).toBe(newer);
    expect(
      notices
        .map((notice) => notice.what)
        .sort()
        .reverse()
        .join(),
    ).toMatch(/newer\.json.*cut\.json/s);
  });

  test('keeps a card in memory where it cannot be written, and saves it when asked again', async () => {
    let write = full;
    const store = await open((path, text) => write(path, text));
    await expect(store.put(card(1))).rejects.toMatchObject({
      data: { code: 'storage', what: expect.stringContaining('the disk is full') },
    });
    expect(await store.get(card(1).id)).toMatchObject({ number: 1 });
    expect(await readdir(folder)).toEqual([]);
    write = writeAtomic;
    await store.put({ ...(await store.get(card(1).id)), pinned: true });
    expect((await open()).list()).toMatchObject([{ number: 1, pinned: true }]);
  });

  test('a card damaged while Lectern runs is set aside when it is asked for', async () => {
    const store = await open();
    await store.put(card(1));
    await writeFile(join(folder, `${card(1).id}.json`), '{');
    await expect(store.get(card(1).id)).rejects.toMatchObject({ data: { code: 'bad-card' } });
    expect(store.list()).toEqual([]);
    expect((await readdir(folder))[0]).toContain('.corrupt-');
  });
});

const schema = z.object({ version: z.literal(2), name: z.string() });
const file = (write?: Write) => {
  const retracted: string[] = [];
  const options = {
    path: join(folder, 'name.json'),
    schema,
    version: 2,
    fallback: { version: 2 as const, name: '' },
    label: 'Names',
    migrations: { 1: (old: Record<string, unknown>) => ({ name: String(old.title) }) },
    write,
    notify,
    retract: (id: string) => void retracted.push(id),
    debounceMs: 1,
  };
  return openJsonFile(options).then((opened) => ({ ...opened, opened, retracted }));
};

describe('a small file', () => {
  test('starts from its fallback, is saved, and is read again', async () => {
    const { opened } = await file();
    expect(opened.value.name).toBe('');
    opened.set({ version: 2, name: 'a' });
    opened.set({ version: 2, name: 'b' });
    await opened.flush();
    expect((await file()).opened.value.name).toBe('b');
    expect(await readdir(folder)).toEqual(['name.json']);
  });

  test('of an older version is migrated', async () => {
    await writeFile(join(folder, 'name.json'), '{"version":1,"title":"old"}');
    expect((await file()).opened.value).toEqual({ version: 2, name: 'old' });
  });

  test('of a newer version is never overwritten', async () => {
    await writeFile(join(folder, 'name.json'), '{"version":3,"name":"new"}');
    const { opened } = await file();
    opened.set({ version: 2, name: 'mine' });
    await opened.flush();
    expect(await readFile(join(folder, 'name.json'), 'utf8')).toBe('{"version":3,"name":"new"}');
    expect(notices).toHaveLength(1);
  });

  test('that is damaged is set aside, and work goes on', async () => {
    await writeFile(join(folder, 'name.json'), '{"version":2,"na');
    const { opened } = await file();
    opened.set({ version: 2, name: 'c' });
    await opened.flush();
    expect((await readdir(folder)).sort()).toEqual([
      'name.json',
      expect.stringContaining('name.json.corrupt-'),
    ]);
    expect(notices[0]!.what).toContain('name.json');
  });

  test('that cannot be written says so once a try, keeps the value, and takes it back when it works', async () => {
    let write = full;
    const { opened, retracted } = await file((path, text) => write(path, text));
    opened.set({ version: 2, name: 'd' });
    await opened.flush();
    expect(notices).toMatchObject([{ id: 'unsaved-name.json' }]);
    expect(opened.value.name).toBe('d');
    write = writeAtomic;
    await opened.flush();
    expect(retracted).toEqual(['unsaved-name.json']);
    expect((await file()).opened.value.name).toBe('d');
  });
});

test('a write that fails leaves the old file whole and nothing beside it', async () => {
  const path = join(folder, 'x.json');
  await writeAtomic(path, 'old');
  await expect(writeAtomic(join(path, 'below'), 'new')).rejects.toMatchObject({ code: 'ENOTDIR' });
  expect(await readFile(path, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['x.json']);
});

test('an older version goes through every step in between, each from what the last one made', () => {
  const three = z.object({ version: z.literal(3), name: z.string(), tags: z.array(z.string()) });
  const steps = {
    0: (old: Record<string, unknown>) => ({ title: old['t'] }),
    1: (old: Record<string, unknown>) => ({ name: old['title'] }),
    2: (old: Record<string, unknown>) => ({ ...old, tags: [] }),
  };
  const read = (text: string) => readVersioned(text, three, 'version', 3, steps);
  for (const text of [
    '{"version":0,"t":"a"}',
    '{"version":1,"title":"a"}',
    '{"version":2,"name":"a"}',
  ])
    expect(read(text)).toEqual({
      ok: true,
      migrated: true,
      data: { version: 3, name: 'a', tags: [] },
    });
  expect(read('{"version":3,"name":"a","tags":["b"]}')).toMatchObject({
    ok: true,
    migrated: false,
  });
  expect(read('{"version":4,"name":"a"}')).toEqual({ ok: false, why: 'newer' });
  expect(read('{"version":-1}')).toEqual({ ok: false, why: 'corrupt' });
  expect(read(`{"version":0,"t":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).toEqual({
    ok: false,
    why: 'corrupt',
  });
});

test('a card of a made-up version 0 is migrated and hashed anew; one of a newer version is not read', () => {
  const { durationMs, ...rest } = card(1);
  const old = { ...rest, formatVersion: 0, seconds: durationMs / 1000, hash: 'of another time' };
  const steps = {
    0: ({ seconds, ...data }: Record<string, unknown>) => ({
      ...data,
      durationMs: Number(seconds) * 1000,
    }),
  };
  const read = inspectCard(JSON.stringify(old), steps);
  expect(read).toMatchObject({
    ok: true,
    hashFits: true,
    card: { number: 1, formatVersion: 1, durationMs },
  });
  expect(read.ok && contentHash(read.card)).toBe(read.ok && read.card.hash);
  expect(inspectCard(JSON.stringify(old))).toEqual({ ok: false, why: 'corrupt' });
  expect(inspectCard(JSON.stringify({ ...card(1), formatVersion: 2 }), steps)).toEqual({
    ok: false,
    why: 'newer',
  });
});

test('a migration that throws counts as damaged', () => {
  const broken = {
    1: () => {
      throw new Error('no');
    },
  };
  expect(readVersioned('{"version":1}', schema, 'version', 2, broken)).toEqual({
    ok: false,
    why: 'corrupt',
  });
  expect(readVersioned('{"version":0}', schema, 'version', 2)).toEqual({
    ok: false,
    why: 'corrupt',
  });
});

test('the data folder is what LECTERN_HOME says, and is refused in words where it cannot be written', async () => {
  expect(dataFolder({ LECTERN_HOME: folder })).toBe(folder);
  expect(dataFolder({})).toContain('lectern');
  await openDataFolder(join(folder, 'new'));
  expect(await readdir(join(folder, 'new'))).toEqual(['runs']);
  await writeFile(join(folder, 'plain'), '');
  await expect(openDataFolder(join(folder, 'plain', 'below'))).rejects.toMatchObject({
    data: {
      code: 'storage',
      what: expect.stringContaining('a file stands where a folder is needed'),
      next: 'Move that file away, or set LECTERN_HOME to a folder.',
    },
  });
});

test('makes missing folders, says which was the first, and gives up where none can be made', async () => {
  expect(await makeFolder(join(folder, 'a', 'b', 'c'))).toBe(join(folder, 'a'));
  expect(await makeFolder(join(folder, 'a', 'b'))).toBeNull();
  await writeFile(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file', 'below'))).rejects.toMatchObject({
    code: 'ENOTDIR',
  });
  if (process.platform === 'linux')
    await expect(openDataFolder('/proc/lectern/x')).rejects.toMatchObject({
      data: { code: 'storage' },
    });
});
