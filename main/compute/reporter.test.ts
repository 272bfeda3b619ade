import { expect, test } from 'vitest';
import type { Progress } from '../contract/run.ts';
import { reporter } from './reporter.ts';
import { mutex } from './mutex.ts';

const record = (i: number) => ({
  phase: 'Training',
  phaseIndex: 0,
  phaseCount: 1,
  fraction: i / 100,
  points: { loss: [[i, 1 / i] as [number, number]] },
  partial: { i },
  measured: { i },
});

test('sends the first record at once, then at most ten a second, and loses no point', () => {
  let clock = 0;
  const sent: Progress[] = [];
  const reports = reporter(
    (progress) => void sent.push(progress),
    () => clock,
  );
  for (let i = 1; i <= 100; i++) {
    reports.add(record(i));
    clock += 10;
  }
  expect(sent).toHaveLength(10);
  expect(sent[0]!.points!.loss).toHaveLength(1);
  reports.flush();
  reports.flush();
  expect(sent).toHaveLength(11);
  expect(sent.flatMap(({ points }) => points!.loss!.map(([x]) => x))).toEqual(
    Array.from({ length: 100 }, (_, i) => i + 1),
  );
  expect(sent.at(-1)).toMatchObject({
    partial: { i: 100 },
    measured: { i: 100 },
    phase: { fraction: 1 },
  });
});

test('sends what JSON can carry: no undefined, fractions within 0 and 1', () => {
  const sent: Progress[] = [];
  reporter(
    (progress) => void sent.push(progress),
    () => 0,
  ).add({ ...record(1), fraction: 1.2, partial: { a: undefined, b: 1 } as never });
  expect(sent[0]!.partial).toEqual({ b: 1 });
  expect(Object.keys(sent[0]!.partial as object)).toEqual(['b']);
  expect(sent[0]!.phase.fraction).toBe(1);
});

test('a mutex lets work through in order; what is aborted while it waits is dropped, what fails does not block', async () => {
  const exclusively = mutex();
  const done: string[] = [];
  const never = new AbortController().signal;
  const abort = new AbortController();
  let release = () => {};
  const first = exclusively(never, () =>
    new Promise<void>((resolve) => (release = resolve)).then(() => void done.push('first')),
  );
  const dropped = exclusively(abort.signal, async () => void done.push('dropped'));
  const failing = exclusively(never, async () => {
    done.push('failing');
    throw new Error('no');
  });
  const last = exclusively(never, async () => void done.push('last'));
  abort.abort();
  await expect(dropped).rejects.toBeDefined();
  expect(done).toEqual([]);
  release();
  await first;
  await expect(failing).rejects.toThrow('no');
  await last;
  expect(done).toEqual(['first', 'failing', 'last']);
});
