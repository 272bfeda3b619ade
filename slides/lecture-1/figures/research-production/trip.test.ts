import { expect, it } from 'vitest';
import { belt, trip, tripsWithin } from './trip.ts';

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

it('waits for company where leaves are few: a large batch then costs time and brings nothing', () => {
  expect(belt(16, 1)).toEqual({
    fillSeconds: 15,
    tripSeconds: 4,
    latencySeconds: 19,
    leavesPerSecond: 1,
    leftBehind: 0,
  });
  expect(belt(2, 1)).toMatchObject({ latencySeconds: 2.2, leavesPerSecond: 1, leftBehind: 0 });
  expect(belt(6, Infinity)).toEqual({
    fillSeconds: 0,
    tripSeconds: 2,
    latencySeconds: 2,
    leavesPerSecond: 3,
    leftBehind: 0,
  });
});

it('falls behind where more leaves come than it can take', () => {
  expect(belt(1, 2)).toMatchObject({ leavesPerSecond: 1, leftBehind: 1 });
  expect(belt(2, 2).leftBehind).toBeCloseTo(2 - 2 / 1.2, 10);
});

it('sends the next trip when it is full and the belt is free', () => {
  expect(tripsWithin(6, Infinity, 4)).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 4 },
  ]);
  expect(tripsWithin(6, 2, 8)).toEqual([
    { from: 2.5, to: 4.5 },
    { from: 5.5, to: 7.5 },
  ]);
  expect(tripsWithin(1, 2, 3)).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
    { from: 2, to: 3 },
  ]);
  expect(tripsWithin(16, 1, 4)).toEqual([]);
});
