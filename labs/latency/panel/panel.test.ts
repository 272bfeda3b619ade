import { describe, expect, test } from 'vitest';
import type { ModelName } from '../names.ts';
import { latencyParameters } from '../parameters.ts';
import type { LatencyResult, ModelRow, SimulationRow } from '../result.ts';
import { seededRandom } from '../../math/random.ts';
import { simulateModel, simulateSetting } from '../explore/explore.ts';
import { closedCurves } from '../explore/closed-curves.ts';
import {
  batchFigure,
  capacityOf,
  lossSeries,
  queueAxes,
  queueSeries,
  reachesOf,
  slowerThanAlone,
  timeAxis,
} from './figures.ts';
import { knownMeasured, knownParameters, knownResult } from './known.ts';
import {
  batchTitle,
  chosenRow,
  measureTitle,
  placeOnTimes,
  placePrediction,
  queueTitle,
  saidWords,
  setupWords,
  untoldWords,
  type QueueFacts,
} from './sentences.ts';
import { times } from './compared.ts';

const model = (
  name: ModelName,
  p50Ms: number,
  batches: [number, number][] = [[1, p50Ms]],
): ModelRow => ({
  name,
  parameters: 100,
  auc: 0.7,
  service: { alphaMs: p50Ms / 2, betaMs: p50Ms / 2 },
  measured: batches.map(([batch, meanMs]) => ({
    batch,
    p50Ms: meanMs,
    p95Ms: meanMs * 2,
    p99Ms: meanMs * 3,
    meanMs,
    itemsPerSecond: (1000 * batch) / meanMs,
  })),
  histogram: { fromMs: p50Ms / 2, binMs: p50Ms / 4, counts: [100, 200, 300] },
});

const row = (
  name: ModelName,
  arrivalsPerSecond: number,
  p99Ms: number | null,
  chosen = false,
): SimulationRow => ({
  model: name,
  replicas: 1,
  maxBatch: 1,
  maxWaitMs: 0,
  queueCapacity: 0,
  arrivalsPerSecond,
  chosen,
  stable: p99Ms !== null,
  utilization: 0.5,
  meanMs: p99Ms === null ? null : p99Ms / 4,
  p50Ms: p99Ms,
  p95Ms: p99Ms,
  p99Ms,
  throughput: arrivalsPerSecond,
  goodput: arrivalsPerSecond,
  turnedAway: 0,
  ci95: { meanMs: null, p99Ms: p99Ms === null ? null : [p99Ms * 0.9, p99Ms * 1.1] },
});

const result = (models: ModelRow[], simulation: SimulationRow[] = []): LatencyResult => ({
  models,
  simulation,
  closedForms: [],
});
const facts = (simulation: SimulationRow[], more: Partial<QueueFacts> = {}): QueueFacts => ({
  result: result([], simulation),
  selected: 'large',
  limitMs: 20,
  arrivalsPerSecond: 600,
  reaches: reachesOf(queueSeries(simulation, false), 20),
  running: false,
  stopped: false,
  ...more,
});

describe('what the timings say', () => {
  test('nothing yet is a question, or what is going on', () => {
    expect(measureTitle([], false)).toBe('How long does one answer take?');
    expect(measureTitle([], true)).toMatch(/models learn/);
  });

  test('one model, then the largest beside the smallest, however it comes out', () => {
    expect(measureTitle([model('small', 0.2)], true)).toBe(
      'The small model answers in 0.20 ms, so far',
    );
    expect(
      measureTitle([model('small', 0.2), model('medium', 0.3), model('large', 0.84)], false),
    ).toBe('The large model takes 4.2 times as long as the small one');
    expect(measureTitle([model('small', 0.5), model('large', 0.25)], false)).toBe(
      'The large model takes less time than the small one',
    );
    expect(measureTitle([model('small', 0.25), model('large', 0.251)], false)).toBe(
      'Whether the large model takes longer than the small one can’t be told from these calls',
    );
  });

  test('a model without a timing for one row says nothing', () => {
    expect(measureTitle([model('small', 0.2, [[2, 0.3]])], false)).toBe(
      'How long does one answer take?',
    );
    expect(measureTitle([model('small', 0)], false)).toBe('How long does one answer take?');
  });

  test('what a batch costs', () => {
    expect(
      batchTitle([
        model('large', 0.5, [
          [64, 1.25],
          [1, 0.5],
        ]),
      ]),
    ).toBe('A batch of 64 takes the large model 2.5 times as long as one request');
    expect(batchTitle([])).toBe('What does a larger batch cost?');
    expect(batchTitle([model('large', 0.5)])).toBe('What does a larger batch cost?');
  });

  test('times of any size', () => {
    expect([1.04, 1.234, 10.4, 2400].map(times)).toEqual([
      '1.04 times',
      '1.2 times',
      '10 times',
      '2,400 times',
    ]);
  });
});

