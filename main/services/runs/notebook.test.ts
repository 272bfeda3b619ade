import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildTrialCompute } from '../../compute/fixtures/build-trial.ts';
import { isOwn } from '../../contract/annotation.ts';
import type { RunCard } from '../../contract/run.ts';
import { contentHash } from '../../storage/canonical.ts';
import { openWindow, startTrialHost, trial, type TrialHost } from '../fixtures/trial-host.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let folder: string;
let open: TrialHost | null = null;

beforeAll(async () => void (built = await buildTrialCompute()));
afterAll(() => built.remove());
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-notebook-'))));
afterEach(async () => {
  await open?.close();
  open = null;
  await rm(folder, { recursive: true, force: true });
});

const start = async () => (open = await startTrialHost(built.entry, { folder }));
const finished = (run: { status: string }) => run.status === 'finished';
async function oneRun(host: TrialHost, more = {}) {
  const { id } = await host.window.call('run.start', { ...trial('steady'), ...more });
  await host.window.run(id, finished);
  return id;
}
const cardOf = async (host: TrialHost, id: string) =>
  (await host.window.call('run.export', { run: id })) as unknown as RunCard;
const fresh = (card: RunCard, over: Partial<RunCard>): RunCard => {
  const changed = { ...card, ...over };
  return { ...changed, hash: contentHash(changed) };
};

test(
  'a star, a name and a note leave the card and its hash alone, two windows do not ' +
    'undo each other, and all is there after a restart',
  async () => {
    const host = await start();
    const id = await oneRun(host);
    const before = await cardOf(host, id);
    const other = openWindow(host.host);
    await Promise.all([
      host.window.call('run.annotate', { run: id, change: { name: 'Mine' } }),
      other.call('run.annotate', { run: id, change: { note: 'Why?' } }),
      host.window.call('run.annotate', { run: id, change: { starred: true } }),
    ]);
    await host.host.close();
    const again = await start();
    expect(await again.window.call('run.page', { before: null })).toMatchObject({
      runs: [{ id, number: 1 }],
      annotations: { [id]: { starred: true, name: 'Mine', note: 'Why?', origin: null } },
      next: null,
    });
    expect(await cardOf(again, id)).toEqual(before);
    await expect(
      again.window.call('run.annotate', { run: 'run-none-such', change: { starred: true } }),
    ).rejects.toMatchObject({ data: { code: 'unknown-run' } });
  },
);

test('a deleted run is kept aside until it is brought back; after a restart it is gone', async () => {
  const host = await start();
  const [first, second] = [await oneRun(host), await oneRun(host)];
  await host.window.call('run.delete', { run: first });
  await host.window.call('run.delete', { run: second });
  expect((await host.window.call('run.page', { before: null })).runs).toEqual([]);
  expect((await host.window.call('notebook.size', {})).deleted.map(({ number }) => number)).toEqual(
    [2, 1],
  );
  expect(await host.window.call('run.restore', { run: first })).toMatchObject({ number: 1 });
  expect((await host.window.call('run.get', { run: first })).complete).toBe(true);
  await expect(host.window.call('run.restore', { run: first })).rejects.toMatchObject({
    data: { code: 'unknown-run' },
  });
  await host.host.close();
  const again = await start();
  expect((await again.window.call('run.page', { before: null })).runs.map(({ id }) => id)).toEqual([
    first,
  ]);
  const size = await again.window.call('notebook.size', {});
  expect(size.deleted).toEqual([]);
  expect(size.bytes).toBe((await readFile(join(folder, 'runs', `${first}.json`))).length);
});

test('a run that has not ended is not deleted', async () => {
  const host = await start();
  const { id } = await host.window.call('run.start', trial('endless'));
  await expect(host.window.call('run.delete', { run: id })).rejects.toMatchObject({
    data: { code: 'bad-request' },
  });
});

