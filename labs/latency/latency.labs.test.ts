import { beforeAll, describe, expect, it } from 'vitest';
import type { LabProgress } from '../lab.ts';
import { copy, execute, itTeaches, openTf, tf, type Outcomes } from '../../test/labs/latency.ts';
import { expectSteadyProgress } from '../../test/labs/pace.ts';
import { batchSizes, modelNames } from './names.ts';
import {
  latencyMeasured,
  latencyResult,
  type LatencyMeasured,
  type LatencyResult,
} from './result.ts';

beforeAll(openTf);

describe('a run on the native backend', () => {
  const outcomes: Outcomes = new Map();
  const records: { record: LabProgress<LatencyResult, LatencyMeasured>; at: number }[] = [];
  beforeAll(async () => {
    expect(tf.getBackend()).toBe('tensorflow');
    const before = tf.memory().numTensors;
    outcomes.set(
      7,
      await execute(7, {
        onRecord: (record, at) => records.push({ record: copy(record), at }),
      }),
    );
    expect(tf.memory().numTensors, 'tensors left behind').toBe(before);
  }, 600_000);
  itTeaches(outcomes);
  it('gives a result and measurements of the promised shape', () => {
    for (const { result, measured } of outcomes.values()) {
      expect(latencyResult.safeParse(result).error).toBeUndefined();
      expect(latencyMeasured.safeParse(measured).error).toBeUndefined();
      expect(
        measured!.service.map((entry) => [entry.model, entry.batch, entry.timesMs.length]),
      ).toEqual(modelNames.flatMap((name) => batchSizes.map((batch) => [name, batch, 200])));
    }
  });
  it('measures service times that are above zero, and the large model answers 64 rows more slowly than the small one', () => {
    for (const { result } of outcomes.values()) {
      for (const { service, measured } of result.models) {
        expect(service.alphaMs + service.betaMs).toBeGreaterThan(0);
        expect(service.betaMs).toBeGreaterThanOrEqual(0);
        for (const row of measured) expect(row.p50Ms).toBeGreaterThan(0);
      }
      const of = (name: string) => result.models.find((m) => m.name === name)!.measured.at(-1)!;
      expect(of('large').p50Ms).toBeGreaterThan(of('small').p50Ms);
    }
  });
  it('reports as it goes: real numbers early, never backwards, partial results in order', () => {
    const { seconds, yields } = outcomes.get(7)!;
    const firstNumbers = records.find(({ record }) => record.points)!;
    console.log(
      `run ${seconds.toFixed(1)} s, first numbers after ${firstNumbers.at.toFixed(0)} ms, ` +
        `${records.length} records, ${yields} yields`,
    );
    // Goals are 10 s and 1 s on an idle machine. What must hold on any: first numbers come early
    // in the work, and messages are let in all along.
    expect(firstNumbers.record.fraction).toBeLessThan(0.1);
    expect(yields).toBeGreaterThan(20);
    expectSteadyProgress(
      records.map(({ record }) => record.fraction),
      0.2,
    );
    const known = records.flatMap(({ record }) =>
      record.partial?.models ? [record.partial.models.length] : [],
    );
    // Three models measured, then as many queues simulated, then as many sets of batches.
    expect(known).toEqual([1, 2, 3, 3, 3, 3, 3, 3, 3]);
    for (const name of modelNames) {
      const points = records.flatMap(({ record }) => record.points?.[`loss.${name}`] ?? []);
      expect(points.length).toBeGreaterThan(50);
      expect(points.length).toBeLessThanOrEqual(300);
      const average = (part: typeof points) =>
        part.reduce((sum, [, loss]) => sum + loss, 0) / part.length;
      expect(average(points.slice(-20))).toBeLessThan(average(points.slice(0, 20)));
      expect(points.at(-1)![0]).toBeCloseTo(3, 9);
    }
  });
});

describe('stopping and bad input', () => {
  it.each([
    ['training', 'Training the medium'],
    ['timing', 'Timing the small'],
  ])('stops in %s with the reason it was given, and leaves no tensor', async (_name, phase) => {
    const before = tf.memory().numTensors;
    const stop = new AbortController();
    const reason = new Error('stopped by the learner');
    let measured: LatencyMeasured | undefined;
    const running = execute(7, {
      signal: stop.signal,
      onRecord: (record) => {
        measured = record.measured ?? measured;
        if (record.phase.startsWith(phase)) stop.abort(reason);
      },
    });
    await expect(running).rejects.toBe(reason);
    expect(tf.memory().numTensors).toBe(before);
    if (phase.includes('medium'))
      expect(measured!.service.map((entry) => entry.model)).toEqual(batchSizes.map(() => 'small'));
  });
  it('refuses measurements that are not complete, in words for a person', async () => {
    for (const measured of [
      { service: [] },
      { service: [{ model: 'small' as const, batch: 1, timesMs: [] }] },
    ]) {
      await expect(execute(7, { measured })).rejects.toMatchObject({
        data: { code: 'bad-card', what: expect.stringContaining('small') as string },
      });
    }
  });
  it('keeps the loss within 300 points over ten epochs', async () => {
    const stop = new AbortController();
    let points = 0;
    await expect(
      execute(7, {
        parameters: { epochs: 10 },
        signal: stop.signal,
        onRecord: (record) => {
          points += record.points?.['loss.small']?.length ?? 0;
          if (record.phase.startsWith('Timing')) stop.abort(new Error('enough'));
        },
      }),
    ).rejects.toThrow('enough');
    expect(points).toBeGreaterThan(80);
    expect(points).toBeLessThanOrEqual(300);
  });
});
