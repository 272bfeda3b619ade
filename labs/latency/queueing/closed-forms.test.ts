import { describe, expect, it } from 'vitest';
import { erlangB, erlangC, lognormalOf, md1, mg1, mm1k, mmc } from './closed-forms.ts';

describe('M/M/c', () => {
  it('is exponential with rate μ − λ for one server', () => {
    const queue = mmc(80, 100, 1);
    expect(queue.meanSojourn).toBeCloseTo(1 / 20, 12);
    for (const [name, p] of [
      ['p50', 0.5],
      ['p95', 0.95],
      ['p99', 0.99],
    ] as const)
      expect(queue.sojourn[name]).toBeCloseTo(-Math.log(1 - p) / 20, 10);
    expect(queue.sojournWithin(0.1)).toBeCloseTo(1 - Math.exp(-2), 12);
  });
  it('gives the lecture its figures: 50 ms mean and 230 ms p99 at 10 ms and load .8', () => {
    const queue = mmc(0.08, 0.1, 1);
    expect(queue.meanSojourn).toBeCloseTo(50, 9);
    expect(queue.sojourn.p99).toBeCloseTo(230.26, 2);
  });
  it('has percentiles at which its own distribution says p, also where cμ − λ is nearly μ and at very high load', () => {
    for (const [rate, mu, servers] of [
      [1, 1, 2],
      [1 + 1e-9, 1, 2],
      [1 - 1e-9, 1, 2],
      [0.99999, 1, 1],
      [7.9999, 1, 8],
      [0.001, 1, 1],
      [25, 1, 50],
    ] as const) {
      const queue = mmc(rate, mu, servers);
      expect(queue.sojournWithin(queue.sojourn.p50!)).toBeCloseTo(0.5, 9);
      expect(queue.sojournWithin(queue.sojourn.p99!)).toBeCloseTo(0.99, 9);
    }
  });
  it.each([
    [1, 1, 1],
    [1.2, 1, 1],
    [4, 1, 4],
    [1e6, 1, 3],
  ])('says nothing but "unstable" for λ = %d, μ = %d, c = %i', (rate, mu, servers) => {
    const queue = mmc(rate, mu, servers);
    expect(queue.stable).toBe(false);
    expect([
      queue.probWait,
      queue.meanWait,
      queue.meanSojourn,
      queue.meanQueueLength,
      queue.meanInSystem,
      queue.throughput,
      queue.sojourn.p99,
      queue.wait.p50,
      queue.sojournWithin(1),
    ]).toEqual(Array(9).fill(null));
  });
});

describe('bounded queues', () => {
  it('blocks nobody with ample room and agrees with Erlang B for one place', () => {
    expect(mm1k(0.5, 1, 200).probBlock).toBeLessThan(1e-50);
    expect(mm1k(0.5, 1, 200).meanSojourn).toBeCloseTo(2, 10);
    expect(mm1k(3, 1, 1).probBlock).toBeCloseTo(erlangB(1, 3), 12);
  });
  it('is stable far beyond full load', () => {
    const queue = mm1k(1e6, 1, 1_000);
    expect(queue.throughput).toBeCloseTo(1, 9);
    expect(queue.meanInSystem).toBeCloseTo(1_000, 3);
  });
  it('knows the edges of Erlang B and C', () => {
    expect(erlangB(0, 3)).toBe(1);
    expect(erlangB(4, 0)).toBe(0);
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12);
    expect(erlangC(2, 2)).toBeNull();
  });
});

describe('M/G/1 and M/D/1', () => {
  it('gives M/M/1 from its moments', () => {
    const queue = mg1(0.08, 10, 200, 6_000);
    expect(queue.meanSojourn).toBeCloseTo(50, 9);
    expect(queue.varWait).toBeCloseTo((0.8 * (2 - 0.8)) / 0.02 ** 2, 6);
  });
  it('gives the lecture its figures: 30 ms and 114 ms (M/D/1), 110 ms (lognormal, cv 2)', () => {
    const constant = md1(0.08, 10);
    expect(constant.meanSojourn).toBeCloseTo(30, 9);
    expect(constant.sojourn.p99).toBeCloseTo(113.56, 2);
    expect(mg1(0.08, 10, lognormalOf(10, 2).second).meanSojourn).toBeCloseTo(110, 9);
  });
  it('agrees with 400-digit arithmetic where the alternating sum has no digit left', () => {
    const half = md1(0.5, 1);
    expect(half.wait.p50).toBe(0);
    expect(half.wait.p95).toBeCloseTo(2.0506384073026465, 9);
    expect(half.sojourn.p99).toBeCloseTo(4.3362559570022015, 9);
    const heavy = md1(0.95, 1);
    expect(heavy.wait.p50).toBeCloseTo(6.480667906119882, 9);
    expect(heavy.wait.p95).toBeCloseTo(29.116204359857353, 9);
    expect(heavy.sojourn.p99).toBeCloseTo(45.937765508380636, 9);
  });
  it('gives null where it is unstable or where the sum would be too long, and still the mean there', () => {
    expect(md1(1, 1)).toMatchObject({
      stable: false,
      meanSojourn: null,
      sojourn: { p50: null, p95: null, p99: null },
    });
    const edge = md1(0.9999, 1);
    expect(edge.sojourn.p99).toBeNull();
    expect(edge.meanWait).toBeCloseTo(0.9999 / (2 * 0.0001), 3);
    expect(mg1(2, 1, 1)).toMatchObject({ stable: false, meanWait: null, varWait: null });
  });
});

describe('bad input', () => {
  it.each([
    ['no arrivals', () => mmc(0, 1, 1)],
    ['no service', () => mmc(1, 0, 1)],
    ['NaN', () => mmc(Number.NaN, 1, 1)],
    ['half a server', () => mmc(1, 1, 1.5)],
    ['no server', () => mmc(1, 1, 0)],
    ['no room', () => mm1k(1, 1, 0)],
    ['a negative load', () => erlangB(1, -1)],
    ['an impossible second moment', () => mg1(0.1, 2, 1)],
    ['a negative spread', () => lognormalOf(1, -1)],
    ['a negative service time', () => md1(0.5, -1)],
  ])('refuses %s', (_name, call) => expect(call).toThrow(RangeError));
});
