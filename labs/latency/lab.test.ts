import { describe, expect, it } from 'vitest';
import { parseParameters } from '../parameters.ts';
import { lab } from './lab.ts';
import type { FrontierRow, LatencyResult } from './result.ts';

const model = (name: 'small' | 'medium' | 'large', ms: number, auc: number) => ({
  name,
  parameters: 1,
  auc,
  service: { alphaMs: ms, betaMs: 0 },
  measured: [],
  histogram: { fromMs: 0, binMs: 1, counts: [] },
});
const point = (maxBatch: number, throughput: number, p99Ms: number): FrontierRow => ({
  model: 'large',
  kind: 'line',
  replicas: 1,
  maxBatch,
  maxWaitMs: 0,
  limitMs: 100,
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
const result = (frontier?: FrontierRow[]): LatencyResult => ({
  models: [model('small', 1, 0.63), model('medium', 2, 0.74), model('large', 4, 0.82)],
  simulation: [],
  closedForms: [],
  frontier,
});

describe('what the last slide says of a run', () => {
  it('how much traffic batches carry within the limit, and how many times as much that is', () => {
    const rows = [
      point(1, 40, 50),
      point(1, 78, 100),
      point(1, 90, 300),
      point(64, 400, 60),
      point(64, 825, 100),
      point(64, 900, 200),
    ];
    expect(lab.recap(result(rows))).toEqual({
      what: 'requests within 100 ms in batches of up to 64, 11 times as many as singly',
      value: '830',
      unit: '/s',
      answers: 'batch',
    });
  });
  it('says over where the line stays within the limit, and no ratio where one by one does too', () => {
    expect(lab.recap(result([point(1, 40, 50), point(64, 2_400, 60)]))).toEqual({
      what: 'requests within 100 ms in batches of up to 64',
      value: '2,400+',
      unit: '/s',
      answers: 'batch',
    });
  });
  it('falls back on the price of accuracy where no batch keeps the limit, or the run knows no batches', () => {
    const price = {
      what: 'the time of one answer of the large model over that of the small one',
      value: '4.0',
      unit: '×',
      answers: 'measure',
    };
    expect(lab.recap(result())).toEqual(price);
    expect(lab.recap(result([point(64, 100, 500)]))).toEqual(price);
  });
});

describe('presets', () => {
  it('are those of the lecture, and every one keeps to the ranges', () => {
    expect(lab.presets.map(({ title }) => title)).toEqual([
      'Your machine',
      'One user at a time',
      'Lunch rush',
      'Batch everything',
      'One slow call in a hundred',
      'Thorough',
    ]);
    for (const preset of lab.presets)
      expect(parseParameters(lab.parameters, preset.parameters)).toMatchObject({ ok: true });
  });
});
