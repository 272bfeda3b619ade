import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildTrialCompute } from '../compute/fixtures/build-trial.ts';
import { defaultSettings, emptyLearner } from '../contract/learner.ts';
import { openWindow, startTrialHost, trial, type TrialHost } from './fixtures/trial-host.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let folder: string;
let open: TrialHost | null = null;

beforeAll(async () => void (built = await buildTrialCompute()));
afterAll(() => built.remove());
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-erase-'))));
afterEach(async () => {
  await open?.close();
  open = null;
  await rm(folder, { recursive: true, force: true });
});
const start = async () => (open = await startTrialHost(built.entry, { folder }));
const ended = (run: { status: string }) => !['queued', 'running'].includes(run.status);
const reset = { kind: 'reset-lab', lab: 'trial' } as const;

/**
 * A folder in use: two runs, one of them deleted, answers, a note, a shared value, settings, a
 * damaged file, and a file of somebody else's.
 */
async function used() {
  await mkdir(join(folder, 'runs'), { recursive: true });
  await writeFile(join(folder, 'runs', 'half.json'), '{"format":"lectern-run"');
  await writeFile(join(folder, 'thesis.txt'), 'not Lectern’s');
  const host = await start();
  const { window } = host;
  const ids: string[] = [];
  for (let n = 0; n < 2; n++) {
    const { id } = await window.call('run.start', trial('steady'));
    await window.run(id, ended);
    ids.push(id);
  }
  await window.call('run.delete', { run: ids[1]! });
  await window.call('run.annotate', { run: ids[0]!, change: { name: 'mine' } } as never);
  await window.call('learner.change', {
    kind: 'reflect',
    lab: 'trial',
    step: 'why',
    text: 'Because.',
  });
  await window.call('report.keep', {
    ...{ lab: 'trial', step: 'table', rows: 2, roles: [], found: 'Nothing.' },
    file: { name: 'mine.csv', bytes: 9, sha256: '0'.repeat(64) },
    body: { title: 'A report', about: [], sections: [] },
  });
  await window.call('settings.set', { theme: 'dark' });
  await window.call('stage.set', { key: 'poll/a', value: 1, keep: true, by: 'w' });
  await window.call('stage.set', {
    key: 'lecture/place',
    value: '#/slides/agenda',
    keep: false,
    by: 'w',
  });
  return host;
}

test('says what it all takes, without what is not Lectern’s', async () => {
  const { window } = await used();
  const { bytes, files } = await window.call('data.size', {});
  // A card at least, the damaged one, and four small files; the deleted card may not have been written yet.
  expect(files).toBeGreaterThanOrEqual(6);
  const small = (
    await Promise.all(
      ['learner.json', 'settings.json', 'stage.json', 'notes.json'].map((name) =>
        readFile(join(folder, name)),
      ),
    )
  ).reduce((sum, { length }) => sum + length, 0);
  expect(bytes).toBeGreaterThan(small + 500);
});

