import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTrialCompute } from '../../../main/compute/fixtures/build-trial.ts';
import type { RunCard } from '../../../main/contract/run.ts';
import {
  startTrialHost,
  trial,
  type TrialHost,
} from '../../../main/services/fixtures/trial-host.ts';
import { contentHash } from '../../../main/storage/canonical.ts';
import type { Host } from '../../host/host.ts';
import { claim, claimable, claimWords } from '../../features/notebook/card/claim.ts';
import { importFiles } from './import-files.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let folder: string;
let host: TrialHost;
let card: RunCard;
beforeAll(async () => {
  built = await buildTrialCompute();
  folder = await mkdtemp(join(tmpdir(), 'lectern-share-'));
  host = await startTrialHost(built.entry, { folder });
  const { id } = await host.window.call('run.start', trial('steady'));
  await host.window.run(id, ({ status }) => status === 'finished');
  card = (await host.window.call('run.export', { run: id })) as unknown as RunCard;
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
  await built.remove();
});

let given = 0;
/** Another run, as if from another computer. */
function theirs(): RunCard {
  const changed = { ...card, id: `their-run-${String(++given).padStart(4, '0')}`, seed: given };
  return { ...changed, hash: contentHash(changed as unknown as Record<string, unknown>) };
}
const text = (value: unknown) => JSON.stringify(value);
const run = (of: unknown) => text({ kind: 'run', card: of, remark: null });
const head = (runs: number, formatVersion = 1) =>
  text({ format: 'lectern-notebook', formatVersion, runs });
const file = (parts: BlobPart[], name = 'a.jsonl') => new File(parts, name);
const take = (...files: File[]) =>
  importFiles({ call: host.window.call } as unknown as Host, files, () => undefined);

test('a notebook that was cut short gives every run before the cut, and says so', async () => {
  const report = await take(
    file([[head(3), run(theirs()), run(theirs()), run(theirs()).slice(0, 90)].join('\n')]),
  );
  expect(report).toMatchObject({
    added: 2,
    refused: [
      { what: 'a.jsonl, line 4', why: expect.stringContaining('damaged or cut short') },
      { what: 'a.jsonl', why: expect.stringContaining('cut short') },
    ],
  });
});

test('runs of an import are said to be the learner’s own, and others’ again; a notebook’s file can’t say so itself', async () => {
  const [one, two] = [theirs(), theirs()];
  const forged = { ...theirs(), seed: 0 };
  const sly = text({
    kind: 'run',
    card: one,
    remark: { name: 'Theirs', mine: true, origin: null },
  });
  const report = await take(
    file([
      [head(4), sly, run(two), run(two), run(forged), text({ kind: 'end', runs: 4 })].join('\n'),
    ]),
  );
  expect(report).toMatchObject({ added: 3, there: 1, changed: 1, refused: [] });
  const annotations = async () =>
    (await host.window.call('run.page', { before: null })).annotations;
  expect(claimable(report.runs, await annotations())).toEqual([one.id, two.id]);
  const seen: number[] = [];
  const trouble: unknown[] = [];
  const asked = {
    call: host.window.call,
    report: (error: unknown) => trouble.push(error),
  } as unknown as Host;
  expect(
    await claim(asked, [one.id, 'run-none-such', two.id], true, (done) => seen.push(done)),
  ).toEqual([one.id, two.id]);
  expect([seen, trouble.length]).toEqual([[1, 2, 3], 1]);
  expect(claimable(report.runs, await annotations())).toEqual([]);
  expect((await annotations())[one.id]).toMatchObject({
    name: 'Theirs',
    origin: { id: one.id, hash: one.hash, mine: true },
  });
  // Imported once more they are here already, and stay what they are.
  const again = await take(file([text(one)], 'one.json'), file([text(two)], 'two.json'));
  expect(again).toMatchObject({ added: 0, there: 2, runs: [one.id, two.id] });
  expect(claimable(again.runs, await annotations())).toEqual([]);
  await claim(asked, [one.id, two.id], false, () => undefined);
  expect(claimable(again.runs, await annotations())).toEqual([one.id, two.id]);
});

