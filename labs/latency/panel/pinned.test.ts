import { describe, expect, it } from 'vitest';
import type { PinnedRun } from '../../view.ts';
import { latencyParameters } from '../parameters.ts';
import type { FrontierRow, LatencyResult, SimulationRow } from '../result.ts';
import {
  batchPins,
  conversionPinRows,
  conversionPins,
  frontierPinMarks,
  frontierPins,
  lossPins,
  ownBatch,
  queuePins,
  readPin,
  votesOf,
} from './pinned.ts';

const point = (arrivalsPerSecond: number, p99Ms: number): SimulationRow => ({
  model: 'large',
  replicas: 1,
  maxBatch: 1,
  maxWaitMs: 0,
  queueCapacity: 0,
  arrivalsPerSecond,
  chosen: false,
  stable: true,
  utilization: 0.5,
  meanMs: p99Ms / 3,
  p50Ms: p99Ms / 4,
  p95Ms: p99Ms / 2,
  p99Ms,
  throughput: arrivalsPerSecond,
  goodput: arrivalsPerSecond,
  turnedAway: 0,
  ci95: { meanMs: null, p99Ms: null },
});
const onLine = (maxBatch: number, throughput: number, p99Ms: number): FrontierRow => ({
  model: 'large',
  kind: 'line',
  replicas: 1,
  maxBatch,
  maxWaitMs: 0,
  limitMs: 20,
  arrivalsPerSecond: throughput,
  stable: true,
  throughput,
  goodput: throughput,
  utilization: 0.5,
  meanBatch: 1,
  meanMs: 1,
  p99Ms,
  ci95: { meanMs: null, p99Ms: null },
});
const full: Partial<LatencyResult> = {
  models: [
    {
      name: 'large',
      parameters: 1,
      auc: 0.8,
      service: { alphaMs: 2, betaMs: 0.5 },
      measured: [],
      histogram: { fromMs: 0, binMs: 1, counts: [] },
    },
  ],
  simulation: [point(200, 30), point(100, 10)],
  closedForms: [],
  frontier: [onLine(1, 50, 10), onLine(1, 80, 40), onLine(16, 300, 12), onLine(16, 600, 40)],
};
const pin = (over: Partial<PinnedRun> = {}) =>
  readPin({
    id: 'a',
    parameters: {},
    result: full,
    series: {
      'loss.large': [
        [0, 0.7],
        [1, 0.5],
      ],
    },
    pin: { name: 'run 3', index: 5 },
    ...over,
  } as PinnedRun);
const empty = pin({ id: 'b', result: null, series: {} });
const now = latencyParameters.parse({});

describe('pinned runs over the figures', () => {
  it('draw the model that is looked at, in order of its load, named and coloured by the pin', () => {
    expect(queuePins([pin(), empty], 'large')).toEqual([
      {
        id: 'pin-a',
        name: 'run 3',
        index: 5,
        role: 'series',
        points: [
          [100, 10],
          [200, 30],
        ],
      },
    ]);
    expect(queuePins([pin()], 'small')).toEqual([]);
  });
  it('draw, of the batches, the line of the run’s own largest one, and how much it carries', () => {
    expect([1, 3, 4, 20, 64].map(ownBatch)).toEqual([1, 1, 4, 16, 64]);
    const sixteen = pin({ parameters: { maxBatch: 20 } });
    expect(frontierPins([sixteen], 'large')[0]!.points).toEqual([
      [300, 12],
      [600, 40],
    ]);
    const [mark] = frontierPinMarks([sixteen, empty], 'large', 20);
    expect(mark).toMatchObject({ y: 20, index: 5 });
    expect(mark!.x).toBeGreaterThan(300);
    expect(mark!.x).toBeLessThan(600);
    expect(frontierPinMarks([sixteen], 'large', 100), 'within the limit to its end').toEqual([]);
  });
  it('draw how the large model learned, and its time by batch size', () => {
    expect(lossPins([pin(), empty])[0]!.points).toEqual([
      [0, 0.7],
      [1, 0.5],
    ]);
    expect(batchPins([pin(), empty])[0]!.points.at(-1)).toEqual([64, 34]);
  });
  it('say what the studies would, where the run asked something else', () => {
    expect(conversionPins([pin()], now, 'phone', -20)).toEqual([]);
    const [line] = conversionPins([pin({ parameters: { extraMs: 200 } })], now, 'phone', -20);
    expect(line!.points.map(([x]) => x)).toEqual([200, 200]);
    expect(line!.points[1]![1]).toBeCloseTo(100 * (0.929 ** 2 - 1), 6);
    expect(conversionPinRows([pin({ parameters: { extraMs: 200 } })])[0]).toEqual([
      200,
      'run 3: akamai-phone',
      -13.6959,
      'yes',
    ]);
  });
  it('remember what was shipped; without candidates there is no vote', () => {
    expect(votesOf([pin({ parameters: { ship: 2 } })])[0]).toMatchObject({
      ships: 'small/1x16',
      ranked: [],
    });
    expect(votesOf([empty])[0]).toMatchObject({ ships: null, ranked: [] });
  });
});
