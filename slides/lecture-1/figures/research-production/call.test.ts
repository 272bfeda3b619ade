import { expect, it } from 'vitest';
import { batches, call, callsWithin } from './call.ts';

it('answers one request in a second: latency and throughput are then one number', () => {
  expect(call(1)).toEqual({ latencySeconds: 1, answersPerSecond: 1 });
});

it('gains throughput and loses latency with every request', () => {
  const sizes = [1, 2, 6, 16].map(call);
  for (const [index, next] of sizes.slice(1).entries()) {
    expect(next.latencySeconds).toBeGreaterThan(sizes[index]!.latencySeconds);
    expect(next.answersPerSecond).toBeGreaterThan(sizes[index]!.answersPerSecond);
  }
  expect(sizes[2]).toEqual({ latencySeconds: 2, answersPerSecond: 3 });
});

it('never beats one request per time that a request adds', () => {
  expect(call(100_000).answersPerSecond).toBeCloseTo(5, 3);
});

it('waits for company where requests are few: a large batch then costs time and brings nothing', () => {
  expect(batches(16, 1)).toEqual({
    fillSeconds: 15,
    callSeconds: 4,
    latencySeconds: 19,
    answersPerSecond: 1,
    leftBehind: 0,
  });
  expect(batches(2, 1)).toMatchObject({ latencySeconds: 2.2, answersPerSecond: 1, leftBehind: 0 });
  expect(batches(6, Infinity)).toEqual({
    fillSeconds: 0,
    callSeconds: 2,
    latencySeconds: 2,
    answersPerSecond: 3,
    leftBehind: 0,
  });
});

it('falls behind where more requests come than it can answer', () => {
  expect(batches(1, 2)).toMatchObject({ answersPerSecond: 1, leftBehind: 1 });
  expect(batches(2, 2).leftBehind).toBeCloseTo(2 - 2 / 1.2, 10);
});

it('begins the next call when the batch is full and the call before is over', () => {
  expect(callsWithin(6, Infinity, 4)).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 4 },
  ]);
  expect(callsWithin(6, 2, 8)).toEqual([
    { from: 2.5, to: 4.5 },
    { from: 5.5, to: 7.5 },
  ]);
  expect(callsWithin(1, 2, 3)).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 2 },
    { from: 2, to: 3 },
  ]);
  expect(callsWithin(16, 1, 4)).toEqual([]);
});
