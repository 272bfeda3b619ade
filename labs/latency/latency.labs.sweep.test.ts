import { beforeAll, describe, expect, it } from 'vitest';
import { copy, execute, itTeaches, openTf, tf, type Outcomes } from '../../test/labs/latency.ts';
import { seededRandom } from '../math/random.ts';
import { lognormalOf, md1, mg1, mmc } from './queueing/closed-forms.ts';
import { constantService, exponentialService, lognormalService } from './queueing/service.ts';
import { estimate, replicate } from './queueing/simulate.ts';
import { reachOf } from './reach.ts';

beforeAll(openTf);

describe('two more seeds on the native backend', () => {
  const outcomes: Outcomes = new Map();
  beforeAll(async () => {
    // The first measures; what the other is looked at for, models and queues, goes by the same timings.
    for (const seed of [11, 23]) {
      const before = tf.memory().numTensors;
      outcomes.set(seed, await execute(seed, { measured: outcomes.get(11)?.measured ?? null }));
      expect(tf.memory().numTensors, 'tensors left behind').toBe(before);
    }
  }, 600_000);
  itTeaches(outcomes);
  it('gives the same AUC when it measures anew', async () => {
    const first = outcomes.get(11)!;
    const anew = await execute(11);
    expect(anew.measured).not.toEqual(first.measured);
    anew.result.models.forEach((model, i) =>
      expect(model.auc).toBeCloseTo(first.result.models[i]!.auc, 6),
    );
  });
  it('replays a card of before load and limit followed the computer with the numbers it has', async () => {
    const { measured } = outcomes.get(11)!;
    // Such a card names neither of the new parameters.
    const { result } = await execute(11, {
      measured: copy(measured),
      parameters: { arrivalsPerSecond: 600, limitMs: 20, epochs: 1 },
    });
    const own = result.simulation.filter((row) => row.chosen);
    expect(own.map((row) => row.arrivalsPerSecond)).toEqual([600, 600, 600]);
    expect(new Set(result.frontier!.map((row) => row.limitMs))).toEqual(new Set([20]));
  });
  it.each([
    ['10 times slower', 0.1],
    ['30 times faster', 30],
  ])('asks what this computer can answer, also where it is %s', async (_name, speed) => {
    const scaled = copy(outcomes.get(11)!.measured!);
    for (const one of scaled.service) one.timesMs = one.timesMs.map((time) => time / speed);
    const { result } = await execute(11, { measured: scaled, parameters: { epochs: 1 } });
    const { arrivalsPerSecond, limitMs } = result.asked!;
    const own = result.simulation.filter((row) => row.chosen && row.model === 'large');
    expect(own.map((row) => row.stable)).toEqual([true]);
    for (const maxBatch of [1, 64])
      expect(reachOf(result.frontier!, 'large', maxBatch, limitMs)).not.toBeNull();
    expect(result.candidates![0]!.arrivalsPerSecond).toBe(arrivalsPerSecond);
    const here = outcomes.get(11)!.result.asked!;
    expect(arrivalsPerSecond / here.arrivalsPerSecond / speed).toBeCloseTo(1, 1);
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
