import { describe, expect, test } from 'vitest';
import type { FrontierRow, LatencyResult, SimulationRow } from '../../result.ts';
import { reachesOf } from '../../explore/frontier.ts';
import { lab } from '../../lab.ts';
import { frontierLoads } from '../../names.ts';
import { throughputOf } from '../../story/read-frontier.ts';
import { frontierMarks, frontierSeries } from './batch-figures.ts';
import {
  batchFrontierTitle,
  batchInsight,
  heldUpWords,
  sameInPart2,
  waitWords,
  type BatchFacts,
} from './batch-words.ts';

const row = (given: Partial<FrontierRow> = {}): FrontierRow => ({
  model: 'large',
  kind: 'chosen',
  replicas: 1,
  maxBatch: 16,
  maxWaitMs: 2,
  limitMs: 20,
  arrivalsPerSecond: 600,
  stable: true,
  throughput: 600,
  goodput: 600,
  utilization: 0.5,
  meanBatch: 2,
  meanMs: 3,
  p99Ms: 9,
  ci95: { meanMs: [2.9, 3.1], p99Ms: null },
  ...given,
});
const facts = (given: Partial<BatchFacts> = {}): BatchFacts => ({
  reaches: [],
  chosen: null,
  simulated: true,
  running: false,
  stopped: false,
  old: false,
  ...given,
});
const one = { maxBatch: 1, perSecond: 100, atLeast: false };
const most = { maxBatch: 64, perSecond: 1_000, atLeast: false };

describe('what the batches say', () => {
  test('nothing simulated is said as such, never invented', () => {
    expect(batchFrontierTitle(facts({ simulated: false }))).toMatch(/\?$/);
    expect(batchFrontierTitle(facts({ simulated: false, stopped: true }))).toMatch(
      /stopped before/,
    );
    expect(batchFrontierTitle(facts({ simulated: false, old: true }))).toMatch(/run once more/);
  });
  test('the gain, at least where a line never crosses', () => {
    expect(batchFrontierTitle(facts({ reaches: [one, most] }))).toBe(
      'Batching: 10 times the traffic inside the limit',
    );
    expect(batchFrontierTitle(facts({ reaches: [one, { ...most, atLeast: true }] }))).toMatch(
      /at least 10 times/,
    );
    expect(batchFrontierTitle(facts({ reaches: [one, { ...most, perSecond: 101 }] }))).toMatch(
      /the same traffic/,
    );
    expect(batchFrontierTitle(facts({ chosen: row({ stable: false, maxBatch: 1 }) }))).toBe(
      '600 a second: one by one the queue has no end',
    );
    expect(batchInsight([], 'large', [])).toBeNull();
  });
  test('a whole line that keeps the limit is no lower bound, wherever it is told', () => {
    const line = (maxBatch: number, capacity: number, loads: readonly number[], p99Ms: number) =>
      loads.map((load) =>
        row({ kind: 'line', maxBatch, throughput: load * capacity, p99Ms: p99Ms * (1 + load) }),
      );
    const told = (loads: readonly number[]) => {
      // One by one the limit of 20 ms is met at the second point: 100 a second.
      const rows = [...line(1, 1_000, [0.05, 0.1, 0.2], 20 / 1.1), ...line(64, 10_000, loads, 5)];
      const reaches = reachesOf(rows, 'large', 20);
      const run: LatencyResult = { models: [], simulation: [], closedForms: [], frontier: rows };
      const most = throughputOf(run, 'large', 64)!;
      return {
        most: [most.perSecond, most.atLeast],
        title: batchFrontierTitle(facts({ reaches })),
        marks: frontierMarks(reaches, null, frontierSeries(rows, 'large'), 20).map(
          ({ label, y }) => [label, y],
        ),
        recap: lab.recap(run)!.value,
      };
    };
    const whole = told(frontierLoads);
    expect(whole.most).toEqual([9_800, false]);
    expect(whole.title).toBe('Batching: 98 times the traffic inside the limit');
    expect(whole.marks[1]).toEqual(['9,800', 9.9]);
    expect(whole.recap).toBe('9,800');
    const cut = told(frontierLoads.slice(0, -1));
    expect(cut.most).toEqual([9_400, true]);
    expect(cut.title).toBe('Batching: at least 94 times the traffic inside the limit');
    expect(cut.marks[1]![0]).toBe('> 9,400');
    expect(cut.recap).toBe('9,400+');
  });
  test('a wait is judged by the intervals only', () => {
    expect(waitWords(row(), row({ meanMs: 2, ci95: { meanMs: [1.9, 2.1], p99Ms: null } }))).toBe(
      'the wait adds 1.0 ms to the mean',
    );
    expect(waitWords(row(), row({ meanMs: 4, ci95: { meanMs: [3.9, 4.1], p99Ms: null } }))).toBe(
      'the wait takes 1.0 ms off the mean',
    );
    expect(waitWords(row(), row({ meanMs: 3.1, ci95: { meanMs: [3, 3.2], p99Ms: null } }))).toMatch(
      /no difference/,
    );
    expect(waitWords(row(), row({ ci95: { meanMs: null, p99Ms: null } }))).toMatch(/no difference/);
    expect(waitWords(null, null)).toBe('');
  });
});

