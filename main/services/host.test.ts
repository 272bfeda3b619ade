import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildTrialCompute } from '../compute/fixtures/build-trial.ts';
import { writeAtomic, type Write } from '../storage/write.ts';
import { openWindow, startTrialHost, trial, type TrialHost } from './fixtures/trial-host.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let folder: string;
let open: TrialHost | null = null;

beforeAll(async () => void (built = await buildTrialCompute()));
afterAll(() => built.remove());
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-home-'))));
afterEach(async () => {
  await open?.close();
  open = null;
  await rm(folder, { recursive: true, force: true });
});

const start = async (write?: Write) =>
  (open = await startTrialHost(built.entry, { folder, write }));
const ended = (run: { status: string }) => !['queued', 'running'].includes(run.status);
const prediction = {
  step: 'guess',
  question: 'How many?',
  value: 9,
  unit: '',
  lockedAt: '2025-01-01T00:00:00.000Z',
};

test('runs, answers and settings are there again after a restart; numbers go on', async () => {
  const { window, host } = await start();
  const run = await window.call('run.start', trial('steady'));
  await window.run(run.id, ended);
  await window.call('learner.change', {
    kind: 'reflect',
    lab: 'trial',
    step: 'why',
    text: 'Because.',
  });
  await window.call('learner.change', { kind: 'who', who: { name: 'Ada', course: 'A course' } });
  await window.call('settings.set', { theme: 'dark' });
  await host.close();

  const again = await start();
  expect(await again.window.call('run.list', {})).toMatchObject([
    { id: run.id, number: 1, status: 'finished' },
  ]);
  expect((await again.window.call('learner.get', {})).labs.trial!.reflections).toEqual({
    why: 'Because.',
  });
  expect((await again.window.call('learner.get', {})).who).toEqual({
    name: 'Ada',
    course: 'A course',
  });
  expect(await again.window.call('settings.get', {})).toMatchObject({
    theme: 'dark',
    motion: 'system',
  });
  expect((await again.window.call('run.start', trial('steady'))).number).toBe(2);
  expect((await again.window.call('app.info', {})).notices).toEqual([]);
});

test('a host without a printer of its own writes no PDF, and no host lays out another place than the report', async () => {
  const { window } = await start();
  await expect(
    window.call('app.savePdf', { address: '#/report', name: 'report.pdf' }),
  ).rejects.toThrow('writes no PDF files in a browser');
  await expect(
    window.call('app.savePdf', { address: 'https://example.org/', name: 'report.pdf' }),
  ).rejects.toThrow();
});

test('a run in progress when Lectern closes is kept as stopped', async () => {
  const { window, host } = await start();
  const { id } = await window.call('run.start', trial('endless'));
  await window.run(id, (run) => run.result !== null);
  await host.close();
  const card = await (await start()).window.call('run.get', { run: id });
  expect(card).toMatchObject({ status: 'stopped', complete: false });
  expect(card.result).not.toBeNull();
});

test('a full disk: the run stays on screen, says so, and is saved by pinning once there is space', async () => {
  let full = true;
  const { window, host } = await start(async (path, text) => {
    if (full) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    await writeAtomic(path, text);
  });
  const { id } = await window.call('run.start', trial('steady'));
  const done = await window.run(id, (run) => run.error !== null);
  expect(done).toMatchObject({
    status: 'finished',
    complete: true,
    error: { code: 'storage', what: expect.stringContaining('the disk is full') },
  });
  expect((await window.call('run.get', { run: id })).complete).toBe(true);
  const info = await window.info(({ notices }) => notices.length > 0);
  expect(info.notices[0]).toMatchObject({
    what: done.error!.what,
    next: expect.stringContaining('pin'),
  });
  expect(await readdir(join(folder, 'runs'))).toEqual([]);

  full = false;
  await window.call('run.pin', { run: id, pinned: true });
  await window.info(({ notices }) => notices.length === 0);
  await host.close();
  expect(await (await start()).window.call('run.list', {})).toMatchObject([
    { id, pinned: true, status: 'finished' },
  ]);
});

test('damaged files are set aside and named; the notice can be put away', async () => {
  const { host } = await start();
  await host.close();
  await writeFile(join(folder, 'learner.json'), '{"version":1,');
  await writeFile(join(folder, 'runs', 'half.json'), '{"format":"lectern-run"');
  const { window } = await start();
  const { notices } = await window.call('app.info', {});
  expect(notices.map(({ what }) => what).sort()).toEqual([
    expect.stringContaining('half.json'),
    expect.stringContaining('learner.json'),
  ]);
  await window.call('app.dismissNotice', { id: notices[0]!.id });
  expect((await window.call('app.info', {})).notices).toHaveLength(1);
  expect((await readdir(folder)).some((name) => name.startsWith('learner.json.corrupt-'))).toBe(
    true,
  );
});

test('a run that follows a prediction uses it: the card has what was locked, and it can no longer be changed', async () => {
  const { window } = await start();
  await window.call('learner.change', { kind: 'predict', lab: 'trial', step: 'guess', value: 4 });
  const run = await window.call('run.start', { ...trial('steady'), prediction });
  expect(run.prediction).toMatchObject({ value: 4 });
  expect((await window.call('learner.get', {})).labs.trial!.predictions.guess).toMatchObject({
    value: 4,
    usedBy: run.id,
  });
  await expect(
    window.call('learner.change', { kind: 'predict', lab: 'trial', step: 'guess', value: 5 }),
  ).rejects.toMatchObject({ data: { code: 'locked' } });
  await expect(
    window.call('learner.change', { kind: 'done', lab: 'nowhere', step: 'a' }),
  ).rejects.toMatchObject({ data: { code: 'unknown-lab' } });
});

