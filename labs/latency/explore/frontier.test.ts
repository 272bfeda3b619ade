import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import { frontierOf, reachesOf, simulateFrontier } from './frontier.ts';
import { gainOf, lineOf, reachOf } from '../reach.ts';
import { batchSizes, frontierBatches, frontierLoads } from '../names.ts';
import { latencyParameters } from '../parameters.ts';
import { frontierRow, type FrontierRow, type LatencyMeasured } from '../result.ts';
import type { FittedModel, Setting } from './explore.ts';
import { describeTimes } from '../measure.ts';
import { pooledService, withSlowCalls, constantService } from '../queueing/service.ts';
import { estimate, replicate } from '../queueing/simulate.ts';

/** Made-up timed calls: s(b) = α + β·b ms, with a spread of a twentieth and one slow call of three times. */
const timed = (alpha: number, beta: number): LatencyMeasured => ({
  service: batchSizes.map((batch) => ({
    model: 'large',
    batch,
    timesMs: Array.from(
      { length: 200 },
      (_, k) => (alpha + beta * batch) * (k === 13 ? 3 : 1 + ((k % 11) - 5) / 100),
    ),
  })),
});
const fit = (measured: LatencyMeasured): FittedModel => ({
  name: 'large',
  service: describeTimes(measured, 'large').service,
});
const setting = (given: Partial<Setting> = {}): Setting => ({
  ...latencyParameters.parse({ arrivalsPerSecond: 600, limitMs: 20 }),
  replications: 3,
  ...given,
});
const shared = timed(1, 0.01);
const separate = timed(0.01, 1);
const rows = frontierOf(shared, [fit(shared)], setting({ limitMs: 8 }), 7);

describe('the frontier', () => {
  it('has a line for each largest batch and the learner’s own point', () => {
    for (const row of rows) expect(frontierRow.safeParse(row).error).toBeUndefined();
    for (const maxBatch of frontierBatches)
      expect(lineOf(rows, 'large', maxBatch)).toHaveLength(frontierLoads.length);
    expect(
      rows
        .filter((row) => row.kind !== 'line')
        .map((row) => [row.kind, row.maxBatch, row.arrivalsPerSecond]),
    ).toEqual([['chosen', 1, 600]]);
    for (const row of rows)
      expect(Math.abs(row.throughput! / row.arrivalsPerSecond - 1)).toBeLessThan(0.05);
  });
  it('is pure: the same seed gives the same, and a run that yields in between too', () => {
    expect(frontierOf(shared, [fit(shared)], setting({ limitMs: 8 }), 7)).toEqual(rows);
    expect(frontierOf(shared, [fit(shared)], setting({ limitMs: 8 }), 8)).not.toEqual(rows);
    const steps = simulateFrontier(
      JSON.parse(JSON.stringify(shared)) as LatencyMeasured,
      fit(shared),
      setting({ limitMs: 8 }),
      seededRandom(7),
    );
    const parts: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) parts.push(step.value);
    expect(step.value).toEqual(rows);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBeCloseTo(1, 9);
  });
  it('the own points alone are the own points of the whole', () => {
    const own = setting({ maxBatch: 8, maxWaitMs: 2 });
    const run = (only?: 'own') => {
      const steps = simulateFrontier(shared, fit(shared), own, seededRandom(7), only);
      let step = steps.next();
      while (!step.done) step = steps.next();
      return step.value;
    };
    expect(run('own')).toEqual(run().filter((row) => row.kind !== 'line'));
    expect(run('own').map((row) => [row.kind, row.maxWaitMs])).toEqual([
      ['chosen', 2],
      ['noWait', 0],
    ]);
  });
});

describe('what batches carry', () => {
  it('where α is most of the time, a larger batch raises the rate within the limit, over three seeds', () => {
    for (const seed of [7, 11, 23]) {
      const reaches = reachesOf(
        frontierOf(shared, [fit(shared)], setting({ limitMs: 8 }), seed),
        'large',
        8,
      );
      expect(reaches.map((reach) => reach.maxBatch)).toEqual([...frontierBatches]);
      for (let i = 1; i < reaches.length; i++)
        expect(reaches[i]!.perSecond).toBeGreaterThan(reaches[i - 1]!.perSecond * 1.5);
      expect(gainOf(reaches)!.times).toBeGreaterThan(10);
    }
  });
  it('control: where hardly anything is shared, a larger batch brings hardly anything', () => {
    const found = frontierOf(separate, [fit(separate)], setting({ limitMs: 8 }), 7);
    expect(gainOf(reachesOf(found, 'large', 8))!.times).toBeLessThan(1.5);
  });
  it.each([7, 11, 23])('on one replica a wait never improves the mean (seed %d)', (seed) => {
    // Greedy against patient, over calm and busy loads, small and large batches, shared and separate cost; four standard errors.
    for (const [alpha, beta] of [
      [1, 0.01],
      [1, 0.25],
      [0.1, 1],
    ] as const) {
      for (const maxBatch of [4, 16, 64]) {
        for (const load of [0.1, 0.4, 0.8]) {
          const service = pooledService(
            { alphaMs: alpha, betaMs: beta },
            timed(alpha, beta).service,
          );
          const rate = (load * maxBatch) / service.mean(maxBatch);
          const mean = (maxWait: number) =>
            estimate(
              replicate(
                { servers: 1, places: Infinity, maxBatch, maxWait },
                service,
                { rate, requests: 8_000, warmup: 0.1, limit: 8 },
                4,
                seededRandom(seed),
              ),
              (t) => t.sojourn.mean,
            );
          const greedy = mean(0);
          for (const wait of [0.5, 2]) {
            const patient = mean(wait);
            expect(
              patient.mean!,
              `α ${alpha}, β ${beta}, up to ${maxBatch}, load ${load}, wait ${wait}`,
            ).toBeGreaterThan(
              greedy.mean! - 4 * Math.hypot(patient.standardError!, greedy.standardError!),
            );
          }
        }
      }
    }
  });
});

