import { beforeAll, describe, expect, it } from 'vitest';
import type { LabProgress, Tf } from '../lab.ts';
import { seededRandom } from '../math/random.ts';
import { nativeTf } from '../../test/native-tf.ts';
import { simulateSetting } from './explore/explore.ts';
import {
  batchSizes,
  latencyMeasured,
  latencyParameters,
  latencyResult,
  modelNames,
  type LatencyMeasured,
  type LatencyResult,
} from './lab.ts';
import { mg1, mmc, lognormalOf, md1 } from './queueing/closed-forms.ts';
import { constantService, exponentialService, lognormalService } from './queueing/service.ts';
import { estimate, replicate } from './queueing/simulate.ts';
import { run } from './run.ts';

let tf: Tf;
beforeAll(async () => void (tf = await nativeTf()));

interface Options {
  measured?: LatencyMeasured | null;
  parameters?: Record<string, number>;
  signal?: AbortSignal;
  onRecord?: (record: LabProgress<LatencyResult, LatencyMeasured>, at: number) => void;
}
async function execute(
  seed: number,
  {
    measured = null,
    parameters = {},
    signal = new AbortController().signal,
    onRecord,
  }: Options = {},
) {
  let breaths = 0;
  const start = performance.now();
  const steps = run(
    {
      tf,
      random: seededRandom(seed),
      signal,
      now: () => performance.now(),
      measured,
      breathe: () => (breaths++, new Promise((resolve) => setImmediate(resolve))),
    },
    latencyParameters.parse(parameters),
  );
  for (;;) {
    const step = await steps.next();
    if (step.done) return { ...step.value, breaths, seconds: (performance.now() - start) / 1000 };
    onRecord?.(step.value, performance.now() - start);
  }
}
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('a run on the native backend', () => {
  const seeds = [7, 11, 23];
  const outcomes = new Map<number, Awaited<ReturnType<typeof execute>>>();
  /** Seed 11 once more, with timings of its own. */
  let anew: Awaited<ReturnType<typeof execute>>;
  const records: { record: LabProgress<LatencyResult, LatencyMeasured>; at: number }[] = [];
  beforeAll(async () => {
    expect(tf.getBackend()).toBe('tensorflow');
    // The first measures; what the others are looked at for, models and queues, goes by the same timings.
    for (const seed of seeds) {
      const before = tf.memory().numTensors;
      const measured = outcomes.get(7)?.measured ?? null;
      outcomes.set(
        seed,
        await execute(seed, {
          measured,
          onRecord:
            seed === 7 ? (record, at) => records.push({ record: copy(record), at }) : undefined,
        }),
      );
      expect(tf.memory().numTensors, 'tensors left behind').toBe(before);
    }
    anew = await execute(11);
  }, 300_000);

  it('gives a result and measurements of the promised shape', () => {
    for (const { result, measured } of outcomes.values()) {
      expect(latencyResult.safeParse(result).error).toBeUndefined();
      expect(latencyMeasured.safeParse(measured).error).toBeUndefined();
      expect(
        measured!.service.map((entry) => [entry.model, entry.batch, entry.timesMs.length]),
      ).toEqual(modelNames.flatMap((name) => batchSizes.map((batch) => [name, batch, 200])));
    }
  });
  it('finds that larger nets rank better, on every seed', () => {
    // Independent prototypes found .62–.63, .74–.75 and .82–.84 with a few seeds; here ten seeds gave .63–.64, .71–.75 and .81–.82.
    const bands = { small: [0.58, 0.68], medium: [0.69, 0.78], large: [0.78, 0.86] } as const;
    for (const [seed, { result }] of outcomes) {
      const [small, medium, large] = result.models.map((m) => m.auc) as [number, number, number];
      console.log(
        `seed ${seed}: AUC ${[small, medium, large].map((v) => v.toFixed(3)).join(' / ')}`,
      );
      expect(medium - small).toBeGreaterThan(0.03);
      expect(large - medium).toBeGreaterThan(0.03);
      for (const model of result.models) {
        expect(model.auc).toBeGreaterThan(bands[model.name][0]);
        expect(model.auc).toBeLessThan(bands[model.name][1]);
      }
      expect(result.models.map((m) => m.parameters)).toEqual([2_113, 49_665, 591_873]);
    }
  });
  it('finds that larger nets also pick better among the highest tenth, and judges every candidate', () => {
    for (const [seed, { result }] of outcomes) {
      const precision = result.models.map((m) => m.precisionAtTop10!);
      console.log(
        `seed ${seed}: precision at the top 10 % ${precision.map((v) => v.toFixed(3)).join(' / ')}, unbeaten ${result.pareto!.join(' ')}`,
      );
      expect(precision[2]!).toBeGreaterThan(precision[0]!);
      expect(result.candidates).toHaveLength(12);
      expect(result.stakeholders).toHaveLength(48);
      expect(result.pareto!.length).toBeGreaterThan(0);
      for (const row of result.simulation.filter((one) => one.chosen))
        expect(result.candidates!.find(({ id }) => id === `${row.model}/1x1`)).toMatchObject({
          meanMs: row.meanMs,
          p99Ms: row.p99Ms,
        });
    }
  });
  it('measures service times that are above zero, and the large model answers 64 rows more slowly than the small one', () => {
    for (const result of [outcomes.get(7)!.result, anew.result]) {
      for (const { service, measured } of result.models) {
        expect(service.alphaMs + service.betaMs).toBeGreaterThan(0);
        expect(service.betaMs).toBeGreaterThanOrEqual(0);
        for (const row of measured) expect(row.p50Ms).toBeGreaterThan(0);
      }
      const of = (name: string) => result.models.find((m) => m.name === name)!.measured.at(-1)!;
      expect(of('large').p50Ms).toBeGreaterThan(of('small').p50Ms);
    }
  });
  it('is a pure function of parameters, seed and measurements', async () => {
    const first = outcomes.get(7)!;
    const again = await execute(7, { measured: copy(first.measured) });
    expect(again.result).toEqual(first.result);
    expect(copy(again.result)).toEqual(copy(first.result));
    const live = simulateSetting(
      copy(first.measured!),
      first.result.models,
      latencyParameters.parse({}),
      7,
    );
    expect(live.rows).toEqual(first.result.simulation);
    expect(live.closedForms).toEqual(first.result.closedForms);
  });
  it('gives the same AUC when it measures anew', () => {
    const first = outcomes.get(11)!;
    expect(anew.measured).not.toEqual(first.measured);
    anew.result.models.forEach((model, i) =>
      expect(model.auc).toBeCloseTo(first.result.models[i]!.auc, 6),
    );
  });
  it('reports as it goes: real numbers early, never backwards, partial results in order', () => {
    const seconds = outcomes.get(7)!.seconds;
    const firstNumbers = records.find(({ record }) => record.points)!;
    const gaps = records.map(({ at }, i) => at - (records[i - 1]?.at ?? 0));
    console.log(
      `run ${seconds.toFixed(1)} s, first numbers after ${firstNumbers.at.toFixed(0)} ms, ${records.length} records, longest silence ${Math.max(...gaps).toFixed(0)} ms`,
    );
    // Goals are 10 s, 1 s and 500 ms on an idle machine. What must hold on any: first numbers come early in the run, and it is never silent for long.
    expect(firstNumbers.at / 1000 / seconds).toBeLessThan(0.25);
    expect(Math.max(...gaps) / 1000 / seconds).toBeLessThan(0.25);
    expect(records.length).toBeLessThan(12 * seconds + 30);
    const fractions = records.map(({ record }) => record.fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.every((f) => f >= 0 && f <= 1)).toBe(true);
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
    expect(outcomes.get(7)!.breaths).toBeGreaterThan(20);
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

describe('10 ms of service at load .8: the simulation beside the closed forms', () => {
  const setup = { servers: 1, places: Infinity, maxBatch: 1, maxWait: 0 };
  const rate = 0.08;
  const lognormal = lognormalOf(10, 2);
  it.each([
    ['M/D/1', constantService(10, 0), md1(rate, 10).meanSojourn!, 114],
    ['M/M/1', exponentialService(10), mmc(rate, 0.1, 1).meanSojourn!, 230],
    [
      'M/G/1 lognormal, cv 2',
      lognormalService(10, 2),
      mg1(rate, 10, lognormal.second).meanSojourn!,
      753,
    ],
  ])('%s', (name, service, exactMean, seenP99) => {
    const tallies = replicate(
      setup,
      service,
      { rate, requests: 200_000, warmup: 0.05, limit: Infinity },
      20,
      seededRandom(1),
    );
    const mean = estimate(tallies, (t) => t.sojourn.mean);
    const p99 = estimate(tallies, (t) => t.sojourn.p99);
    console.log(
      `${name}: mean ${mean.mean!.toFixed(1)} ms (formula ${exactMean.toFixed(1)}), p99 ${p99.mean!.toFixed(0)} ms`,
    );
    expect(Math.abs(mean.mean! - exactMean)).toBeLessThan(
      4 * mean.standardError! + 0.001 * exactMean,
    );
    expect(Math.abs(p99.mean! - seenP99)).toBeLessThan(4 * p99.standardError! + 0.02 * seenP99);
  });
});