test('predictions of before today’s rule are judged anew, and that is said in one sentence', async () => {
  await writeFile(
    join(folder, 'learner.json'),
    JSON.stringify({
      version: 1,
      labs: {
        trial: {
          done: ['guess'],
          predictions: { guess: { value: 4, lockedAt: prediction.lockedAt, usedBy: 'run-other' } },
          checks: {},
          reflections: {},
        },
      },
      place: null,
    }),
  );
  const { window, host } = await start();
  expect((await window.call('learner.get', {})).judgedBy).toBeUndefined();
  const predictions = [{ lab: 'trial', step: 'guess', usedBy: null }];
  await window.call('learner.change', { kind: 'judged-anew', predictions });
  expect((await window.call('app.info', {})).notices).toMatchObject([
    { what: expect.stringMatching(/^1 prediction had met a run with other settings/) },
  ]);
  await host.close();
  const again = await start();
  expect(await again.window.call('learner.get', {})).toMatchObject({
    judgedBy: 'question',
    labs: { trial: { done: ['guess'], predictions: { guess: { value: 4, usedBy: null } } } },
  });
  expect((await again.window.call('app.info', {})).notices).toEqual([]);
});

test('a refused run uses no prediction', async () => {
  const { window } = await start();
  await window.call('learner.change', { kind: 'predict', lab: 'trial', step: 'guess', value: 4 });
  await expect(window.call('run.start', { ...trial('sleep'), prediction })).rejects.toMatchObject({
    data: { code: 'bad-parameters' },
  });
  expect((await window.call('learner.get', {})).labs.trial!.predictions.guess!.usedBy).toBeNull();
});

test('settings out of range change nothing', async () => {
  const { window } = await start();
  await expect(window.call('settings.set', { split: 5 })).rejects.toMatchObject({
    data: { code: 'bad-request' },
  });
  expect((await window.call('settings.get', {})).split).toBe(44.4);
});

test('what one window shares, every window hears, and what is to be kept is there after a restart', async () => {
  const { window, host } = await start();
  const other = openWindow(host);
  const shared = { key: 'poll/teammates', value: { yes: 3 }, keep: true, by: 'one' };
  await window.call('stage.set', shared);
  await window.call('stage.set', { ...shared, key: 'pointer', keep: false });
  expect(await other.call('stage.get', {})).toEqual({
    'poll/teammates': { yes: 3 },
    pointer: { yes: 3 },
  });
  expect(other.changes).toEqual([shared, { ...shared, key: 'pointer', keep: false }]);
  expect(window.changes).toEqual(other.changes);
  await expect(window.call('stage.set', { ...shared, key: 'no such key' })).rejects.toMatchObject({
    data: { code: 'bad-request' },
  });
  await host.close();
  expect(await (await start()).window.call('stage.get', {})).toEqual({
    'poll/teammates': { yes: 3 },
  });
});

test('two windows that answer, reflect and run at the same time overwrite nothing of each other', async () => {
  const { window, host } = await start();
  const other = openWindow(host);
  const at = { lab: 'trial' } as const;
  const check = (tries: number) => ({ tries, passed: false, hints: 0, answer: null });
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => [
      window.call('learner.change', {
        ...at,
        kind: 'reflect',
        step: `left-${i}`,
        text: `left ${i}`,
      }),
      other.call('learner.change', {
        ...at,
        kind: 'reflect',
        step: `right-${i}`,
        text: `right ${i}`,
      }),
      window.call('learner.change', { ...at, kind: 'check', step: `left-${i}`, state: check(i) }),
      other.call('learner.change', { ...at, kind: 'done', step: `right-${i}` }),
    ]).flat(),
  );
  const [left, right] = await Promise.all([
    window.call('run.start', trial('steady')),
    other.call('run.start', trial('steady')),
  ]);
  await Promise.all([window.run(left.id, ended), other.run(right.id, ended)]);
  expect([left.number, right.number].sort()).toEqual([1, 2]);
  await host.close();
  const again = await start();
  const { reflections, checks, done } = (await again.window.call('learner.get', {})).labs.trial!;
  expect(Object.keys(reflections)).toHaveLength(40);
  for (let i = 0; i < 20; i++)
    expect([
      reflections[`left-${i}`],
      reflections[`right-${i}`],
      checks[`left-${i}`]?.tries,
    ]).toEqual([`left ${i}`, `right ${i}`, i]);
  expect(done).toHaveLength(20);
  expect(await again.window.call('run.list', {})).toHaveLength(2);
});

test('a window that opens in the middle of a run gets what there is so far', async () => {
  const { window, host } = await start();
  const { id } = await window.call('run.start', trial('endless'));
  await window.run(id, (run) => run.result !== null);
  const late = openWindow(host);
  expect(await late.call('run.list', {})).toMatchObject([{ id, status: 'running' }]);
  expect((await late.call('run.get', { run: id })).result).not.toBeNull();
  await late.call('run.stop', { run: id });
  expect((await window.run(id, ended)).status).toBe('stopped');
});

test('a card file holds nothing of the person or the place', async () => {
  const { window, host } = await start();
  const { id } = await window.call('run.start', trial('steady'));
  await window.run(id, ended);
  await host.close();
  const text = await readFile(join(folder, 'runs', `${id}.json`), 'utf8');
  expect(text).not.toContain(folder);
  expect(text).not.toContain(process.cwd());
});
