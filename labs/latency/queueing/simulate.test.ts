import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import { erlangB, mm1k, mmc } from './closed-forms.ts';
import { constantService, exponentialService, measuredService, type Service } from './service.ts';
import {
  estimate,
  isStable,
  replicate,
  simulateOnce,
  simulateTrace,
  workspace,
  type Setup,
  type Tally,
} from './simulate.ts';

const plain: Setup = { servers: 1, places: Infinity, maxBatch: 1, maxWait: 0 };
const run = (setup: Setup, service: Service, rate: number, replications = 8, requests = 60_000) =>
  replicate(
    setup,
    service,
    { rate, requests, warmup: 0.1, limit: 3 },
    replications,
    seededRandom(11),
  );

/** The simulated mean must be within 4.5 of its own standard errors (and a thousandth) of the formula's. */
function agrees(tallies: Tally[], pick: (t: Tally) => number | null, exact: number) {
  const got = estimate(tallies, pick);
  expect(Math.abs(got.mean! - exact)).toBeLessThan(
    4.5 * got.standardError! + 1e-3 * Math.abs(exact),
  );
}

describe('against the formulas', () => {
  it('M/M/1', () => {
    const exact = mmc(0.7, 1, 1);
    const tallies = run(plain, exponentialService(1), 0.7);
    agrees(tallies, (t) => t.sojourn.mean, exact.meanSojourn!);
    agrees(tallies, (t) => t.wait.mean, exact.meanWait!);
    agrees(tallies, (t) => t.sojourn.p99, exact.sojourn.p99!);
    agrees(tallies, (t) => t.utilization, 0.7);
    agrees(tallies, (t) => t.throughput, 0.7);
    agrees(tallies, (t) => t.goodput, 0.7 * exact.sojournWithin(3)!);
  });
  it('M/M/3, by the event list', () => {
    const exact = mmc(2.1, 1, 3);
    const tallies = run({ ...plain, servers: 3 }, exponentialService(1), 2.1);
    agrees(tallies, (t) => t.sojourn.mean, exact.meanSojourn!);
    agrees(tallies, (t) => t.sojourn.p95, exact.sojourn.p95!);
    agrees(tallies, (t) => t.utilization, 0.7);
  });
  it('M/M/1/K: a bounded queue turns some away and never blows up', () => {
    const exact = mm1k(1.5, 1, 6);
    const tallies = run({ ...plain, places: 5 }, exponentialService(1), 1.5);
    agrees(tallies, (t) => t.turnedAway, exact.probBlock);
    agrees(tallies, (t) => t.sojourn.mean, exact.meanSojourn);
    agrees(tallies, (t) => t.throughput, exact.throughput);
    agrees(tallies, (t) => t.utilization, exact.utilization);
  });
  it('Erlang B: no place to wait at all', () => {
    agrees(
      run({ ...plain, servers: 3, places: 0 }, exponentialService(1), 2),
      (t) => t.turnedAway,
      erlangB(3, 2),
    );
  });
  it('gives the same by recursion as by the event list', () => {
    const random = seededRandom(3);
    const arrivals: number[] = [];
    let time = 0;
    for (let i = 0; i < 500; i++) arrivals.push((time += random.exponential()));
    const seen = simulateTrace(plain, constantService(0, 0.8), arrivals, 3, random);
    let free = -Infinity;
    arrivals.forEach((arrival, i) => {
      free = Math.max(free, arrival) + 0.8;
      expect(seen.sojourns[i]).toBeCloseTo(free - arrival, 9);
    });
  });
  it('has no wait where there is hardly any load: the control', () => {
    const [tally] = run(plain, constantService(0, 1), 0.0001, 1, 5_000);
    expect(tally!.sojourn.mean).toBeCloseTo(1, 2);
    expect(tally!.sojourn.p99).toBeCloseTo(1, 9);
  });
});