describe('what the queue says', () => {
  const small = [row('small', 1000, 2), row('small', 3000, 40)];
  const large = [row('large', 500, 2), row('large', 1500, 40)];

  test('before there is anything', () => {
    expect(queueTitle(facts([]))).toBe('How much traffic does each model carry?');
    expect(queueTitle(facts([], { running: true }))).toMatch(/once the timings are in/);
    expect(queueTitle(facts([], { stopped: true }))).toMatch(/stopped/);
  });

  test('the load that each carries within the limit', () => {
    expect(queueTitle(facts([...small, ...large]))).toBe(
      'Within 20 ms, small carries 2.0 times the load of large',
    );
  });

  test('a curve that ends under the limit carries at least its last load', () => {
    const low = [row('small', 1000, 2), row('small', 3000, 15)];
    expect(reachesOf(queueSeries(low, false), 20)).toEqual([
      { model: 'small', perSecond: 3000, atLeast: true },
    ]);
    expect(queueTitle(facts([...low, ...large]))).toMatch(
      /^Within 20 ms, small carries at least 3\.1 times the load of large$/,
    );
  });

  test('a curve that starts over the limit has no reach', () => {
    expect(
      reachesOf(queueSeries([row('small', 100, 30), row('small', 200, 50)], false), 20),
    ).toEqual([]);
  });

  test('unstable is said before anything else', () => {
    expect(
      queueTitle(
        facts([...small, ...large, row('large', 2500, null, true)], { arrivalsPerSecond: 2500 }),
      ),
    ).toBe('2,500 a second: the large model can’t keep up, and its queue has no end');
  });

  test('with one model it speaks of the chosen setting', () => {
    expect(queueTitle(facts([...large, row('large', 600, 4.83, true)]))).toBe(
      'At 600 a second, large answers 99 % within 4.8 ms',
    );
    expect(chosenRow([], 'large')).toBeNull();
  });
  test('says where a p99 can’t be told, and nothing before the whole answer is in', () => {
    const told = row('large', 600, 4.83, true);
    const untold = { ...told, ci95: { meanMs: null, p99Ms: null } };
    expect(untoldWords(told, false)).toBe('');
    expect(untoldWords(untold, false)).toBe('too near saturation: this p99 can’t be told');
    expect(untoldWords(untold, true)).toBe('');
    expect(untoldWords(row('large', 600, null, true), false)).toBe('');
    expect(untoldWords(null, false)).toBe('');
  });

  test('the set-up in words', () => {
    expect(setupWords({ replicas: 1, maxBatch: 1, maxWaitMs: 5, queueCapacity: 0 })).toBe(
      'one replica, no batching',
    );
    expect(setupWords({ replicas: 3, maxBatch: 8, maxWaitMs: 2, queueCapacity: 50 })).toBe(
      '3 replicas, batches up to 8, waiting up to 2 ms, 50 queue places',
    );
  });
});

