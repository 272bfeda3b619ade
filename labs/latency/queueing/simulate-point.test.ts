import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import { mmc } from './closed-forms.ts';
import { createPool } from './pooled.ts';
import { memoryOf, runLength, variability } from './run-length.ts';
import { constantService, exponentialService } from './service.ts';
import { simulatePoint, type Point } from './simulate-point.ts';

const one = { servers: 1, places: Infinity, maxBatch: 1, maxWait: 0 };
const length = { usual: 3_000, most: 50_000 };
const point = (given: Partial<Point>) => {
  const random = seededRandom(4);
  const steps = simulatePoint(
    {
      setup: one,
      service: exponentialService(1),
      rate: 0.5,
      limit: 1,
      replications: 5,
      length,
      ...given,
    },
    (k) => random.fork(`replication ${k}`),
  );
  const parts: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) parts.push(step.value);
  return { ...step.value, parts };
};

describe('how long a replication is', () => {
  it('grows with one over the square of what is left to saturation, and with the spread of service', () => {
    expect(memoryOf(one, 0.9, 1)).toBeCloseTo(100, 6);
    expect(memoryOf(one, 0.95, 1)).toBeCloseTo(400, 6);
    expect(memoryOf(one, 0.9, 0)).toBeCloseTo(50, 6);
    expect(memoryOf({ ...one, maxBatch: 16 }, 0.9, 0.5)).toBeCloseTo(450, 6);
    // A short line forgets soon, however busy.
    expect(memoryOf({ ...one, places: 5 }, 1.2, 1)).toBeLessThan(50);
    expect(memoryOf(one, 1, 0)).toBeLessThan(Infinity);
  });
  it('is the usual one where that is enough, the needed one near saturation, and untold beyond', () => {
    const of = (memory: number) => runLength(memory, 5, { usual: 30_000, most: 500_000 });
    expect(of(4)).toEqual({ requests: 30_000, pieces: 2, told: true });
    expect(of(400)).toEqual({ requests: 400_000, pieces: 2, told: true });
    expect(of(2_500)).toMatchObject({ requests: 500_000, told: false });
    expect(runLength(2_500, 5, { usual: 8_000, most: 60_000, hopeless: 8_000 })).toMatchObject({
      requests: 8_000,
      told: false,
    });
  });
  it('knows how much service times vary', () => {
    const of = (service: Parameters<typeof variability>[0]) =>
      variability(service, 1, seededRandom(1));
    expect(of(constantService(0, 2))).toBeCloseTo(0, 9);
    expect(of(exponentialService(3))).toBeGreaterThan(0.8);
    expect(of(exponentialService(3))).toBeLessThan(1.2);
  });
});

describe('pooled percentiles', () => {
  it('are of all together, and not the mean of each one’s own', () => {
    const pool = createPool(100, 2, 1);
    pool.add(Float64Array.from({ length: 100 }, (_, i) => i + 1));
    pool.add(Float64Array.from({ length: 100 }, (_, i) => 10 * (i + 1)));
    const { p50, p99, ci95 } = pool.percentiles();
    expect([p50, p99]).toEqual([91, 980]);
    expect(ci95![0] < 980 && 980 < ci95![1]).toBe(true);
  });
  it('have no interval from one piece, and no number from nothing', () => {
    const pool = createPool(10, 1, 1);
    expect(pool.percentiles()).toEqual({ p50: null, p95: null, p99: null, ci95: null });
    pool.add(Float64Array.of(1, 2, 3));
    expect(pool.percentiles()).toMatchObject({ p50: 2, p99: 3, ci95: null });
  });
});

describe('a point', () => {
  it('agrees with the formula, and says how far it is', () => {
    const exact = mmc(0.5, 1, 1).sojourn.p99!;
    const { stable, percentiles, sojourn, of, parts } = point({});
    expect(stable).toBe(true);
    expect(Math.abs(percentiles.p99! / exact - 1)).toBeLessThan(0.12);
    expect(percentiles.ci95![0] < percentiles.p99! && percentiles.p99! < percentiles.ci95![1]).toBe(
      true,
    );
    expect(sojourn.ci95).not.toBeNull();
    expect(of((tally) => tally.utilization)).toBeCloseTo(0.5, 1);
    expect(parts).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
  });
  it('too near saturation has numbers and no interval', () => {
    const { stable, percentiles, sojourn } = point({ rate: 0.99 });
    expect(stable).toBe(true);
    expect(percentiles.p99).toBeGreaterThan(20);
    expect([percentiles.ci95, sojourn.ci95]).toEqual([null, null]);
  });
  it('that is not stable has nothing', () => {
    const { stable, percentiles, sojourn, parts } = point({ rate: 1.1 });
    expect({ stable, parts, mean: sojourn.mean }).toEqual({ stable: false, parts: [], mean: null });
    expect(percentiles).toEqual({ p50: null, p95: null, p99: null, ci95: null });
  });
});