describe('batches', () => {
  /** The dispatch rule, written the slow way: looks ahead into the list of arrivals. */
  function byTheRule(arrivals: readonly number[], setup: Setup, time: (size: number) => number) {
    const free = new Array<number>(setup.servers).fill(-Infinity);
    const batches: { start: number; end: number; first: number; size: number }[] = [];
    for (let i = 0; i < arrivals.length;) {
      const server = free.indexOf(Math.min(...free));
      const full = arrivals[i + setup.maxBatch - 1] ?? Infinity;
      let start = Math.max(free[server]!, Math.min(full, arrivals[i]! + setup.maxWait));
      if (start === Infinity) start = Math.max(free[server]!, arrivals.at(-1)!);
      let size = 0;
      while (size < setup.maxBatch && i + size < arrivals.length && arrivals[i + size]! <= start)
        size++;
      batches.push({ start, end: start + time(size), first: i, size });
      free[server] = start + time(size);
      i += size;
    }
    return batches;
  }
  it('follow the rule for any arrivals, ties included', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 40 }), { maxLength: 40 })
          .map((times) => times.sort((a, b) => a - b)),
        fc.record({
          servers: fc.integer({ min: 1, max: 3 }),
          maxBatch: fc.integer({ min: 1, max: 5 }),
          maxWait: fc.constantFrom(0, 1, 2.5, 7, 1000, Infinity),
        }),
        (arrivals, shape) => {
          const setup = { ...shape, places: Infinity };
          const seen: { start: number; end: number; first: number; size: number }[] = [];
          const service = constantService(3, 1);
          simulateTrace(setup, service, arrivals, 8, seededRandom(1), (start, end, first, size) =>
            seen.push({ start, end, first, size }),
          );
          expect(seen).toEqual(byTheRule(arrivals, setup, (size) => service.mean(size)));
        },
      ),
      { numRuns: 400 },
    );
  });
  it('raise the capacity to c·B / s(B), and only that decides whether the queue is stable', () => {
    const service = constantService(4, 1);
    const eight = { ...plain, maxBatch: 8 };
    expect(isStable(plain, service, 0.21)).toBe(false);
    expect(isStable(eight, service, 0.21)).toBe(true);
    expect(isStable(eight, service, 8 / 12)).toBe(false);
    expect(isStable({ ...eight, servers: 2 }, service, 8 / 12)).toBe(true);
    expect(isStable({ ...eight, places: 10 }, service, 100)).toBe(true);
  });
  it('are not helped by waiting on one replica: the wait only costs', () => {
    const service = constantService(10, 1);
    const greedy = run({ ...plain, maxBatch: 8 }, service, 0.2, 4, 20_000);
    const patient = run({ ...plain, maxBatch: 8, maxWait: 5 }, service, 0.2, 4, 20_000);
    expect(estimate(patient, (t) => t.sojourn.mean).mean!).toBeGreaterThan(
      estimate(greedy, (t) => t.sojourn.mean).mean!,
    );
    expect(estimate(patient, (t) => t.utilization).mean!).toBeLessThan(
      estimate(greedy, (t) => t.utilization).mean!,
    );
  });
});

describe('odd streams', () => {
  const tally = (setup: Setup, requests: number) =>
    simulateOnce(
      setup,
      constantService(0, 2),
      { rate: 1, requests, warmup: 0, limit: 5 },
      seededRandom(1),
      workspace(requests),
    );
  const setups: Setup[] = [
    plain,
    { ...plain, servers: 2, maxBatch: 4, maxWait: 1 },
    { ...plain, places: 1 },
  ];
  it.each(setups)('without a single request: nothing is known (%o)', (setup) => {
    expect(tally(setup, 0)).toEqual({
      answered: 0,
      turnedAway: null,
      utilization: null,
      throughput: null,
      goodput: null,
      meanBatch: null,
      wait: { mean: null, p50: null, p95: null, p99: null },
      sojourn: { mean: null, p50: null, p95: null, p99: null },
    });
  });
  it('with one request: it takes its service time', () => {
    expect(tally(plain, 1)).toMatchObject({
      answered: 1,
      turnedAway: 0,
      sojourn: { mean: 2, p50: 2, p99: 2 },
      wait: { mean: 0 },
      utilization: 1,
    });
  });
  it('with a wait longer than the whole run: the batch starts when the wait is over', () => {
    const seen = simulateTrace(
      { ...plain, maxBatch: 64, maxWait: 100 },
      constantService(1, 0),
      [0, 1, 2],
      200,
      seededRandom(1),
    );
    expect(seen.sojourns).toEqual([101, 100, 99]);
  });
  it('with a wait without end: the last batch starts at the last arrival', () => {
    const seen = simulateTrace(
      { ...plain, maxBatch: 2, maxWait: Infinity },
      constantService(1, 0),
      [0, 1, 5],
      200,
      seededRandom(1),
    );
    expect(seen.sojourns).toEqual([2, 1, 1]);
  });
  it('at one moment, with one place: the replica takes one, the place another, the third is turned away', () => {
    const seen = simulateTrace(
      { ...plain, places: 1 },
      constantService(0, 2),
      [0, 0, 0],
      5,
      seededRandom(1),
    );
    expect(seen.sojourns).toEqual([2, 4]);
    expect(seen.turnedAway).toBeCloseTo(1 / 3, 12);
  });
  it('with more places than a bounded queue ever needs: as without a limit', () => {
    const bounded = simulateTrace(
      { ...plain, places: 100 },
      constantService(0, 2),
      [0, 1, 2, 3],
      5,
      seededRandom(1),
    );
    expect(bounded.sojourns).toEqual(
      simulateTrace(plain, constantService(0, 2), [0, 1, 2, 3], 5, seededRandom(1)).sojourns,
    );
  });
});

