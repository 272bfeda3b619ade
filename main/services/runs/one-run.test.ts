import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTrialCompute, projectRoot } from '../../compute/fixtures/build-trial.ts';
import { lab } from '../../compute/fixtures/trial-lab.ts';
import { makeCatalog } from '../../compute/make-catalog.ts';
import type { RunSnapshot } from '../../contract/run.ts';
import { readCard } from '../../storage/run-store.ts';
import { runOnce, type OneRun } from './one-run.ts';
import { spawnCompute } from '../compute/spawn-compute.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
beforeAll(async () => void (built = await buildTrialCompute()));
afterAll(() => built.remove());

const run = (behaviour: string, more: Partial<OneRun> = {}) =>
  runOnce({
    root: projectRoot,
    lab: 'trial',
    parameters: { behaviour },
    seed: 7,
    preset: null,
    measured: null,
    onSnapshot: () => undefined,
    signal: new AbortController().signal,
    catalog: makeCatalog([lab as never]),
    spawn: () => spawnCompute(projectRoot, { ...process.env, LECTERN_BACKEND: 'cpu' }, built.entry),
    ...more,
  });

test('gives a card that reads back, and the same result from its measurements', async () => {
  const seen: RunSnapshot[] = [];
  const first = await run('steady', {
    onSnapshot: (snapshot) => void seen.push(snapshot),
    preset: 'long',
  });
  expect(first).toMatchObject({
    status: 'finished',
    complete: true,
    backend: 'cpu',
    parameters: { steps: 50 },
    preset: 'long',
  });
  expect(readCard(JSON.stringify(first))).toMatchObject({ ok: true });
  expect(seen.some(({ phase }) => phase?.label === 'Trying')).toBe(true);
  const second = await run('steady', { measured: first.measured, preset: 'long' });
  expect(second.result).toEqual({ ...(first.result as object), reused: true });
  expect(second.measured).toEqual(first.measured);
});

test('stops with what there is, also where the lab does not yield', async () => {
  for (const behaviour of ['endless', 'hang']) {
    const stop = new AbortController();
    const card = run(behaviour, {
      signal: stop.signal,
      onSnapshot: ({ result }) => void (result && setTimeout(300).then(() => stop.abort())),
    });
    expect(await card).toMatchObject({
      status: 'stopped',
      complete: false,
      result: { draws: expect.anything() },
    });
  }
});

test('says why a run failed', async () => {
  expect(await run('throw')).toMatchObject({
    status: 'failed',
    error: { what: 'The lab failed: the trial was told to fail' },
  });
  expect(await run('exit')).toMatchObject({
    status: 'failed',
    error: { code: 'compute-crashed' },
    result: { draws: expect.anything() },
  });
});

test('refuses bad input before anything is started', async () => {
  const spawn = () => {
    throw new Error('nothing may be started');
  };
  await expect(run('sleep', { spawn })).rejects.toMatchObject({ data: { code: 'bad-parameters' } });
  await expect(run('steady', { spawn, lab: 'none' })).rejects.toMatchObject({
    data: { code: 'unknown-lab' },
  });
  await expect(run('steady', { spawn, preset: 'none' })).rejects.toMatchObject({
    data: { code: 'unknown-preset' },
  });
  await expect(run('steady', { spawn, measured: { times: 'none' } })).rejects.toMatchObject({
    data: { code: 'bad-card' },
  });
  await expect(run('steady', { spawn })).rejects.toMatchObject({ data: { code: 'compute-down' } });
});