test('everything goes from memory and from disk, a run in progress too; other people’s files stay', async () => {
  const { window, host } = await used();
  const other = openWindow(host);
  const going = await window.call('run.start', trial('endless'));
  await window.run(going.id, (run) => run.result !== null);
  // A reset that could still be taken back is forgotten as well.
  await window.call('learner.change', reset);
  // Asking for the size saves what is not saved yet, so that there is something of each to remove.
  await window.call('data.size', {});
  expect(await readdir(folder)).toEqual(
    expect.arrayContaining([
      'learner.json',
      'notes.json',
      'reports',
      'settings.json',
      'stage.json',
    ]),
  );
  await window.call('data.erase', { settings: false });

  expect((await readdir(folder)).sort()).toEqual(['runs', 'settings.json', 'thesis.txt']);
  expect(await readdir(join(folder, 'runs'))).toEqual([]);
  expect(await window.call('run.list', {})).toEqual([]);
  expect(await window.call('report.list', {})).toEqual([]);
  expect(await window.call('learner.get', {})).toEqual(emptyLearner);
  expect(await window.call('stage.get', {})).toEqual({ 'lecture/place': '#/slides/agenda' });
  expect(await window.call('settings.get', {})).toMatchObject({ theme: 'dark' });
  expect((await window.call('notebook.size', {})).deleted).toEqual([]);
  expect((await window.call('app.info', {})).notices).toEqual([]);
  expect(other.erased).toEqual([
    {
      learner: emptyLearner,
      settings: expect.objectContaining({ theme: 'dark' }),
      stage: { 'lecture/place': '#/slides/agenda' },
    },
  ]);
  await expect(
    window.call('learner.change', { kind: 'restore-lab', lab: 'trial' }),
  ).rejects.toMatchObject({ data: { code: 'bad-request' } });

  // Work goes on from the beginning, and nothing old comes back with the next start.
  const first = await window.call('run.start', trial('steady'));
  expect(first.number).toBe(1);
  await window.run(first.id, ended);
  await host.close();
  const again = await start();
  expect(await again.window.call('run.list', {})).toMatchObject([{ id: first.id, number: 1 }]);
  expect(await again.window.call('learner.get', {})).toEqual(emptyLearner);
});

test('settings go too where that is asked, and no late write brings a file back', async () => {
  const { window } = await used();
  await Promise.all([
    window.call('learner.change', { kind: 'place', slide: 'agenda', step: 1 }),
    window.call('data.erase', { settings: true }),
    // Asked while it is being erased: waits, and is answered by what there is afterwards.
    window.call('run.list', {}).then((runs) => expect(runs).toEqual([])),
  ]);
  expect(await window.call('settings.get', {})).toEqual(defaultSettings);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect((await readdir(folder)).sort()).toEqual(['runs', 'thesis.txt']);
});

test('a reset lab comes back as it was, with what was said since; a second reset does not push it out', async () => {
  const { window } = await start();
  await window.call('learner.change', { kind: 'predict', lab: 'trial', step: 'guess', value: 4 });
  await window.call('learner.change', {
    kind: 'reflect',
    lab: 'trial',
    step: 'why',
    text: 'Because.',
  });
  const { id } = await window.call('run.start', trial('steady'));
  await window.run(id, ended);
  const before = await window.call('learner.get', {});
  expect((await window.call('learner.change', reset)).labs).toEqual({});
  await window.call('learner.change', reset);
  expect(await window.call('run.list', {})).toHaveLength(1);
  expect(await window.call('learner.change', { kind: 'restore-lab', lab: 'trial' })).toEqual(
    before,
  );
  await expect(
    window.call('learner.change', { kind: 'restore-lab', lab: 'trial' }),
  ).rejects.toMatchObject({ data: { code: 'bad-request' } });
});

test('settings of an older Lectern get what they lack, and a change of one setting leaves the others', async () => {
  await writeFile(
    join(folder, 'settings.json'),
    '{"version":1,"theme":"dark","motion":"reduced","split":50}',
  );
  const { window, host } = await start();
  expect(await window.call('settings.get', {})).toEqual({
    version: 1,
    theme: 'dark',
    motion: 'reduced',
    split: 50,
    textSize: 100,
    numbers: 'en',
    letterKeys: true,
  });
  await window.call('settings.set', { textSize: 130, numbers: 'de' });
  expect(await window.call('settings.set', { theme: 'light' })).toEqual({
    version: 1,
    theme: 'light',
    motion: 'reduced',
    split: 50,
    textSize: 130,
    numbers: 'de',
    letterKeys: true,
  });
  await expect(window.call('settings.set', { textSize: 500 as never })).rejects.toMatchObject({
    data: { code: 'bad-request' },
  });
  await host.close();
  expect(await (await start()).window.call('settings.get', {})).toMatchObject({
    textSize: 130,
    numbers: 'de',
    letterKeys: true,
    theme: 'light',
  });
});