describe('determinism', () => {
  it('gives the same tallies for the same seed, and other ones for each replication', () => {
    const twice = [
      run(plain, exponentialService(1), 0.5, 3, 2_000),
      run(plain, exponentialService(1), 0.5, 3, 2_000),
    ];
    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0]![0]!.sojourn.mean).not.toBe(twice[0]![1]!.sojourn.mean);
  });
});

describe('estimates', () => {
  it('have no interval from one replication and no number from none', () => {
    const [one] = run(plain, exponentialService(1), 0.5, 1, 500);
    expect(estimate([one!], (t) => t.sojourn.mean)).toMatchObject({
      ci95: null,
      standardError: null,
    });
    expect(estimate([], (t) => t.sojourn.mean)).toEqual({
      mean: null,
      ci95: null,
      standardError: null,
    });
  });
});

describe('measured service times', () => {
  const timed = [
    { batch: 1, timesMs: [1, 1, 4] },
    { batch: 8, timesMs: [9, 9, 12] },
  ];
  it('draws the measured times at a measured size and moves them along the line between', () => {
    const service = measuredService({ alphaMs: 1, betaMs: 1 }, timed);
    const random = seededRandom(2);
    expect(service.mean(1)).toBe(2);
    expect(service.mean(8)).toBe(10);
    expect(service.mean(2)).toBe(3);
    expect(service.mean(6)).toBe(8);
    for (let i = 0; i < 50; i++) expect([1, 4]).toContain(service.sample(1, random));
  });
  it('never lets a time vanish', () => {
    const service = measuredService({ alphaMs: 0, betaMs: 5 }, [{ batch: 64, timesMs: [10] }]);
    expect(service.mean(1)).toBe(1);
  });
  it('refuses to guess without a single timed call', () => {
    expect(() => measuredService({ alphaMs: 1, betaMs: 1 }, [])).toThrow(RangeError);
    expect(() => measuredService({ alphaMs: 1, betaMs: 1 }, [{ batch: 1, timesMs: [] }])).toThrow(
      RangeError,
    );
  });
});

describe('bad input', () => {
  const stream = { rate: 1, requests: 10, warmup: 0, limit: 1 };
  const once = (setup: Partial<Setup>, given: Partial<typeof stream> = {}) =>
    simulateOnce(
      { ...plain, ...setup },
      constantService(0, 1),
      { ...stream, ...given },
      seededRandom(1),
      workspace(10),
    );
  it.each([
    ['no server', () => once({ servers: 0 })],
    ['half a server', () => once({ servers: 1.5 })],
    ['an empty batch', () => once({ maxBatch: 0 })],
    ['a negative place', () => once({ places: -1 })],
    ['a negative wait', () => once({ maxWait: -1 })],
    ['a wait that is no number', () => once({ maxWait: Number.NaN })],
    ['no arrivals', () => once({}, { rate: 0 })],
    ['endless arrivals', () => once({}, { rate: Infinity })],
    ['half a request', () => once({}, { requests: 1.5 })],
    ['nothing but warm-up', () => once({}, { warmup: 1 })],
    [
      'arrivals that fall',
      () => simulateTrace(plain, constantService(0, 1), [2, 1], 1, seededRandom(1)),
    ],
    [
      'an arrival that is no number',
      () => simulateTrace(plain, constantService(0, 1), [1, Number.NaN], 1, seededRandom(1)),
    ],
  ])('refuses %s', (_name, call) => expect(call).toThrow(RangeError));
});