describe('predictions', () => {
  test('find their axis by their unit', () => {
    expect(placePrediction({ value: 240, unit: '/s' }, 600)).toEqual({ x: 240 });
    expect(placePrediction({ value: 12, unit: 'ms' }, 600)).toEqual({ x: 600, y: 12 });
    expect(placePrediction({ value: 3, unit: '×' }, 600)).toBeNull();
    expect(placePrediction({ value: 'large', unit: '' }, 600)).toBeNull();
    expect(placePrediction({ value: NaN, unit: 'ms' }, 600)).toBeNull();
    expect(placePrediction(null, 600)).toBeNull();
  });

  test('a multiple stands on the axis of times once the small model is known', () => {
    expect(placeOnTimes({ value: 3, unit: '×' }, [model('small', 0.2)])).toBeCloseTo(0.6, 9);
    expect(placeOnTimes({ value: 3, unit: '×' }, [])).toBeNull();
    expect(placeOnTimes({ value: -3, unit: 'ms' }, [])).toBeNull();
    expect(placeOnTimes({ value: 4, unit: 'ms' }, [])).toBe(4);
  });

  test('are quoted with their unit', () => {
    expect(saidWords({ value: 1240, unit: '/s' })).toBe('you said 1,240 /s');
    expect(saidWords({ value: 'large', unit: '' })).toBe('you said large');
  });
});

describe('figures', () => {
  const setting = latencyParameters.parse({ arrivalsPerSecond: 600, limitMs: 20 });
  test('a line for each model with rows, its interval, and never the chosen or the unstable row', () => {
    const series = queueSeries(
      [
        row('large', 500, 5),
        row('small', 900, 3),
        row('small', 100, 2),
        row('small', 600, 9, true),
        row('small', 2000, null),
      ],
      true,
    );
    expect(series.map((s) => [s.id, s.points, s.growing])).toEqual([
      [
        'small',
        [
          [100, 2],
          [900, 3],
        ],
        false,
      ],
      ['large', [[500, 5]], true],
    ]);
    expect(series[0]!.band).toEqual([
      [100, 1.8, 2.2],
      [900, 2.7, 3.3000000000000003],
    ]);
    expect(queueSeries([], false)).toEqual([]);
  });

  test('the axes do not move while the simulation goes on', () => {
    const models = [model('small', 0.2), model('large', 0.5)];
    const before = queueAxes(result(models), setting, 'large', null);
    const after = queueAxes(
      result(models, [row('small', 2000, 10), row('large', 1500, 40)]),
      setting,
      'large',
      null,
    );
    expect(after).toEqual(before);
    expect(before.x.domain[1]).toBeGreaterThanOrEqual(5000);
    expect([before.x.scale, before.y.scale]).toEqual(['linear', 'linear']);
    expect(before.y.domain).toEqual([0, 40]);
  });

  test('a model that is far faster does not press the one in view to the wall', () => {
    const models = [model('small', 0.01), model('large', 0.5)];
    const { x } = queueAxes(result(models), setting, 'large', null);
    expect(x.domain[1]).toBe(8000);
    expect(queueAxes(result(models), setting, 'small', null).x.domain[1]).toBeGreaterThan(100_000);
  });

  test('axes hold the prediction and exist before anything is known', () => {
    const unknown = latencyParameters.parse({});
    expect(queueAxes(result([]), unknown, 'large', { x: 2400 }).x.domain[1]).toBeGreaterThanOrEqual(
      2400,
    );
    for (const axis of Object.values(queueAxes(result([]), unknown, 'large', null)))
      expect(axis.ticks.every(Number.isFinite)).toBe(true);
    expect(timeAxis([], null).domain).toEqual([0.1, 10]);
    expect(timeAxis([model('small', 0.02)], null).domain[0]).toBeLessThanOrEqual(0.01);
  });

  test('capacity from the timings: replicas × batch over the time of a batch', () => {
    expect(capacityOf(model('small', 0.5), { replicas: 2, maxBatch: 1 })).toBe(4000);
    expect(capacityOf(model('small', 0.5), { replicas: 1, maxBatch: 3 })).toBe(3000);
    expect(capacityOf(model('small', 0), { replicas: 1, maxBatch: 1 })).toBeNull();
  });

  test('waiting included against alone, for single requests only', () => {
    const known = result([model('large', 0.5)]);
    expect(slowerThanAlone(known, 'large', row('large', 600, 8, true))).toBe(4);
    expect(
      slowerThanAlone(known, 'large', { ...row('large', 600, 8, true), maxBatch: 4 }),
    ).toBeNull();
    expect(slowerThanAlone(known, 'small', null)).toBeNull();
    expect(slowerThanAlone(known, 'large', row('large', 600, null, true))).toBeNull();
  });

  test('losses and batches come in the models’ order; unknown series are left out', () => {
    expect(
      lossSeries({ 'loss.large': [[0, 1]], 'loss.small': [[0, 2]], other: [[0, 3]] }, false).map(
        (s) => s.id,
      ),
    ).toEqual(['small', 'large']);
    expect(lossSeries({}, true)).toEqual([]);
    expect(batchFigure([]).y.domain).toEqual([0, 1]);
    expect(batchFigure([model('small', 0.2)]).series[0]!.points[0]).toEqual([1, 0.2]);
  });
});

