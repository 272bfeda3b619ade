import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../math/random.ts';
import {
  candidateByNumber,
  candidateId,
  candidatesOf,
  numberOfCandidate,
  simulateCandidates,
} from './explore/candidates.ts';
import { simulateSetting } from './explore/explore.ts';
import { modelNames, stakeholderNames, type ModelName, type StakeholderName } from './names.ts';
import { latencyParameters } from './parameters.ts';
import type { CandidateRow, LatencyMeasured, ModelRow } from './result.ts';
import {
  akamaiPhone,
  dominates,
  evaluate,
  favourites,
  minMax,
  rank,
  unbeaten,
  weightedScore,
  type Weights,
} from './stakeholders.ts';

const parameters = latencyParameters.parse({});
const equal: Weights = { ml: 1, sales: 1, product: 1, manager: 1 };
const only = (who: StakeholderName): Weights => ({
  ml: 0,
  sales: 0,
  product: 0,
  manager: 0,
  [who]: 1,
});
const model = (name: ModelName, auc: number, precisionAtTop10?: number): ModelRow => ({
  name,
  parameters: 1,
  auc,
  ...(precisionAtTop10 === undefined ? {} : { precisionAtTop10 }),
  service: { alphaMs: 1, betaMs: 1 },
  measured: [],
  histogram: { fromMs: 0, binMs: 1, counts: [1] },
});
const candidate = (
  id: string,
  meanMs: number | null,
  p99Ms = meanMs,
  more: Partial<CandidateRow> = {},
): CandidateRow => ({
  id,
  model: id.split('/')[0] as ModelName,
  replicas: Number(/\/(\d+)x/.exec(id)![1]),
  maxBatch: 1,
  maxWaitMs: 0,
  queueCapacity: 0,
  arrivalsPerSecond: 100,
  stable: meanMs !== null,
  meanMs,
  p99Ms,
  turnedAway: meanMs === null ? null : 0,
  ...more,
});
const models = [model('small', 0.6, 0.4), model('large', 0.8, 0.7)];

describe('minMax', () => {
  it('puts the worst at 0, the best at 1, and leaves what has no value out of it', () => {
    expect(minMax([3, null, 1, 2])).toEqual([1, null, 0, 0.5]);
    expect(minMax([-10, -2])).toEqual([0, 1]);
  });
  it('gives 1 to all where all are the same, also up to rounding', () => {
    expect(minMax([5, 5, null])).toEqual([1, 1, null]);
    expect(minMax([0.1 + 0.2, 0.3])).toEqual([1, 1]);
    expect(minMax([0, 0])).toEqual([1, 1]);
    expect(minMax([7])).toEqual([1]);
  });
  it('of nothing is nothing', () => {
    expect(minMax([])).toEqual([]);
    expect(minMax([null, null])).toEqual([null, null]);
  });
});

describe('the smartphone curve', () => {
  it('has the published point, starts at 1 and ends where its range does', () => {
    expect(akamaiPhone(100)).toBeCloseTo(0.929, 12);
    expect(akamaiPhone(0)).toBe(1);
    expect(akamaiPhone(-5)).toBe(1);
    expect(akamaiPhone(200)).toBeCloseTo(0.929 ** 2, 12);
    expect(akamaiPhone(5_000)).toBe(akamaiPhone(200));
  });
});

