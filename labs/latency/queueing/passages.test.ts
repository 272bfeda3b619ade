import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import { momentAt, passagesOf, waitingSteps } from './passages.ts';
import { lognormalService } from './service.ts';
import { planOf, type Point } from './simulate-point.ts';
import { simulateOnce, workspace } from './simulate.ts';

const point = (load: number, changed: Partial<Point['setup']> = {}): Point => ({
  setup: { servers: 1, places: Infinity, maxBatch: 1, maxWait: 0, ...changed },
  service: lognormalService(10, 0.4),
  rate: load / 10,
  limit: 100,
  replications: 2,
  length: { usual: 5_000, most: 20_000 },
});
const stream = () => seededRandom(7).fork('simulate large chosen 0');

describe('the requests that are shown', () => {
  it.each([
    ['one replica', point(0.8)],
    ['three replicas', { ...point(0.8, { servers: 3 }), rate: 0.24 }],
    ['batches', point(1.6, { maxBatch: 8, maxWait: 5 })],
    ['a short queue', point(1.2, { places: 3 })],
  ])('are those that the simulation counts first, with their own times: %s', (_, one) => {
    const counted: number[] = [];
    const { requests, warmupRequests } = planOf(one, stream().fork('pilot'));
    simulateOnce(
      one.setup,
      one.service,
      { rate: one.rate, requests, warmup: (warmupRequests + 0.5) / requests, limit: 100 },
      stream(),
      workspace(requests),
      (sojourns) => counted.push(...sojourns.subarray(0, 30)),
    );
    const { requests: shown, from } = passagesOf(one, stream(), 60)!;
    const fresh = shown.filter(({ arrival }) => arrival >= from).slice(0, 30);
    expect(fresh.map(({ arrival, end }) => end - arrival)).toEqual(
      counted.map((time) => expect.closeTo(time, 6)),
    );
  });

  it('begin with an empty queue where it only grows', () => {
    const shown = passagesOf(point(2), stream(), 40)!;
    expect(momentAt(shown, shown.from).waiting).toEqual([]);
    expect(shown.requests).toHaveLength(40);
    expect(momentAt(shown, shown.requests.at(-1)!.arrival).waiting.length).toBeGreaterThan(10);
  });
});

it('counts who waits as one sees it at each moment', () => {
  const shown = passagesOf(point(0.9), stream(), 60)!;
  const steps = waitingSteps(shown);
  for (const [at, many] of steps.slice(0, -1))
    expect(momentAt(shown, at).waiting.length, `at ${at}`).toBe(many);
  expect(Math.max(...steps.map(([, many]) => many))).toBeGreaterThan(0);
});

it('puts the requests of one call together, and counts who found no place', () => {
  const shown = passagesOf(point(4, { maxBatch: 4, places: 2 }), stream(), 60)!;
  const { refused, serving } = momentAt(shown, shown.requests.at(-1)!.start);
  expect(serving).toHaveLength(1);
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBe(shown.refused.filter((at) => at <= shown.requests.at(-1)!.start).length);
});