test('an exported card comes back as itself: there already, or with its id, number and hash where it was deleted for good', async () => {
  const host = await start();
  const id = await oneRun(host);
  const card = await cardOf(host, id);
  expect(await host.window.call('run.import', { card: card as never })).toMatchObject({
    outcome: 'there',
    run: { id },
  });
  await host.window.call('run.delete', { run: id });
  await host.host.close();
  const again = await start();
  expect(await again.window.call('run.import', { card: card as never })).toMatchObject({
    outcome: 'added',
    run: { id, number: 1 },
    hashFits: true,
  });
  expect(await cardOf(again, id)).toEqual(card);
});

test('a card with the id of another run becomes a copy, is found again, and is handed on as it came', async () => {
  const host = await start();
  const id = await oneRun(host);
  const own = await cardOf(host, id);
  const theirs = fresh(own, { seed: 99 });
  const first = await host.window.call('run.import', { card: theirs as never });
  expect(first).toMatchObject({ outcome: 'copy', hashFits: true, run: { number: 2, seed: 99 } });
  expect(first.run.id).not.toBe(id);
  expect(await host.window.call('run.import', { card: theirs as never })).toMatchObject({
    outcome: 'there',
    run: { id: first.run.id },
  });
  expect(await cardOf(host, first.run.id)).toEqual({ ...theirs, pinned: false });
  expect(await cardOf(host, id)).toEqual(own);
  await host.host.close();
  const again = await start();
  expect((await again.window.call('app.info', {})).notices).toEqual([]);
  expect((await again.window.call('run.page', { before: null })).runs).toHaveLength(2);
  expect((await readdir(join(folder, 'runs'))).sort()).toEqual(
    [`${id}.json`, `${first.run.id}.json`].sort(),
  );
});

test(
  'the learner says of an imported run that it is their own, and takes it back: ' +
    'nothing else of it changes, every window and a restart know',
  async () => {
    const host = await start();
    const id = await oneRun(host);
    const own = await cardOf(host, id);
    const theirs = fresh(own, { seed: 99 });
    const { run } = await host.window.call('run.import', { card: theirs as never });
    const handedOn = await cardOf(host, run.id);
    const file = join(folder, 'runs', `${run.id}.json`);
    const onDisk = await readFile(file, 'utf8');
    const other = openWindow(host.host);
    const originOf = async (window: Pick<typeof other, 'call'>) =>
      (await window.call('run.page', { before: null })).annotations[run.id]!.origin;
    const before = await originOf(other);
    expect(before).not.toHaveProperty('mine');
    expect(isOwn({ origin: before })).toBe(false);
    await Promise.all([
      host.window.call('run.annotate', { run: run.id, change: { mine: true } }),
      other.call('run.annotate', { run: run.id, change: { note: 'From the old one.' } }),
    ]);
    expect(await originOf(other)).toEqual({ ...before, mine: true });
    // Handed on, replayed and imported once more, it is the run that it was.
    expect(await cardOf(host, run.id)).toEqual(handedOn);
    expect(await host.window.call('run.import', { card: theirs as never })).toMatchObject({
      outcome: 'there',
      run: { id: run.id },
    });
    await host.host.close();
    expect(await readFile(file, 'utf8')).toBe(onDisk);
    const again = await start();
    expect(isOwn({ origin: await originOf(again.window) })).toBe(true);
    expect((await again.window.call('run.page', { before: null })).annotations[run.id]!.note).toBe(
      'From the old one.',
    );
    await again.window.call('run.annotate', { run: run.id, change: { mine: false } });
    expect(isOwn({ origin: await originOf(again.window) })).toBe(false);
    expect(await cardOf(again, run.id)).toEqual(handedOn);
  },
);

test(
  'nobody says whose a run is that was made here, or one that was changed after it was ' +
    'written; where it came from is not theirs to write',
  async () => {
    const host = await start();
    const id = await oneRun(host);
    const own = await cardOf(host, id);
    const forged = await host.window.call('run.import', { card: { ...own, seed: 99 } as never });
    for (const [run, mine, words] of [
      [id, true, /made here/],
      [id, false, /made here/],
      [forged.run.id, true, /changed after/],
    ] as const) {
      await expect(
        host.window.call('run.annotate', { run, change: { mine, name: 'x' } }),
      ).rejects.toMatchObject({
        data: { code: 'bad-request', what: expect.stringMatching(words) },
      });
    }
    const { annotations } = await host.window.call('run.page', { before: null });
    expect(annotations[id]).toBeUndefined();
    expect(annotations[forged.run.id]).toMatchObject({ name: '', origin: { hashFits: false } });
    expect(
      await host.window.call('run.annotate', {
        run: forged.run.id,
        change: { origin: null, star: true } as never,
      }),
    ).toEqual(annotations[forged.run.id]);
    // Written into the file by hand, it is not believed either.
    expect(isOwn({ origin: { ...annotations[forged.run.id]!.origin!, mine: true } })).toBe(false);
  },
);