describe('what a candidate is to each', () => {
  const rows = [
    candidate('small/1x1', 2, 5),
    candidate('large/1x1', 102, 300),
    candidate('large/4x1', null),
  ];
  const prices = { valuePerConversion: 20, baseConversion: 0.02, replicaPrice: 50 };
  const { judged } = evaluate(rows, models, prices);
  it('is AUC, $ an offer, −p99 and $ a day', () => {
    expect(judged[0]!.raw).toEqual({
      ml: 0.6,
      sales: expect.closeTo(0.02 * 20 * 0.4, 12) as number,
      product: -5,
      manager: expect.closeTo(100 * 86_400 * 0.02 * 20 - 50, 6) as number,
    });
    expect(judged[1]!.raw.sales).toBeCloseTo(0.02 * 0.929 * 20 * 0.7, 12);
    expect(judged[1]!.raw.manager).toBeCloseTo(100 * 86_400 * 0.02 * 0.929 * 20 - 50, 6);
    expect(judged[1]!.extraMs).toBe(100);
  });
  it('has neither value nor score where latency counts and the queue is unstable', () => {
    expect(judged[2]).toMatchObject({
      extraMs: null,
      raw: { ml: 0.8, sales: null, product: null, manager: null },
      score: { ml: 1, sales: null, product: null, manager: null },
    });
  });
  it('takes any curve of conversion', () => {
    const flat = evaluate(rows, models, prices, () => 1).judged;
    expect(flat[1]!.raw.sales! / flat[0]!.raw.sales!).toBeCloseTo(0.7 / 0.4, 12);
  });
  it('has no conversion from a request that is turned away', () => {
    const half = evaluate([candidate('small/1x1q5', 2, 5, { turnedAway: 0.5 })], models, prices)
      .judged[0]!;
    expect(half.raw.sales).toBeCloseTo(0.5 * 0.02 * 20 * 0.4, 12);
    expect(half.raw.manager).toBeCloseTo(0.5 * 100 * 86_400 * 0.02 * 20 - 50, 6);
  });
  it('leaves sales out where a run has no precision, and everything where it has no model', () => {
    const old = evaluate([rows[0]!, candidate('medium/1x1', 3)], [model('small', 0.6)], prices);
    expect(old.judged[0]!.raw).toMatchObject({ ml: 0.6, sales: null, product: -5 });
    expect(old.judged[1]!.raw.ml).toBeNull();
    expect(old.pareto).toEqual([]);
    expect(rank(old, equal).map(({ total, beatenBy }) => [total, beatenBy])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
  it('is nothing of nothing', () => {
    expect(evaluate([], [], prices)).toEqual({
      judged: [],
      pareto: [],
      result: { stakeholders: [], pareto: [] },
    });
  });
});

const score = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null, freq: 8 });
const raws = fc.array(fc.record({ ml: score, sales: score, product: score, manager: score }), {
  maxLength: 14,
});

describe('the Pareto set', () => {
  it('is what brute force finds: nothing in it is dominated, all else that has values is', () => {
    fc.assert(
      fc.property(raws, (all) => {
        for (const a of all)
          for (const b of all) {
            const known = stakeholderNames.every((who) => a[who] !== null && b[who] !== null);
            const gains = stakeholderNames.map((who) => (a[who] ?? 0) - (b[who] ?? 0));
            expect(dominates(a, b)).toBe(
              known && Math.min(...gains) >= 0 && Math.max(...gains) > 0,
            );
          }
      }),
    );
  });
  it('of candidates: the unbeaten ones, and every other one names an unbeaten one that beats it', () => {
    const rows = fc.array(
      fc.record({
        model: fc.constantFrom('small' as const, 'large' as const),
        mean: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null, freq: 5 }),
        p99: fc.integer({ min: 6, max: 9 }),
        replicas: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const all = given.map((row, i) =>
          candidate(
            `${row.model}/${row.replicas}x${i + 1}`,
            row.mean,
            row.mean === null ? null : row.p99,
          ),
        );
        const evaluation = evaluate(all, models, parameters);
        const ranked = rank(evaluation, equal);
        const defined = ranked.filter(({ row }) => row.stable);
        for (const one of defined) {
          const beaters = defined.filter(
            (other) =>
              stakeholderNames.every((who) => other.raw[who]! >= one.raw[who]!) &&
              stakeholderNames.some((who) => other.raw[who]! > one.raw[who]!),
          );
          expect(one.pareto).toBe(beaters.length === 0);
          if (beaters.length > 0)
            expect(beaters.filter((other) => other.pareto).map(({ id }) => id)).toContain(
              one.beatenBy,
            );
          else expect(one.beatenBy).toBeNull();
        }
        expect(defined.length === 0 || evaluation.pareto.length > 0).toBe(true);
        for (const one of ranked.filter(({ row }) => !row.stable))
          expect([one.pareto, one.beatenBy, one.total]).toEqual([false, null, null]);
      }),
    );
  });
  it.each([2, 2 + 1e-12])(
    'keeps both of two that are alike, also up to rounding: 2 and %s',
    (ms) => {
      const { pareto, judged } = evaluate(
        [candidate('small/1x1', 2), candidate('small/1x2', ms), candidate('small/1x4', 3)],
        models,
        parameters,
      );
      expect(pareto).toEqual(['small/1x1', 'small/1x2']);
      expect(judged[1]!.score).toEqual(judged[0]!.score);
    },
  );
  it('hangs on no digit that rounding left, in whichever order the candidates stand', () => {
    const whole = fc.integer({ min: 1, max: 4 });
    const last = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, whole, last, last), { maxLength: 8 }), (given) => {
        const of = (share: number) =>
          unbeaten(
            given.map(([ml, sales, a, b], i) => ({
              id: String(i),
              raw: {
                ml: ml * (1 + a * share),
                sales: sales * (1 + b * share),
                product: -1,
                manager: 0,
              },
            })),
          );
        expect(of(1e-13)).toEqual(of(0));
      }),
    );
  });
});

