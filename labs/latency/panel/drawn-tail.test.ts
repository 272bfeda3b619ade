import { expect, it } from 'vitest';
import type { ModelRow, SimulationRow } from '../result.ts';
import { latencyParameters } from '../parameters.ts';
import { tailCurve, tailOnFigure } from './drawn-tail.ts';

const row = (busy: number, p99Ms: number, more: Partial<SimulationRow> = {}) =>
  ({
    model: 'large',
    chosen: false,
    stable: true,
    replicas: 1,
    utilization: busy,
    // 10 ms a request.
    throughput: 100 * busy,
    p99Ms,
    ...more,
  }) as SimulationRow;

it('gives the tail in service times by load, of the curve’s own points', () => {
  const rows = [
    row(0.5, 40),
    row(0.1, 12),
    row(0.3, 20, { model: 'small' }),
    row(0.8, 99, { chosen: true }),
  ];
  expect(tailCurve(rows, 'large')).toEqual([
    [10, 1.2],
    [50, 4],
  ]);
  expect(tailCurve([], 'large')).toBeNull();
});

it('reaches to the ends of what can be drawn where the simulation came out a little beside them', () => {
  const curve = tailCurve([row(0.104, 12), row(0.947, 300)], 'large')!;
  expect(curve[0]).toEqual([10, 1.2]);
  expect(curve.at(-1)).toEqual([95, expect.closeTo(30, 9)]);
  expect(tailCurve([row(0.3, 20), row(0.6, 30)], 'large')).toHaveLength(2);
});

it('puts what was drawn on the figure’s axes', () => {
  const model = {
    name: 'large',
    measured: [{ batch: 1, meanMs: 10 }],
    service: { alphaMs: 0, betaMs: 0 },
  } as unknown as ModelRow;
  const setting = latencyParameters.parse({});
  expect(tailOnFigure([[50, 3]], model, setting)).toEqual([[50, 30]]);
  expect(tailOnFigure([[50, 3]], { ...model, measured: [] }, setting)).toBeNull();
});