describe('which calls say how long one may be held up', () => {
  const alone = (given: Partial<SimulationRow> = {}): SimulationRow => ({
    model: 'large',
    replicas: 1,
    maxBatch: 16,
    maxWaitMs: 2,
    queueCapacity: 0,
    arrivalsPerSecond: 600,
    chosen: true,
    stable: true,
    utilization: 0.8,
    meanMs: 3,
    p50Ms: 2,
    p95Ms: 6,
    p99Ms: 148,
    throughput: 600,
    goodput: 600,
    turnedAway: 0,
    ci95: { meanMs: null, p99Ms: [140, 156] },
    ...given,
  });
  const busy = row({ p99Ms: 947, ci95: { meanMs: null, p99Ms: [800, 1_100] } });
  test('is said beside the number, with part 2’s where that is another', () => {
    expect(heldUpWords(busy, alone())).toBe(
      'held-up calls of all batch sizes count here; by one size alone (part 2) p99 is 150 ms',
    );
    expect(
      heldUpWords(busy, alone({ p99Ms: 940, ci95: { meanMs: null, p99Ms: [800, 1_100] } })),
    ).toBe('held-up calls of all batch sizes count here');
    expect(heldUpWords(busy, null)).toMatch(/count here$/);
    expect(heldUpWords(null, alone())).toBe('');
  });
  test('and where only one of the two has an end to its queue', () => {
    const endless = { stable: false, p99Ms: null };
    expect(heldUpWords(row(endless), alone())).toMatch(/\(part 2\) the queue has an end$/);
    expect(heldUpWords(busy, alone(endless))).toMatch(/\(part 2\) the queue has no end$/);
    expect(heldUpWords(row(endless), alone(endless))).toBe('');
  });
  test('is compared with part 2 at the same setting alone', () => {
    expect(sameInPart2([alone({ model: 'small' }), alone()], busy)).toEqual(alone());
    for (const other of [{ replicas: 2 }, { chosen: false }, { queueCapacity: 5 }])
      expect(sameInPart2([alone(other)], busy)).toBeNull();
    expect(sameInPart2([alone()], null)).toBeNull();
  });
});

test('a point at its line’s end is named below: at the right stands the line’s name', () => {
  const named = (throughput: number) => {
    const chosen = row({ throughput });
    const line = { id: 'batch-16', name: '16', index: 2, role: 'series' as const };
    const series = [{ ...line, points: [[300, 4] as const, [1_000, 40] as const] }];
    return frontierMarks([], chosen, series, 20)[0]!.labelSide;
  };
  expect(named(990)).toBe('below');
  expect(named(600)).toBe('right');
});
