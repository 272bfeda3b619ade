import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildTrialCompute } from '../../compute/fixtures/build-trial.ts';
import { readCard } from '../../storage/run-store.ts';
import { startTrialHost, trial, type TrialHost } from '../fixtures/trial-host.ts';
import { queueLimit } from './runs.ts';

let built: Awaited<ReturnType<typeof buildTrialCompute>>;
let open: TrialHost | null = null;

beforeAll(async () => void (built = await buildTrialCompute()));
afterAll(() => built.remove());
afterEach(async () => {
  await open?.close();
  open = null;
});

const start = async () => (open = await startTrialHost(built.entry));
const ended = (run: { status: string }) => !['queued', 'running'].includes(run.status);

describe('a run', () => {
  test('reports progress, finishes and leaves a card', async () => {
    const { window, folder } = await start();
    const first = await window.call('run.start', trial('steady', { steps: 1_000 }));
    expect(['queued', 'running']).toContain(first.status);
    const done = await window.run(first.id, ended);
    expect(done).toMatchObject({
      status: 'finished',
      complete: true,
      error: null,
      number: 1,
      backend: 'cpu',
      phase: null,
    });
    expect(done.series.draw!.length).toBeLessThanOrEqual(300);
    expect(done.series.draw![0]![0]).toBe(0);
    expect(done.series.draw!.at(-1)![0]).toBe(999);
    expect(
      window.snapshots.some(
        (run) => run.status === 'running' && run.result !== null && run.phase?.label === 'Trying',
      ),
    ).toBe(true);
    await open!.host.close();
    const read = readCard(await readFile(join(folder, 'runs', `${first.id}.json`), 'utf8'));
    expect(read).toMatchObject({
      ok: true,
      card: { id: first.id, status: 'finished', result: done.result },
    });
  });

  test('with the same seed draws the same, with reused measurements says so', async () => {
    const { window } = await start();
    const a = await window.call('run.start', trial('steady'));
    await window.run(a.id, ended);
    const b = await window.call('run.start', { ...trial('steady'), measuredFrom: a.id });
    await window.run(b.id, ended);
    const [first, second] = [
      await window.call('run.get', { run: a.id }),
      await window.call('run.get', { run: b.id }),
    ];
    expect(second.number).toBe(2);
    expect((second.result as { draws: number[] }).draws).toEqual(
      (first.result as { draws: number[] }).draws,
    );
    expect(second.result).toMatchObject({ reused: true });
    expect(second.measured).toEqual(first.measured);
    expect(first.versions).toMatchObject({ lectern: '0.0.0', tfjs: '4.22.0', tensorflow: null });
    expect(readCard(JSON.stringify(first))).toMatchObject({ ok: true });
  });

  test.each([
    [{ ...trial('steady'), lab: 'none' }, 'unknown-lab'],
    [{ ...trial('steady'), preset: 'none' }, 'unknown-preset'],
    [{ ...trial('sleep') }, 'bad-parameters'],
    [{ ...trial('steady', { steps: 0 }) }, 'bad-parameters'],
    [{ ...trial('steady', { stops: 1 }) }, 'bad-parameters'],
    [{ ...trial('steady'), measuredFrom: 'no-such-run' }, 'unknown-run'],
    [{ ...trial('steady'), seed: -1 }, 'bad-request'],
  ])('is refused for bad input %#', async (params, code) => {
    const { window } = await start();
    await expect(window.call('run.start', params)).rejects.toMatchObject({ data: { code } });
    expect(await window.call('run.list', {})).toEqual([]);
  });

  test('fails with a plain sentence where the lab throws or returns the wrong thing, and the next one works', async () => {
    const { window } = await start();
    const thrown = await window.call('run.start', trial('throw'));
    const wrong = await window.call('run.start', trial('wrong-result'));
    const huge = await window.call('run.start', trial('huge'));
    const next = await window.call('run.start', trial('steady'));
    expect((await window.run(thrown.id, ended)).error).toMatchObject({
      code: 'run-failed',
      what: 'The lab failed: the trial was told to fail',
    });
    expect((await window.run(wrong.id, ended)).error).toMatchObject({ code: 'run-failed' });
    expect((await window.run(huge.id, ended)).error).toMatchObject({ code: 'too-large' });
    expect((await window.run(next.id, ended)).status).toBe('finished');
  });
});

