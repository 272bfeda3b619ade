import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import {
  capacityPerSecond,
  simulateModel,
  simulateSetting,
  sweepLoads,
  type FittedModel,
  type Setting,
} from './explore.ts';
import { batchSizes, modelNames } from '../names.ts';
import { latencyParameters } from '../parameters.ts';
import { simulationRow, type LatencyMeasured } from '../result.ts';
import { describeTimes } from '../measure.ts';

/** Made-up timed calls: s(b) = base + .01·b ms with a little spread, base 1, 2 and 4 ms. */
const measured: LatencyMeasured = {
  service: modelNames.flatMap((model, m) =>
    batchSizes.map((batch) => ({
      model,
      batch,
      timesMs: Array.from(
        { length: 200 },
        (_, k) => 2 ** m + 0.01 * batch + 0.001 * (k % 7) - 0.003,
      ),
    })),
  ),
};
const models: FittedModel[] = modelNames.map((name) => ({
  name,
  service: describeTimes(measured, name).service,
}));
const setting = (given: Partial<Setting> = {}): Setting => ({
  ...latencyParameters.parse({ arrivalsPerSecond: 600, limitMs: 20 }),
  replications: 3,
  ...given,
});
const chosen = (given: Partial<Setting>, name: 'small' | 'medium' | 'large' = 'small') =>
  simulateSetting(
    measured,
    models.filter((m) => m.name === name),
    setting(given),
    7,
  ).rows.find((row) => row.chosen)!;

describe('simulateSetting', () => {
  it('draws a curve over loads and the chosen point for each model, in the shape of the result', () => {
    const { rows, closedForms } = simulateSetting(measured, models, setting(), 7);
    expect(rows).toHaveLength(3 * (sweepLoads.length + 1));
    for (const row of rows) expect(simulationRow.safeParse(row).success).toBe(true);
    expect(
      rows.filter((row) => row.chosen).map((row) => [row.model, row.arrivalsPerSecond]),
    ).toEqual(modelNames.map((name) => [name, 600]));
    const curve = rows.filter((row) => row.model === 'medium' && !row.chosen);
    curve.forEach((row, i) => expect(row.utilization).toBeCloseTo(sweepLoads[i]!, 1));
    expect(curve.at(-1)!.meanMs!).toBeGreaterThan(3 * curve[0]!.meanMs!);
    expect(closedForms.map((row) => row.formula)).toEqual([
      'M/M/c',
      'M/D/1',
      'M/G/1',
      'M/M/c',
      'M/D/1',
      'M/G/1',
      'M/M/c',
      'M/D/1',
      'M/G/1',
    ]);
  });
  it('is a pure function: the same seed gives the same, another seed another', () => {
    const again = () => simulateSetting(measured, models.slice(0, 1), setting(), 7);
    expect(again()).toEqual(again());
    expect(simulateSetting(measured, models.slice(0, 1), setting(), 8)).not.toEqual(again());
  });
  it('gives a recorded run its numbers, whatever else was drawn or simulated before', () => {
    const random = seededRandom(7);
    random.fork('data').normal();
    random.uniform();
    const steps = simulateModel(measured, models[2]!, setting(), random);
    let step = steps.next();
    const parts: number[] = [];
    for (; !step.done; step = steps.next()) parts.push(step.value);
    const live = simulateSetting(measured, models, setting(), 7);
    expect(step.value.rows).toEqual(live.rows.filter((row) => row.model === 'large'));
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBeLessThanOrEqual(1);
  });
  it('survives JSON exactly', () => {
    const copy = JSON.parse(JSON.stringify(measured)) as LatencyMeasured;
    expect(simulateSetting(copy, models, setting(), 7)).toEqual(
      simulateSetting(measured, models, setting(), 7),
    );
  });
});