describe('the rate within the limit', () => {
  const line = (points: [number, number][]): FrontierRow[] =>
    points.map(([rate, p99Ms]) => ({
      model: 'large',
      kind: 'line',
      replicas: 1,
      maxBatch: 1,
      maxWaitMs: 0,
      limitMs: 10,
      arrivalsPerSecond: rate,
      stable: true,
      throughput: rate,
      goodput: rate,
      utilization: 0.5,
      meanBatch: 1,
      meanMs: p99Ms,
      p99Ms,
      ci95: { meanMs: null, p99Ms: null },
    }));
  it('lies on the straight piece of a log axis', () => {
    expect(
      reachOf(
        line([
          [100, 1],
          [200, 100],
        ]),
        'large',
        1,
        10,
      ),
    ).toEqual({ maxBatch: 1, perSecond: 150, atLeast: false });
  });
  it('is the first crossing, and starts where the line first comes within', () => {
    expect(
      reachOf(
        line([
          [100, 20],
          [200, 1],
          [300, 100],
          [400, 2],
        ]),
        'large',
        1,
        10,
      )!.perSecond,
    ).toBe(250);
  });
  it('is at least the last point where nothing crosses; none where all is over, or nothing is there', () => {
    expect(
      reachOf(
        line([
          [100, 1],
          [200, 2],
        ]),
        'large',
        1,
        10,
      ),
    ).toEqual({ maxBatch: 1, perSecond: 200, atLeast: true });
    expect(
      reachOf(
        line([
          [100, 11],
          [200, 20],
        ]),
        'large',
        1,
        10,
      ),
    ).toBeNull();
    expect(reachOf(line([]), 'large', 1, 10)).toBeNull();
    expect(gainOf([])).toBeNull();
  });
  it('gives no ratio where one by one may carry more than was simulated', () => {
    expect(
      gainOf([
        { maxBatch: 1, perSecond: 10, atLeast: true },
        { maxBatch: 64, perSecond: 100, atLeast: false },
      ]),
    ).toBeNull();
    expect(
      gainOf([
        { maxBatch: 1, perSecond: 10, atLeast: false },
        { maxBatch: 64, perSecond: 100, atLeast: true },
      ]),
    ).toEqual({ times: 10, atLeast: true });
  });
});

describe('unusual settings', () => {
  const own = (given: Partial<Setting>) => frontierOf(shared, [fit(shared)], setting(given), 7);
  it('a wait longer than the run, one arrival a second, one queue place: numbers or none, never NaN', () => {
    for (const given of [
      { maxBatch: 64, maxWaitMs: 1e9 },
      { arrivalsPerSecond: 1, maxBatch: 16 },
      { queueCapacity: 1, maxBatch: 64, maxWaitMs: 5 },
      { replications: 1 },
    ]) {
      for (const row of own(given)) expect(frontierRow.safeParse(row).error).toBeUndefined();
    }
  });
  it('more than can be answered is unstable and has no number', () => {
    expect(own({ arrivalsPerSecond: 20_000 }).find((row) => row.kind === 'chosen')).toMatchObject({
      stable: false,
      throughput: null,
      meanMs: null,
      p99Ms: null,
      utilization: null,
    });
  });
  it('no arrivals and no timings are refused, not invented', () => {
    expect(() => own({ arrivalsPerSecond: 0 })).toThrow(RangeError);
    expect(() => frontierOf({ service: [] }, [fit(shared)], setting(), 7)).toThrow(RangeError);
  });
});

describe('service times', () => {
  it('pooled: a call that was held up belongs to no batch size', () => {
    const service = pooledService({ alphaMs: 1, betaMs: 0.1 }, [
      { batch: 1, timesMs: [1, 1, 1, 1] },
      { batch: 2, timesMs: [2, 2, 2, 10] },
    ]);
    for (const size of [1, 2, 64]) expect(service.mean(size)).toBeCloseTo(1 + 0.1 * size + 1, 9);
    expect(
      pooledService({ alphaMs: 1, betaMs: 0 }, [{ batch: 1, timesMs: [0.1, 5, 5] }]).mean(1),
    ).toBeCloseTo((0.1 + 1 + 1) / 3, 9);
  });
  it('slow calls lengthen the mean as their share and factor say; none are none', () => {
    const plain = constantService(1, 0);
    expect(withSlowCalls(plain, 0, 10)).toBe(plain);
    const slow = withSlowCalls(plain, 0.01, 10);
    expect(slow.mean(1)).toBeCloseTo(1.09, 9);
    const random = seededRandom(3);
    let sum = 0;
    for (let i = 0; i < 100_000; i++) sum += slow.sample(1, random);
    expect(sum / 100_000).toBeCloseTo(1.09, 1);
  });
  it('one slow call in a hundred raises the tail of a calm queue tenfold, its mean hardly', () => {
    const calm = (slowShare: number) =>
      frontierOf(shared, [fit(shared)], setting({ arrivalsPerSecond: 20, slowShare }), 7).find(
        (row) => row.kind === 'chosen',
      )!;
    expect(calm(2).p99Ms! / calm(0).p99Ms!).toBeGreaterThan(5);
    expect(calm(2).meanMs! / calm(0).meanMs!).toBeLessThan(1.5);
  });
});
