import { expect, it } from 'vitest';
import type { LatencyResult, SimulationRow } from './result.ts';
import { ownDelay } from './own-models.ts';

const page = { medianS: 0.8, sigma: 0.5 };
const model = (name: 'small' | 'large', ms: number) => ({
  name,
  parameters: 1,
  auc: 0.7,
  service: { alphaMs: ms, betaMs: 0 },
  histogram: { fromMs: 0, binMs: 1, counts: [] },
  measured: [{ batch: 1, p50Ms: ms, p95Ms: ms, p99Ms: ms, meanMs: ms, itemsPerSecond: 1000 / ms }],
});
const queue = (name: 'small' | 'large', meanMs: number, stable = true) =>
  ({
    model: name,
    chosen: true,
    stable,
    meanMs: stable ? meanMs : null,
    p50Ms: stable ? meanMs : null,
    p95Ms: stable ? meanMs : null,
    p99Ms: stable ? meanMs : null,
  }) as SimulationRow;
const result = (
  large: number,
  simulation: SimulationRow[] = [],
): Pick<LatencyResult, 'models' | 'simulation'> => ({
  models: [model('small', 1), model('large', large)],
  simulation,
});

it('speaks from the timed calls until the queues are simulated, then with the waiting', () => {
  expect(ownDelay(result(11), 300, page)).toMatchObject({ laterMs: 10, waiting: false });
  const own = ownDelay(result(11, [queue('small', 2), queue('large', 102)]), 300, page)!;
  expect(own).toMatchObject({ laterMs: 100, waiting: true, booking: { extrapolated: false } });
  expect(own.akamai!.relative).toBeCloseTo(-0.071, 10);
  expect(own.google!.relative).toBeLessThan(0);
});
it('takes the timed calls where a queue is unstable, and says so', () => {
  expect(
    ownDelay(result(11, [queue('small', 2), queue('large', 0, false)]), 300, page),
  ).toMatchObject({ laterMs: 10, waiting: false });
});
it('has no number from Booking.com for a delay far from what they measured', () => {
  expect(ownDelay(result(4), 300, page)!.booking).toMatchObject({ extrapolated: true });
});
it('says nothing before both are timed, and no delay where the large one is no slower', () => {
  expect(ownDelay({ models: [model('small', 1)], simulation: [] }, 300, page)).toBeNull();
  expect(ownDelay(result(1), 300, page)!.comparison.relation).toBe('equal');
  expect(ownDelay(result(0.5), 300, page)!.comparison.relation).toBe('less');
});
