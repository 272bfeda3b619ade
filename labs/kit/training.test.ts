import { expect, test } from 'vitest';
import type { LabProgress, Point } from '../lab.ts';
import { lossSeries } from './loss-series.ts';
import { createThrottle } from './throttle.ts';
import { phaseRecorder } from './progress.ts';
import type { TrainingChunk } from './trainer/trainer.ts';
import { reportTraining, stepsOf, type TrainingStep } from './training.ts';

/** A training of two epochs with a hundred batches each; notes when it was closed. */
function training() {
  const seen = { closed: false };
  function* steps(): Generator<TrainingStep, void, void> {
    try {
      for (let batch = 1; batch <= 200; batch++) yield { epoch: batch / 100, loss: 1 / batch };
    } finally {
      seen.closed = true;
    }
  }
  return { steps: steps(), seen };
}

const recordPhase = phaseRecorder<unknown, null>([1]);
const report = (stop = new AbortController()) => {
  let now = 0;
  return {
    epochs: 2,
    losses: lossSeries('small', { points: 20 }),
    // The clock goes on by 10 ms each time it is read.
    throttle: createThrottle({
      now: () => (now += 10),
      yieldToEventLoop: () => Promise.resolve(),
      signal: stop.signal,
    }),
    record: (within: number, details: object) => recordPhase(0, 'Training', within, details),
  };
};

test('the loss goes out in pieces, each point once, and the last record is of the whole', async () => {
  const records: LabProgress<unknown, null>[] = [];
  for await (const record of reportTraining(training().steps, report())) records.push(record);
  const points: Point[] = records.flatMap((record) => record.points?.['loss.small'] ?? []);
  expect(records.length).toBeGreaterThan(2);
  expect(points).toHaveLength(20);
  expect(points.map(([epoch]) => epoch)).toEqual(
    Array.from({ length: 20 }, (_, place) => (place + 1) / 10),
  );
  expect(records.at(-1)?.fraction).toBe(1);
  const fractions = records.map(({ fraction }) => fraction);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
});

test('a run that is stopped closes the training', async () => {
  const stop = new AbortController();
  const { steps, seen } = training();
  const reporting = reportTraining(steps, report(stop));
  await reporting.next();
  stop.abort(new Error('stopped by the learner'));
  await expect(reporting.next()).rejects.toThrow('stopped by the learner');
  expect(seen.closed).toBe(true);
});

test('a training in chunks is told step by step, with the epochs each is at, and gives its weights', () => {
  let closed = 0;
  function* chunks(): Generator<TrainingChunk | null, Float32Array[], void> {
    try {
      yield null;
      yield { step: 1, steps: 4, losses: Float32Array.of(8) };
      yield { step: 4, steps: 4, losses: Float32Array.of(4, 2, 1) };
      return [Float32Array.of(7)];
    } finally {
      closed += 1;
    }
  }
  const steps = stepsOf(chunks(), 2);
  const told: (TrainingStep | null)[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) told.push(step.value);
  expect(told).toEqual([
    null,
    { epoch: 0.5, loss: 8 },
    { epoch: 1, loss: 4 },
    { epoch: 1.5, loss: 2 },
    { epoch: 2, loss: 1 },
  ]);
  expect(step.value).toEqual([Float32Array.of(7)]);
  const left = stepsOf(chunks(), 2);
  left.next();
  left.return([]);
  expect(closed).toBe(2);
});