test('whose the runs of an import are, in words', () => {
  expect(claimWords(1, 0)).toMatch(
    /^1 run counts as somebody else’s: slides and the recap leave it out\. If you made it/,
  );
  expect(claimWords(12, 0)).toMatch(/^12 runs count as somebody else’s.*leave them out/);
  expect(claimWords(0, 1)).toMatch(/^1 run counts as yours now/);
  expect(claimWords(2, 12)).toMatch(/^12 runs count as yours now/);
});

test('one of a newer version, another format, or no format is refused and changes nothing', async () => {
  const before = await host.window.call('run.list', {});
  const report = await take(
    file([head(0, 2)], '../../up.jsonl'),
    file(['<html><script>alert(1)</script>'], 'b.json'),
    file([text({ format: 'other' })], 'c.json'),
    file([], 'd.json'),
  );
  expect(report.refused.map(({ why }) => why)).toEqual([
    expect.stringContaining('newer version'),
    expect.stringContaining('not JSON'),
    expect.stringContaining('not a run card'),
    expect.stringContaining('not JSON'),
  ]);
  expect(await host.window.call('run.list', {})).toEqual(before);
});

test('one of 100 MB is read piece by piece, with a line of 60 MB in it named and left out', async () => {
  const filler = run({
    ...theirs(),
    error: { code: 'internal', what: 'x'.repeat(1_100_000), safe: '', next: '' },
  });
  const long = Array.from({ length: 60 }, () => 'y'.repeat(1_000_000));
  const report = await take(
    file([
      `${head(42)}\n`,
      `${run(theirs())}\n`,
      ...Array.from({ length: 40 }, () => `${filler}\n`),
      ...long,
      '\n',
      `${run(theirs())}\n`,
      text({ kind: 'end', runs: 42 }),
    ]),
  );
  expect(report.added).toBe(2);
  // The first twenty are named: each of them is more than the host takes at once.
  expect(report.refused).toHaveLength(20);
  expect(report.refused[0]).toMatchObject({
    what: 'a.jsonl, line 3',
    why: expect.stringMatching(/too large|larger|long/i),
  });
});

test('a single file that is larger than a card is not even read', async () => {
  const report = await take(
    file(
      Array.from({ length: 100 }, () => 'z'.repeat(1_000_000)),
      'large.json',
    ),
  );
  expect(report.refused).toMatchObject([
    { what: 'large.json', why: expect.stringContaining('Nothing of it was read') },
  ]);
});

test('cards whose names are paths are refused, and no file is made of them', async () => {
  const report = await take(
    file([
      [
        head(2),
        run({ ...theirs(), id: '../../../evil' }),
        run({ ...theirs(), id: '/etc/cron.d/evil' }),
        text({ kind: 'end', runs: 2 }),
      ].join('\n'),
    ]),
  );
  expect(report).toMatchObject({ added: 0, refused: [{}, {}] });
  expect((await readdir(folder, { recursive: true })).join()).not.toContain('evil');
});

test('a report on a table comes in with the notebook, once; one that was changed is refused by its line', async () => {
  const kept = await host.window.call('report.keep', {
    ...{ lab: 'trial', step: 'table', rows: 2, roles: [], found: 'Nothing.' },
    file: { name: 'mine.csv', bytes: 9, sha256: '0'.repeat(64) },
    body: { title: 'A report', about: [], sections: [] },
  });
  await host.window.call('report.delete', { id: kept.id });
  const line = (report: unknown) => text({ kind: 'report', report });
  const end = text({ kind: 'end', runs: 0 });
  const report = await take(
    file([[head(0), line(kept), line({ ...kept, found: 'All is well.' }), end].join('\n')]),
  );
  expect(report).toMatchObject({
    added: 0,
    tables: 1,
    refused: [{ what: 'a.jsonl, line 3', why: expect.stringContaining('was changed') }],
  });
  const [listed] = await host.window.call('report.list', {});
  expect(listed).toMatchObject({ readable: true, found: 'Nothing.' });
  expect((await take(file([[head(0), line(kept), end].join('\n')]))).tables).toBe(0);
});
