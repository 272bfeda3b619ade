import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTrialCompute, projectRoot } from '../../compute/fixtures/build-trial.ts';
import { lab } from '../../compute/fixtures/trial-lab.ts';
import { makeCatalog } from '../../compute/make-catalog.ts';
import type { Notice } from '../../contract/methods.ts';
import type { RunSnapshot } from '../../contract/run.ts';
import { readCard } from '../../storage/run-store.ts';
import { spawnCompute } from '../compute/spawn-compute.ts';
import { openWindow } from '../fixtures/trial-host.ts';
import { createHost } from '../host.ts';
import { runOnce } from './one-run.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let temporary: string;
let data: string;
beforeAll(async () => {
  built = await buildTrialCompute();
  temporary = await mkdtemp(join(tmpdir(), 'lectern-temporary-'));
  data = await mkdtemp(join(tmpdir(), 'lectern-data-'));
});
afterAll(async () => {
  await built.remove();
  for (const folder of [temporary, data]) await rm(folder, { recursive: true, force: true });
});

const catalog = makeCatalog([lab as never]);
const spawnWith = (place: string) => () =>
  spawnCompute(projectRoot, { ...process.env, TMPDIR: place }, built.entry);
const trial = { lab: 'trial', seed: 7, preset: null };

/** A host whose compute has its temporary files in this folder; `run` runs the trial lab to its end. */
async function hostIn(place: string) {
  const host = await createHost({
    root: projectRoot,
    kind: 'web',
    version: '1.0.0',
    catalog,
    folder: await mkdtemp(join(data, 'host-')),
    spawnCompute: spawnWith(place),
  });
  const window = openWindow(host);
  const ended = ({ status }: RunSnapshot) => status === 'finished' || status === 'failed';
  const run = async (behaviour: string) => {
    const given = { ...trial, parameters: { behaviour }, prediction: null, measuredFrom: null };
    return window.run((await window.call('run.start', given)).id, ended);
  };
  return { host, window, run };
}

test('a run says that its trainings were graphs; nothing is left of them, also where one breaks down or is killed', async () => {
  const { host, window, run } = await hostIn(temporary);
  try {
    expect(await run('steady')).toMatchObject({ status: 'finished', backend: 'tensorflow' });
    const trained = await run('trains');
    expect(trained).toMatchObject({ status: 'finished', backend: 'tensorflow-graph' });
    const card = await window.call('run.export', { run: trained.id });
    expect(readCard(JSON.stringify(card))).toMatchObject({ ok: true });
    expect(await run('breaks-down')).toMatchObject({
      status: 'failed',
      complete: false,
      error: { code: 'run-failed', what: expect.stringContaining('no number any more') as string },
    });
    expect(await run('killed-training')).toMatchObject({
      status: 'failed',
      error: { code: 'compute-crashed' },
    });
    expect(await readdir(temporary)).toEqual([]);
    expect((await run('trains')).status).toBe('finished');
    expect(window.infos.every(({ notices }) => notices.length === 0)).toBe(true);
  } finally {
    await host.close();
  }
});

test('without a folder for temporary files runs go on step by step, and one notice says so', async () => {
  const { host, window, run } = await hostIn(join(temporary, 'gone'));
  try {
    for (let time = 0; time < 2; time++)
      expect(await run('trains')).toMatchObject({ status: 'finished', backend: 'tensorflow' });
    const { notices } = await window.info((info) => info.notices.length > 0);
    expect(notices.map(({ id, what }) => [id, what])).toEqual([
      ['step-by-step', expect.stringMatching(/slower.*ENOENT/) as string],
    ]);
  } finally {
    await host.close();
  }
});

test('the command line hears of it once', async () => {
  const notices: Notice[] = [];
  const card = await runOnce({
    ...trial,
    root: projectRoot,
    parameters: { behaviour: 'trains' },
    measured: null,
    onSnapshot: () => undefined,
    signal: new AbortController().signal,
    notify: (notice) => void notices.push(notice),
    catalog,
    spawn: spawnWith(join(temporary, 'gone')),
  });
  expect(card).toMatchObject({ status: 'finished', complete: true, backend: 'tensorflow' });
  expect(notices.map(({ id }) => id)).toEqual(['step-by-step']);
});
