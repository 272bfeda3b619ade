import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildTrialCompute } from '../compute/fixtures/build-trial.ts';
import { startTrialHost, trial, type TrialHost } from './fixtures/trial-host.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let place: string;
let folder: string;
let open: TrialHost | null = null;

beforeAll(async () => void (built = await buildTrialCompute()));
afterAll(() => built.remove());
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'lectern-vanish-'));
  folder = join(place, 'data');
});
afterEach(async () => {
  await open?.close();
  open = null;
  await rm(place, { recursive: true, force: true });
});
const start = async () => (open = await startTrialHost(built.entry, { folder, retryMs: 50 }));
const ended = (run: { status: string }) => run.status === 'finished';
async function oneRun({ window }: TrialHost) {
  const { id } = await window.call('run.start', trial('steady'));
  await window.run(id, ended);
  return id;
}
/** A run whose card is on disk: a run has ended before its card is written. */
async function oneSaved(host: TrialHost) {
  const id = await oneRun(host);
  await expect.poll(() => readdir(join(folder, 'runs'))).toContain(`${id}.json`);
  return id;
}

test('a data folder that vanishes while Lectern runs is named, nothing is lost, and all is written once it is back', async () => {
  const host = await start();
  const { window } = host;
  const early = await oneSaved(host);
  // As a drive that is pulled out.
  await rename(folder, join(place, 'pulled-out'));
  const late = await oneRun(host);
  await window.call('learner.change', {
    kind: 'reflect',
    lab: 'trial',
    step: 'why',
    text: 'Said while the folder was away.',
  });
  const told = await window.info(
    ({ notices }) =>
      notices.some(({ id }) => id === `unsaved-${late}`) &&
      notices.some(({ id }) => id === 'unsaved-learner.json'),
  );
  for (const notice of told.notices) {
    expect(notice.what).toMatch(/could not be saved in .*: the folder is not there/);
    expect(notice.next).toContain('tries again');
  }
  // In memory, and readable; what is only on the drive says so and stays in the list.
  expect((await window.call('run.get', { run: late })).complete).toBe(true);
  await expect(window.call('run.get', { run: early })).rejects.toMatchObject({
    data: { code: 'storage', what: expect.stringContaining('it is not there') },
  });
  expect((await window.call('run.list', {})).map(({ id }) => id)).toEqual([early, late]);
  await expect(window.call('run.delete', { run: early })).rejects.toMatchObject({
    data: { code: 'storage' },
  });
  // Nothing was made in its place.
  expect(await readdir(place)).toEqual(['pulled-out']);

  await rename(join(place, 'pulled-out'), folder);
  await window.info(({ notices }) => notices.length === 0);
  expect((await readdir(join(folder, 'runs'))).sort()).toEqual(
    [`${early}.json`, `${late}.json`].sort(),
  );
  expect(await readFile(join(folder, 'learner.json'), 'utf8')).toContain(
    'Said while the folder was away.',
  );
  expect(
    (await window.run(late, (run) => run.error === null && run.status === 'finished')).id,
  ).toBe(late);
  expect((await window.call('run.get', { run: early })).complete).toBe(true);
  await host.host.close();
  const again = await start();
  expect((await again.window.call('run.list', {})).map(({ id }) => id)).toEqual([early, late]);
});

test('a folder that was emptied gets the runs that are in memory; the others say that they are gone', async () => {
  const host = await start();
  const early = await oneSaved(host);
  await rm(join(folder, 'runs'), { recursive: true });
  const late = await oneRun(host);
  await host.window.info(({ notices }) => notices.length === 0);
  await expect.poll(() => readdir(join(folder, 'runs')).catch(() => [])).toEqual([`${late}.json`]);
  await expect(host.window.call('run.get', { run: early })).rejects.toMatchObject({
    data: { code: 'storage' },
  });
});

test('a folder that can no longer be written keeps every card that was in it, and the new one in memory', async () => {
  const host = await start();
  const early = await oneSaved(host);
  const before = await readFile(join(folder, 'runs', `${early}.json`), 'utf8');
  // No permission says no to everybody, as root may write all; a file in the folder's place does.
  await rename(join(folder, 'runs'), join(folder, 'runs-aside'));
  await writeFile(join(folder, 'runs'), '');
  const late = await oneRun(host);
  const { notices } = await host.window.info(({ notices: all }) => all.length > 0);
  expect(notices[0]).toMatchObject({
    id: `unsaved-${late}`,
    what: expect.stringContaining('a file stands where a folder is needed'),
  });
  await rm(join(folder, 'runs'));
  await rename(join(folder, 'runs-aside'), join(folder, 'runs'));
  await host.window.info(({ notices: all }) => all.length === 0);
  expect(await readFile(join(folder, 'runs', `${early}.json`), 'utf8')).toBe(before);
  expect(await readdir(join(folder, 'runs'))).toContain(`${late}.json`);
});

test('a file that can’t be read at a start is neither overwritten nor called damaged', async () => {
  const host = await start();
  await host.host.close();
  await rm(join(folder, 'learner.json'), { force: true });
  // A folder in its place: there, and not to be read.
  await mkdir(join(folder, 'learner.json'));
  const again = await start();
  const { notices } = await again.window.call('app.info', {});
  expect(notices).toMatchObject([
    { id: 'unread-learner.json', safe: 'The file was left as it is.' },
  ]);
  await again.window.call('learner.change', {
    kind: 'reflect',
    lab: 'trial',
    step: 'why',
    text: 'Kept on screen.',
  });
  expect((await again.window.call('learner.get', {})).labs.trial!.reflections.why).toBe(
    'Kept on screen.',
  );
  expect((await readdir(folder)).filter((name) => name.startsWith('learner'))).toEqual([
    'learner.json',
  ]);
});
