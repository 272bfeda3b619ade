import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Notice } from '../contract/methods.ts';
import { makeCard } from '../services/runs/card.ts';
import { newRun } from '../services/runs/new-run.ts';
import { RunStore } from './run-store.ts';

let home: string;
let notices: Notice[];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lectern-index-'));
  await mkdir(join(home, 'runs'));
  notices = [];
});
afterEach(() => rm(home, { recursive: true, force: true }));

const index = () => join(home, 'index.json');
const file = (id: string) => join(home, 'runs', `${id}.json`);
const card = (number: number) =>
  makeCard(
    {
      ...newRun({
        id: `run-${String(number).padStart(8, '0')}`,
        number,
        lab: 'trial',
        labVersion: 1,
        parameters: {},
        seed: 7,
        preset: null,
        prediction: null,
        measuredFrom: null,
      }),
      startedAt: '2026-01-01T00:00:00.000Z',
      status: 'finished',
      complete: true,
      result: { n: 0.5 },
    },
    null,
    null,
    '0.0.0',
  );
async function open() {
  const store = new RunStore(join(home, 'runs'), (notice) => void notices.push(notice), undefined, {
    index: index(),
    trash: join(home, 'deleted'),
  });
  await store.load();
  return store;
}

test('a start takes what the index says of a file that is as it was, and does not read it', async () => {
  const store = await open();
  await store.put(card(1));
  await store.flush();
  // The index is what is read: it says another seed than the file.
  const noted = (await readFile(index(), 'utf8')).replace('"seed":7', '"seed":99');
  await writeFile(index(), noted);
  const again = await open();
  expect(again.list()).toMatchObject([{ number: 1, seed: 99 }]);
  expect(again.hashOf(card(1).id)).toBe(card(1).hash);
});

test('a file that was changed since is read, and one that no longer fits its hash is set aside', async () => {
  const store = await open();
  await store.put(card(1));
  await store.put(card(2));
  await store.flush();
  await writeFile(
    file(card(1).id),
    (await readFile(file(card(1).id), 'utf8')).replace('0.5', '0.6'),
  );
  await utimes(file(card(1).id), new Date(), new Date(Date.now() + 5_000));
  expect((await open()).list().map(({ number }) => number)).toEqual([2]);
  expect(notices).toHaveLength(1);
});

test.each([
  ['damaged', '{"version":1,"cards":{'],
  ['of a newer version', '{"version":2,"cards":{}}'],
  ['of another form', '[]'],
  ['with wrong entries', '{"version":1,"cards":{"a.json":{"size":"big"}}}'],
])('an index that is %s is made anew from the cards', async (_how, text) => {
  await (await open()).put(card(1));
  await writeFile(index(), text);
  const store = await open();
  expect(store.list()).toMatchObject([{ number: 1, seed: 7 }]);
  await store.flush();
  expect(JSON.parse(await readFile(index(), 'utf8'))).toMatchObject({
    version: 1,
    cards: { [`${card(1).id}.json`]: { hash: card(1).hash } },
  });
});

test('files that are gone leave the index, and the room they took is no longer counted', async () => {
  const store = await open();
  await store.put(card(1));
  await store.put(card(2));
  await store.flush();
  await rm(file(card(2).id));
  const again = await open();
  expect(again.list().map(({ number }) => number)).toEqual([1]);
  expect(again.bytes).toBe((await readFile(file(card(1).id))).length);
});