describe('what it says', () => {
  it('control: hardly any load, hardly any wait', () => {
    const row = chosen({ arrivalsPerSecond: 1 });
    expect(row.meanMs).toBeCloseTo(1.01, 1);
    expect(row.p99Ms! - row.p50Ms!).toBeLessThan(0.2);
  });
  it('unstable: no number at all, by formula and by simulation', () => {
    const { rows, closedForms } = simulateSetting(
      measured,
      models.slice(2),
      setting({ arrivalsPerSecond: 600 }),
      7,
    );
    expect(rows.find((row) => row.chosen)).toMatchObject({
      stable: false,
      utilization: null,
      meanMs: null,
      p50Ms: null,
      p95Ms: null,
      p99Ms: null,
      throughput: null,
      goodput: null,
      turnedAway: null,
      ci95: { meanMs: null, p99Ms: null },
    });
    for (const row of closedForms)
      expect(row).toMatchObject({ stable: false, meanMs: null, p99Ms: null });
    expect(rows.filter((row) => !row.chosen).every((row) => row.stable)).toBe(true);
  });
  it('a limited queue is stable under any load and turns requests away', () => {
    const row = chosen({ arrivalsPerSecond: 2_000, queueCapacity: 10 });
    expect(row.stable).toBe(true);
    expect(row.turnedAway).toBeCloseTo(1 - 1 / (2 * 1.01), 1);
    expect(row.throughput).toBeCloseTo(990, -2);
    expect(row.meanMs!).toBeLessThan(12.2);
  });
  it('batches and replicas raise what can be served', () => {
    const model = models[0]!;
    expect(capacityPerSecond(measured, model, setting())).toBeCloseTo(990, -1);
    expect(capacityPerSecond(measured, model, setting({ replicas: 3 }))).toBeCloseTo(2970, -2);
    expect(capacityPerSecond(measured, model, setting({ maxBatch: 64 }))).toBeCloseTo(
      64_000 / 1.64,
      -3,
    );
    expect(chosen({ arrivalsPerSecond: 2_000 }).stable).toBe(false);
    expect(chosen({ arrivalsPerSecond: 2_000, maxBatch: 8 }).stable).toBe(true);
    expect(chosen({ arrivalsPerSecond: 2_000, replicas: 3 }).stable).toBe(true);
  });
  it('goodput counts what comes within the limit', () => {
    const row = chosen({ limitMs: 1_000 });
    expect(row.goodput).toBeCloseTo(row.throughput!, 9);
    const strict = chosen({ limitMs: 1 });
    expect(strict.goodput!).toBeLessThan(0.4 * strict.throughput!);
  });
  it('leaves out formulas that do not apply', () => {
    const formulas = (given: Partial<Setting>) =>
      simulateSetting(measured, models.slice(0, 1), setting(given), 7).closedForms.map(
        (row) => row.formula,
      );
    expect(formulas({ replicas: 2 })).toEqual(['M/M/c']);
    expect(formulas({ maxBatch: 2 })).toEqual([]);
    expect(formulas({ queueCapacity: 5 })).toEqual([]);
  });
  it('agrees with M/G/1 where service times hardly vary', () => {
    const { rows, closedForms } = simulateSetting(
      measured,
      models.slice(0, 1),
      setting({ arrivalsPerSecond: 700, replications: 10 }),
      7,
    );
    const simulated = rows.find((row) => row.chosen)!;
    for (const formula of ['M/D/1', 'M/G/1']) {
      const exact = closedForms.find((row) => row.formula === formula)!;
      expect(simulated.meanMs! / exact.meanMs!).toBeCloseTo(1, 1);
    }
    expect(
      simulated.p99Ms! / closedForms.find((row) => row.formula === 'M/D/1')!.p99Ms!,
    ).toBeCloseTo(1, 1);
  });
});

describe('describeTimes', () => {
  it('finds the line and counts every call', () => {
    const found = describeTimes(measured, 'medium');
    expect(found.service.alphaMs).toBeCloseTo(2, 2);
    expect(found.service.betaMs).toBeCloseTo(0.01, 4);
    expect(found.measured.map((row) => row.batch)).toEqual([...batchSizes]);
    expect(found.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(found.measured[6]!.itemsPerSecond).toBeCloseTo(64_000 / found.measured[6]!.meanMs, 6);
  });
});