describe('formula curves', () => {
  const measured = { service: [{ model: 'small' as const, batch: 1, timesMs: [1, 1, 1] }] };

  test('rise with the load, M/M/1 above M/D/1', () => {
    const [mm, md] = closedCurves(measured, 'small', {
      replicas: 1,
      maxBatch: 1,
      queueCapacity: 0,
    });
    expect([mm!.formula, md!.formula]).toEqual(['M/M/c', 'M/D/1']);
    const heights = mm!.points.map(([, p99]) => p99);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    // M/M/1: p99 = ln 100 / (μ − λ); the first point is at 2 % load.
    expect(mm!.points[0]![1]).toBeCloseTo(Math.log(100) / 0.98, 6);
    expect(md!.points.at(-1)![1]).toBeLessThan(heights.at(-1)!);
  });

  test('are left out where the formulas do not apply or nothing was timed', () => {
    expect(
      closedCurves(measured, 'small', { replicas: 2, maxBatch: 1, queueCapacity: 0 }).map(
        (c) => c.formula,
      ),
    ).toEqual(['M/M/c']);
    expect(closedCurves(measured, 'small', { replicas: 1, maxBatch: 8, queueCapacity: 0 })).toEqual(
      [],
    );
    expect(closedCurves(measured, 'small', { replicas: 1, maxBatch: 1, queueCapacity: 5 })).toEqual(
      [],
    );
    expect(closedCurves(measured, 'large', { replicas: 1, maxBatch: 1, queueCapacity: 0 })).toEqual(
      [],
    );
  });
});

test('the chosen point simulated alone is the chosen point of the whole', () => {
  const measured = { service: [{ model: 'small' as const, batch: 1, timesMs: [1, 2, 3] }] };
  const fitted = { name: 'small' as const, service: { alphaMs: 1, betaMs: 1 } };
  const setting = latencyParameters.parse({ arrivalsPerSecond: 300, replications: 3 });
  const alone = simulateModel(measured, fitted, setting, seededRandom(5), 'chosen');
  let step = alone.next();
  while (!step.done) step = alone.next();
  expect(step.value.rows).toEqual(
    simulateSetting(measured, [fitted], setting, 5).rows.filter((r) => r.chosen),
  );
});

describe('partial and broken input', () => {
  test.each([
    null,
    undefined,
    7,
    'x',
    [],
    {},
    { models: 3 },
    { models: [{ name: 'huge' }], simulation: [null] },
  ])('result %j is empty, not a crash', (value) => {
    expect(knownResult(value)).toEqual({ models: [], simulation: [], closedForms: [] });
  });

  test('a good part of a result survives a broken one', () => {
    expect(knownResult({ models: [model('small', 1)], simulation: [{}] }).models).toHaveLength(1);
  });

  test('timings without a call are no timings', () => {
    expect(knownMeasured(null)).toBeNull();
    expect(knownMeasured({ service: [] })).toBeNull();
    expect(knownMeasured({ service: [{ model: 'small', batch: 1, timesMs: [] }] })).toBeNull();
    expect(knownMeasured({ service: [{ model: 'small', batch: 1, timesMs: [1] }] })).not.toBeNull();
  });

  test('controls out of range keep their defaults', () => {
    expect(knownParameters({ replicas: 99, arrivalsPerSecond: 50, nonsense: 1 })).toEqual({
      ...latencyParameters.parse({}),
      arrivalsPerSecond: 50,
    });
  });
});