test('a card changed by hand is told by its hash, and its replay names the number', async () => {
  const host = await start();
  const id = await oneRun(host);
  const own = await cardOf(host, id);
  const result = own.result as { draws: number[] };
  const forged = {
    ...own,
    result: { ...result, draws: result.draws.map((draw, i) => (i === 2 ? draw + 0.5 : draw)) },
  };
  const taken = await host.window.call('run.import', { card: forged as never });
  expect(taken).toMatchObject({ outcome: 'copy', hashFits: false });
  const replay = await oneRun(host, { measuredFrom: taken.run.id });
  const report = await host.window.call('run.checkReplay', { run: taken.run.id, replay });
  expect(report).toMatchObject({ agrees: false, hashFits: false, other: [] });
  expect(report.differences.map(({ path }) => path)).toContain('draws[2]');
});

test('a replay of an untouched run matches in every value but the flag that it used old measurements', async () => {
  const host = await start();
  const first = await oneRun(host);
  const second = await oneRun(host, { measuredFrom: first });
  const third = await oneRun(host, { measuredFrom: second });
  expect(await host.window.call('run.checkReplay', { run: second, replay: third })).toMatchObject({
    agrees: true,
    other: [],
    hashFits: true,
    differing: 0,
  });
});

test('what is no card of this Lectern is refused in words and changes nothing', async () => {
  const host = await start();
  const card = await cardOf(host, await oneRun(host));
  const bad: [unknown, RegExp][] = [
    [null, /not a run card/],
    [{ ...card, formatVersion: 2 }, /newer version/],
    [{ ...card, id: '../../etc/passwd' }, /not a run card/],
    [{ ...card, seed: -1 }, /not a run card/],
    [{ ...card, hash: 'none' }, /content hash/],
    [fresh(card, { lab: 'astrology' }), /astrology/],
    [fresh(card, { parameters: { behaviour: 'steady', steps: 1e300 } }), /parameters/],
    [fresh(card, { result: { draws: 'many' } }), /result/],
    [fresh(card, { status: 'running' }), /not ended/],
  ];
  for (const [given, words] of bad) {
    await expect(host.window.call('run.import', { card: given as never })).rejects.toMatchObject({
      data: { code: 'bad-card', what: expect.stringMatching(words) },
    });
  }
  await expect(
    host.window.call('run.import', { card: { ...card, error: 'x'.repeat(1_200_000) } as never }),
  ).rejects.toMatchObject({ data: { code: 'too-large' } });
  expect((await host.window.call('run.page', { before: null })).runs).toHaveLength(1);
});

test('another notebook’s answers are added where nothing is said yet, and replace nothing', async () => {
  const { window } = await start();
  await window.call('learner.change', {
    kind: 'reflect',
    lab: 'trial',
    step: 'why',
    text: 'Mine.',
  });
  const other = {
    version: 1,
    place: null,
    labs: {
      trial: {
        done: ['a'],
        predictions: {},
        checks: {},
        reflections: { why: 'Theirs.', how: 'Slowly.' },
      },
    },
  };
  expect(await window.call('learner.import', { learner: other })).toEqual({ added: 2 });
  expect((await window.call('learner.get', {})).labs.trial).toMatchObject({
    done: ['a'],
    reflections: { why: 'Mine.', how: 'Slowly.' },
  });
  expect(await window.call('learner.import', { learner: other })).toEqual({ added: 0 });
  await expect(window.call('learner.import', { learner: { version: 2 } })).rejects.toMatchObject({
    data: { code: 'bad-file' },
  });
});
