import { expect, it } from 'vitest';
import { trip } from './trip.ts';

it('takes one leaf in a second: latency and throughput are then one number', () => {
  expect(trip(1)).toEqual({ latencySeconds: 1, leavesPerSecond: 1 });
});

it('gains throughput and loses latency with every leaf', () => {
  const sizes = [1, 2, 6, 16].map(trip);
  for (const [index, next] of sizes.slice(1).entries()) {
    expect(next.latencySeconds).toBeGreaterThan(sizes[index]!.latencySeconds);
    expect(next.leavesPerSecond).toBeGreaterThan(sizes[index]!.leavesPerSecond);
  }
  expect(sizes[2]).toEqual({ latencySeconds: 2, leavesPerSecond: 3 });
});

it('never beats one leaf per time that a leaf adds', () => {
  expect(trip(100_000).leavesPerSecond).toBeCloseTo(5, 3);
});