describe('the queue', () => {
  test('runs one at a time in order, and is full after eight', async () => {
    const { window } = await start();
    const first = await window.call('run.start', trial('endless'));
    await window.run(first.id, (run) => run.status === 'running');
    const waiting = [];
    for (let i = 0; i < queueLimit; i++)
      waiting.push(await window.call('run.start', trial('steady')));
    await expect(window.call('run.start', trial('steady'))).rejects.toMatchObject({
      data: { code: 'queue-full' },
    });
    expect((await window.call('run.stop', { run: waiting[3]!.id })).status).toBe('stopped');
    await window.call('run.stop', { run: first.id });
    for (const run of waiting) await window.run(run.id, ended);
    const order = window.snapshots
      .filter((run) => run.status === 'finished')
      .map((run) => run.number);
    expect(order).toEqual([2, 3, 4, 6, 7, 8, 9]);
    expect((await window.call('run.list', { lab: 'trial' })).map((run) => run.number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
  });
});

describe('stop', () => {
  test('answers with the partial result and does not cost the process where it yields', async () => {
    const { window, pids } = await start();
    const { id } = await window.call('run.start', trial('endless'));
    await window.run(id, (run) => run.result !== null);
    const stopped = await window.call('run.stop', { run: id });
    expect(stopped).toMatchObject({ status: 'stopped', complete: false });
    expect((stopped.result as { draws: number[] }).draws.length).toBeGreaterThan(0);
    const card = await window.call('run.get', { run: id });
    expect(card.measured).not.toBeNull();
    expect((await window.call('run.stop', { run: id })).status).toBe('stopped');
    const next = await window.call('run.start', trial('steady'));
    expect((await window.run(next.id, ended)).status).toBe('finished');
    expect(pids).toHaveLength(1);
  });

  test('replaces a process that does not yield, without counting it as a crash', async () => {
    const { window, pids } = await start();
    // One that is stopped before it got stuck, on a busy machine, hears it and keeps its process: that one shows nothing.
    while (pids.length < 4) {
      const { id } = await window.call('run.start', trial('hang'));
      await window.run(id, (run) => run.result !== null);
      // The lab yields once more after its first record; then it is stuck.
      await setTimeout(400);
      expect((await window.call('run.stop', { run: id })).status).toBe('stopped');
      await window.info((info) => info.compute.state === 'ready');
    }
    const next = await window.call('run.start', trial('steady'));
    expect((await window.run(next.id, ended)).status).toBe('finished');
  });
});

describe('a crash', () => {
  test('fails the run with its partial result; the queue goes on', async () => {
    const { window } = await start();
    const bad = await window.call('run.start', trial('exit'));
    const good = await window.call('run.start', trial('steady'));
    const failed = await window.run(bad.id, ended);
    expect(failed).toMatchObject({
      status: 'failed',
      complete: false,
      error: { code: 'compute-crashed' },
    });
    expect(failed.error!.what).toContain('code 3');
    expect(failed.result).not.toBeNull();
    expect((await window.run(good.id, ended)).status).toBe('finished');
  });

  test('by a signal from outside is named', async () => {
    const { window } = await start();
    const { id } = await window.call('run.start', trial('endless'));
    await window.run(id, (run) => run.result !== null);
    const info = await window.call('app.info', {});
    if (info.compute.state !== 'ready') throw new Error('compute is running a run, so it is ready');
    process.kill(info.compute.pid, 'SIGKILL');
    expect((await window.run(id, ended)).error).toMatchObject({
      code: 'compute-crashed',
      what: expect.stringContaining('killed'),
    });
    const next = await window.call('run.start', trial('steady'));
    expect((await window.run(next.id, ended)).status).toBe('finished');
  });

  test('three in a row leave compute down until it is restarted by hand; a finished run in between starts the count anew', async () => {
    const { window, pids } = await start();
    for (const behaviour of ['exit', 'exit', 'steady', 'exit', 'exit', 'killed']) {
      const { id } = await window.call('run.start', trial(behaviour));
      await window.run(id, ended);
    }
    const down = await window.info((info) => info.compute.state === 'down');
    expect(down.compute).toMatchObject({ state: 'down', why: expect.stringContaining('3 times') });
    expect(pids).toHaveLength(5);
    await expect(window.call('run.start', trial('steady'))).rejects.toMatchObject({
      data: { code: 'compute-down' },
    });
    await window.call('app.restartCompute', {});
    await window.info((info) => info.compute.state === 'ready');
    const next = await window.call('run.start', trial('steady'));
    expect((await window.run(next.id, ended)).status).toBe('finished');
  });
});

describe('lab.ask', () => {
  test('answers from the open run, and rebuilds it after a restart', async () => {
    const { window } = await start();
    const { id } = await window.call('run.start', trial('steady'));
    const { result } = await window.run(id, ended);
    const sum = (result as { draws: number[] }).draws.reduce((a, b) => a + b, 0);
    const ask = () => window.call('lab.ask', { run: id, name: 'total', question: { times: 2 } });
    expect(await ask()).toBeCloseTo(2 * sum, 4);
    await window.call('app.restartCompute', {});
    await window.info((info) => info.compute.state === 'restarting');
    expect(await ask()).toBeCloseTo(2 * sum, 4);
    expect(window.snapshots.some((run) => run.status === 'finished' && run.phase !== null)).toBe(
      true,
    );
    expect(await window.run(id, () => true)).toMatchObject({ status: 'finished', phase: null });
  });

  test.each([
    ['total', { times: 'two' }],
    ['nothing', {}],
    ['constructor', {}],
  ])('refuses the question %s %o', async (name, question) => {
    const { window } = await start();
    const { id } = await window.call('run.start', trial('steady'));
    await window.run(id, ended);
    await expect(window.call('lab.ask', { run: id, name, question })).rejects.toMatchObject({
      data: { code: 'bad-request' },
    });
  });
});

test('every window sees the same run, and one that left does not disturb', async () => {
  const { window, host } = await start();
  const { openWindow, channelPair } = await import('../fixtures/trial-host.ts');
  const other = openWindow(host);
  const gone = channelPair();
  host.attach(gone.a);
  gone.close();
  const { id } = await window.call('run.start', trial('steady'));
  expect((await other.run(id, ended)).status).toBe('finished');
  expect((await other.call('run.pin', { run: id, pinned: true })).pinned).toBe(true);
  expect((await window.run(id, (run) => run.pinned)).status).toBe('finished');
  expect(readCard(JSON.stringify(await window.call('run.get', { run: id })))).toMatchObject({
    ok: true,
  });
});