describe('the ranking', () => {
  const rows = [
    candidate('large/1x1', null),
    candidate('small/1x1', 2, 5),
    candidate('large/2x1', 3, 9),
    candidate('large/4x1', 3, 9),
  ];
  const evaluation = evaluate(rows, models, parameters);
  it('follows the weights, keeps the order of equals and puts the unstable last, though its AUC is the best', () => {
    expect(rank(evaluation, only('product')).map(({ id }) => id)).toEqual([
      'small/1x1',
      'large/2x1',
      'large/4x1',
      'large/1x1',
    ]);
    expect(rank(evaluation, only('ml')).map(({ id, total }) => [id, total])).toEqual([
      ['large/2x1', 1],
      ['large/4x1', 1],
      ['small/1x1', 0],
      ['large/1x1', null],
    ]);
  });
  it('has no winner where no vote counts', () => {
    expect(
      rank(evaluation, { ml: 0, sales: 0, product: 0, manager: 0 }).map(({ total }) => total),
    ).toEqual([null, null, null, null]);
  });
  it('is a mean: twice the weights change nothing', () => {
    const scores = { ml: 0.2, sales: 0.4, product: 1, manager: 0 };
    expect(weightedScore(scores, { ml: 0.5, sales: 0.5, product: 0, manager: 0 })).toBeCloseTo(
      0.3,
      12,
    );
    expect(weightedScore(scores, { ml: 0.1, sales: 0.3, product: 0.2, manager: 0.4 })).toBeCloseTo(
      weightedScore(scores, { ml: 0.2, sales: 0.6, product: 0.4, manager: 0.8 })!,
      12,
    );
    expect(
      weightedScore({ ...scores, sales: null }, { ml: 1, sales: 0, product: 0, manager: 0 }),
    ).toBe(0.2);
    expect(weightedScore({ ...scores, sales: null }, equal)).toBeNull();
  });
  it('knows what one stakeholder alone would take', () => {
    const { stakeholders } = evaluation.result;
    expect(favourites(stakeholders, 'product')).toEqual(['small/1x1']);
    expect(favourites([], 'ml')).toEqual([]);
  });
  it('says of several that one stakeholder would take any of them, where only rounding tells them apart', () => {
    const score = (candidate: string, of: number | null) => ({
      who: 'ml' as const,
      candidate,
      raw: of,
      score: of,
    });
    expect(favourites([score('a', 0.1 + 0.2), score('b', 0.3), score('c', 0.2)], 'ml')).toEqual([
      'a',
      'b',
    ]);
    expect(favourites([score('a', null)], 'ml')).toEqual([]);
  });
});

describe('candidates', () => {
  const setup = (replicas: number, maxBatch: number, maxWaitMs = 0, queueCapacity = 0) => ({
    replicas,
    maxBatch,
    maxWaitMs,
    queueCapacity,
  });
  it('are every model in every set-up, and the learner’s own only where it is another', () => {
    expect(
      candidatesOf(setup(1, 1))
        .map(({ id }) => id)
        .slice(0, 5),
    ).toEqual(['small/1x1', 'small/1x16', 'small/4x1', 'small/4x16', 'medium/1x1']);
    expect(candidatesOf(setup(1, 1, 30))).toHaveLength(12);
    expect(
      candidatesOf(setup(3, 8, 2, 50))
        .filter(({ own }) => own)
        .map(({ id }) => id),
    ).toEqual(['small/3x8w2q50', 'medium/3x8w2q50', 'large/3x8w2q50']);
    expect(candidateId('large', setup(4, 1, 5))).toBe('large/4x1');
  });
  it('have a number that stands for them at every setting', () => {
    for (const own of [setup(1, 1), setup(3, 8, 2, 50)])
      for (const one of candidatesOf(own))
        expect(candidateByNumber(numberOfCandidate(one), own)).toBe(one.id);
    expect(candidateByNumber(5, setup(2, 1))).toBe('small/2x1');
    expect(candidateByNumber(5, setup(1, 1))).toBe('small/1x1');
    for (const none of [0, 16, -1, 1.5, Number.NaN])
      expect(candidateByNumber(none, setup(1, 1))).toBeNull();
  });
  it('are simulated as the queue is: the learner’s own point comes out the same', () => {
    const random = seededRandom(3);
    const measured: LatencyMeasured = {
      service: modelNames.flatMap((name, i) =>
        [1, 16].map((batch) => ({
          model: name,
          batch,
          timesMs: Array.from(
            { length: 50 },
            () => (i + 1) * (1 + batch / 16) * (0.5 + random.uniform()),
          ),
        })),
      ),
    };
    const fitted = modelNames.map((name, i) => ({
      name,
      service: { alphaMs: i + 1, betaMs: (i + 1) / 16 },
    }));
    const setting = latencyParameters.parse({ arrivalsPerSecond: 400, replications: 3 });
    const steps = simulateCandidates(measured, fitted, setting, seededRandom(7));
    const fractions: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) fractions.push(step.value);
    expect(step.value.map(({ id }) => id)).toEqual(candidatesOf(setting).map(({ id }) => id));
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    const queue = simulateSetting(measured, fitted, setting, 7).rows.filter((row) => row.chosen);
    for (const row of queue)
      expect(step.value.find(({ id }) => id === `${row.model}/1x1`)).toMatchObject({
        meanMs: row.meanMs,
        p99Ms: row.p99Ms,
        stable: row.stable,
      });
    // The large model needs over 3 ms a request: 400 a second are too many for one replica, not for four.
    expect(step.value.find(({ id }) => id === 'large/1x1')).toMatchObject({
      stable: false,
      meanMs: null,
      p99Ms: null,
    });
    expect(step.value.find(({ id }) => id === 'large/4x1')?.stable).toBe(true);
  });
});
