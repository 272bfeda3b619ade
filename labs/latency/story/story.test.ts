import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { StoryStep } from '../../view.ts';
import { describeParameters } from '../../parameters.ts';
import { lab } from '../lab.ts';
import type { LatencyResult } from '../result.ts';
import { closeWords, scorePrediction } from '../../../renderer/model/prediction/score.ts';
import { story } from '../story.tsx';
import { askedMs, conversionRows } from '../conversion.ts';
import { medianOf } from '../panel/compared.ts';
import { measureTitle } from '../panel/sentences.ts';
import { decide } from './decide.tsx';
import { convert, drawnOn, saidByStudies } from './convert.tsx';
import { ceiling, comparison, largeBesideSmall, rowAt, stretch } from './read-result.ts';

const row = (name: 'small' | 'medium' | 'large', parameters: number, p50: number) => ({
  name,
  parameters,
  auc: 0.7,
  service: { alphaMs: p50 * 0.9, betaMs: p50 * 0.1 },
  measured: [
    {
      batch: 1,
      p50Ms: p50,
      p95Ms: p50 * 2,
      p99Ms: p50 * 3,
      meanMs: p50 * 1.25,
      itemsPerSecond: 1000 / p50,
    },
  ],
  // 200 calls, most of them near the median.
  histogram: { fromMs: p50 * 0.9, binMs: p50 * 0.05, counts: [20, 60, 60, 40, 20] },
});
const point = (busy: number, meanMs: number) => ({
  model: 'large' as const,
  replicas: 1,
  maxBatch: 1,
  maxWaitMs: 0,
  queueCapacity: 0,
  arrivalsPerSecond: busy * 200,
  chosen: false,
  stable: true,
  utilization: busy,
  meanMs,
  p50Ms: meanMs,
  p95Ms: meanMs * 2,
  p99Ms: meanMs * 3,
  throughput: busy * 200,
  goodput: busy * 200,
  turnedAway: 0,
  ci95: { meanMs: null, p99Ms: null },
});
/** A large model of 4 ms (mean 5 ms: at most 200 a second), four times the small one. */
const result: LatencyResult = {
  models: [row('small', 2_000, 1), row('medium', 50_000, 2), row('large', 600_000, 4)],
  simulation: [point(0.5, 8), point(0.81, 15), point(0.95, 50)],
  closedForms: [],
};
const partial: LatencyResult = {
  models: result.models.slice(0, 1),
  simulation: [],
  closedForms: [],
};
const unreadable = [null, undefined, {}, { models: [] }, 'x', partial];

const steps = story.parts.flatMap((part) => part.steps);
const of = <K extends StoryStep['kind']>(kind: K) =>
  steps.filter((step): step is Extract<StoryStep, { kind: K }> => step.kind === kind);
const parameters = lab.parameters.parse({});

describe('the story', () => {
  it('has every kind of step in every part, and no id twice', () => {
    for (const part of story.parts)
      expect(new Set(part.steps.map(({ kind }) => kind).filter((kind) => kind !== 'code'))).toEqual(
        new Set(['read', 'predict', 'run', 'explore', 'check', 'reflect']),
      );
    // Code is an extra, at the end of the parts that it is about.
    expect(of('code').map(({ id }) => id)).toEqual(['write-percentile', 'write-batches']);
    const ids = [...story.parts.map((part) => part.id), ...steps.map((step) => step.id)];
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('asks before it shows: the prediction stands before the run', () => {
    for (const part of story.parts) {
      const kinds = part.steps.map((step) => step.kind);
      expect(kinds.indexOf('predict')).toBeLessThan(kinds.indexOf('run'));
    }
  });
  it('names presets and controls that exist', () => {
    const names = describeParameters(lab.parameters).map((parameter) => parameter.name);
    for (const step of of('run'))
      expect(lab.presets.map((preset) => preset.id)).toContain(step.preset);
    for (const controls of [
      ...story.parts.map((part) => part.controls),
      ...of('explore').map((step) => step.controls),
    ])
      expect(names).toEqual(expect.arrayContaining(controls));
  });
  it('speaks with any result, a partial one, or none', () => {
    for (const step of steps) {
      if (typeof step.body !== 'function') continue;
      for (const any of [...unreadable, result])
        expect(step.body(any as never, parameters)).toBeTruthy();
    }
  });
});

describe('predictions', () => {
  it('come out as the numbers say', () => {
    const [measure, queue] = of('predict');
    expect(measure!.outcome(result)).toBe(4);
    expect(measure!.verdict(1, result)).toMatch(/^4 times your guess, for 300 times the weights/);
    // 15 ms in the system at a service time of 5 ms.
    expect(queue!.outcome(result)).toBeCloseTo(3, 10);
    expect(queue!.verdict(3, result)).toMatch(/^Close to your guess.* 67 % /);
  });
  it('say nothing where the result can’t tell', () => {
    for (const step of of('predict'))
      for (const any of unreadable) {
        expect(step.outcome(any) === null).toBe(step.needsRun !== false);
        if (step.needsRun !== false) expect(step.verdict(3, any)).toBe('');
      }
  });
});

describe('what size costs', () => {
  const measure = of('predict')[0]!;
  const pair = (large: number, counts: number[], from = 0.9, bin = 0.05): LatencyResult => ({
    ...result,
    models: [row('small', 2_000, 1), row('large', 600_000, large)].map((model) => {
      const [p50] = model.measured.map(({ p50Ms }) => p50Ms);
      return { ...model, histogram: { fromMs: from * p50!, binMs: bin * p50!, counts } };
    }),
  });
  const title = (any: LatencyResult) => measureTitle(any.models, false);
  const calm = [20, 60, 60, 40, 20];

  it('is judged by the comparison that the figure’s title speaks from', () => {
    expect(title(pair(3.5, calm))).toMatch(/takes 3\.5 times as long/);
    expect(measure.outcome(pair(3.5, calm))).toBe(3.5);
    expect(measure.verdict(3.5, pair(3.5, calm))).not.toMatch(/can’t be told/);
    // Nearly the same: the figure can be given, which is the larger can't.
    const near = pair(1.06, [100, 100], 0.6, 0.4);
    expect(title(near)).toMatch(/can’t be told/);
    expect(measure.outcome(near)).toBe(1.06);
    expect(measure.verdict(1, near)).toMatch(/can’t be told from these calls/);
    expect(title(pair(0.5, calm))).toBe('The large model takes less time than the small one');
    expect(measure.verdict(1, pair(0.5, calm))).toMatch(/The large model takes less time/);
  });
  it('has no outcome where the calls scatter so much that the title can’t tell', () => {
    // Two calls: anything may be their median.
    const wild = pair(2.5, [1, 0, 0, 0, 1]);
    expect(title(wild)).toMatch(/can’t be told/);
    expect(measure.outcome(wild)).toBeNull();
    expect(measure.verdict(2.5, wild)).toBe('');
  });
  it('is not hidden by a few calls that were held up: a median does not feel them', () => {
    const held = {
      ...row('small', 1, 1),
      histogram: { fromMs: 0.9, binMs: 0.5, counts: [180, 0, 0, 20] },
    };
    const { interval } = medianOf(held)!;
    // Ranks 86 and 114 of 200: 0.9 to 1 hold the first hundred, 1 to 1.4 the next eighty.
    expect(interval![0]).toBeCloseTo(1 - (0.1 * 13.86) / 100, 4);
    expect(interval![1]).toBeCloseTo(1 + (0.4 * 13.86) / 80, 4);
  });
});

it('says that sharing pays only where the times lie near a line', () => {
  const explore = of('explore').find(({ id }) => id === 'measure-explore')!;
  const words = (medians: number[], service = { alphaMs: 1, betaMs: 0.1 }) => {
    const large = {
      ...row('large', 600_000, 4),
      service,
      measured: medians.map((p50Ms, i) => ({
        ...row('large', 1, p50Ms).measured[0]!,
        batch: 2 ** i,
      })),
    };
    const body = explore.body as (...of: unknown[]) => never;
    return renderToStaticMarkup(body({ ...result, models: [large] }, parameters));
  };
  expect(words([1.1, 1.2, 1.4, 1.8, 2.6])).toMatch(/is larger, 10 times that of a row/);
  expect(words([1.9, 0.2, 2.9, 0.4, 2.6])).toMatch(/can’t be told/);
  // A line without a slope: nothing to take a ratio with.
  expect(words([1, 1, 1, 1, 1], { alphaMs: 1, betaMs: 0 })).toMatch(/is larger: sharing pays/);
});

describe('how much more fits', () => {
  const batch = of('predict').find(({ id }) => id === 'batch-predict')!;
  const frontier = (maxBatch: number, points: [rate: number, p99: number][]) =>
    points.map(([throughput, p99Ms]) => ({
      ...point(0.5, 1),
      kind: 'line' as const,
      maxBatch,
      limitMs: 20,
      throughput,
      meanBatch: 1,
      p99Ms,
    }));
  const asked = { arrivalsPerSecond: 160, limitMs: 20, perSecond: 200, p99Ms: 5.2 };
  const open: LatencyResult = {
    ...result,
    asked,
    frontier: [
      ...frontier(1, [
        [50, 10],
        [100, 20],
        [150, 40],
      ]),
      ...frontier(64, [
        [50, 10],
        [250, 15],
      ]),
    ],
  };

  it('says of a lower bound what it is, and of a guess beyond it that nothing can be told', () => {
    expect(batch.outcome(open)).toEqual({ atLeast: 250 });
    expect(batch.verdict(100, open)).toBe(
      'It is at least 250 a second, which is more than your guess. That is at least 2.5 times what it carries one by one.',
    );
    expect(batch.verdict(900, open)).toMatch(
      /^It is at least 250 a second\. The simulation goes no further, so it can’t tell about your guess\. That is/,
    );
  });
  it('says what its limit is a multiple of as it is worked out: over the calls of all sizes', () => {
    const words = (any: LatencyResult | null) =>
      renderToStaticMarkup((batch.body as (...of: unknown[]) => never)(any, parameters));
    expect(words(open)).toMatch(
      /within 20 ms\. That is 4 × 5\.2 ms, the time .* calls with one row/,
    );
    expect(words(null)).toMatch(/within the limit\. That is 4 × the time/);
    for (const any of [open, null]) expect(words(any)).toMatch(/every batch size/);
    // A limit that was set is no multiple of anything.
    expect(words({ ...open, asked: undefined })).not.toMatch(/That is/);
  });
});

describe('checks', () => {
  it.each([
    ['measure-check', 3, 3.2, 3.5],
    ['queue-check', 200, 222, 240],
  ])('%s takes what is near enough', (id, right, near, wrong) => {
    const step = of('check').find((one) => one.id === id)!;
    expect(step.judge(right, result)).toBe(true);
    expect(step.judge(near, result)).toBe(true);
    expect(step.judge(wrong, result)).toBe(false);
    expect(step.judge('six', result)).toBe(false);
    expect(step.worked(result)).toBeTruthy();
  });
  it('can’t tell without the numbers', () => {
    for (const step of of('check').filter(({ needsRun }) => needsRun !== false))
      for (const any of unreadable) {
        expect(step.judge(1, any)).toBeNull();
        expect(step.worked(any)).toBeNull();
      }
  });
});

describe('reading a result', () => {
  it('takes a point of the curve only where it is near', () => {
    expect(rowAt(result, 'large', 0.8)?.utilization).toBe(0.81);
    expect(rowAt(result, 'large', 0.7)).toBeNull();
    expect(rowAt(result, 'small', 0.8)).toBeNull();
  });
  it('counts replicas when it works out the service time', () => {
    expect(stretch({ ...point(0.5, 10), replicas: 2 })).toBeCloseTo(10 / 10, 10);
    expect(stretch({ ...point(0.5, 10), stable: false, meanMs: null })).toBeNull();
  });
  it('has no ratio and no ceiling without models', () => {
    expect(largeBesideSmall(partial)).toBeNull();
    expect(ceiling(partial, 'large')).toBeNull();
  });
  it.each([
    [10, 10.5, 'Close to your guess'],
    [10, 15, 'Somewhat more than your guess'],
    [10, 34, '3.4 times your guess'],
    [1, 20_287, '20,300 times your guess'],
    [10, 7, 'Somewhat less than your guess'],
    [10, 2, '5 times less than your guess'],
    [0, 5, 'More than your guess'],
    [5, 0, 'Less than your guess'],
  ])('compares %d with %d: %s', (said, was, words) => {
    expect(comparison(said, was)).toBe(words);
  });
});

describe('a figure that follows the sliders', () => {
  it.each(['queue', 'batch', 'convert', 'decide'])('%s says so where they are moved', (id) => {
    const { body } = story.parts
      .find((part) => part.id === id)!
      .steps.find(({ kind }) => kind === 'explore')!;
    const words = typeof body === 'function' ? body(result, parameters) : body;
    expect(renderToStaticMarkup(words)).toMatch(/figure is live.*(follows).* at once/);
  });
});

describe('converting', () => {
  const full: LatencyResult = { ...result, conversion: conversionRows(lab.parameters.parse({})) };
  const [predict] = of('predict').filter((step) => step.id === 'convert-predict');
  const [check] = of('check').filter((step) => step.id === 'convert-check');
  const chosen = (model: 'small' | 'large', meanMs: number, stable = true) => ({
    ...point(0.5, meanMs),
    model,
    chosen: true,
    stable,
    ...(stable ? {} : { meanMs: null, p50Ms: null, p95Ms: null, p99Ms: null }),
  });

  it('sets the prediction against all three studies and names the nearest, without a run', () => {
    expect(predict!.needsRun).toBe(false);
    expect(predict!.outcome(null)).toBe('−6.4, −0.5 or −0.1');
    expect(predict!.verdict(5, null)).toMatch(/nearest to Akamai \(phones\), 1\.4 points off\./);
    expect(predict!.verdict(-0.6, null)).toMatch(/nearest to Booking/);
    expect(predict!.verdict(0, null)).toMatch(/nearest to Google/);
    expect(predict!.verdict('much', null)).toBe('');
  });
  it('can be missed: “close” holds one study’s answer and not all three', () => {
    const score = (said: number, was: number) =>
      scorePrediction(predict!, { value: -said }, was)!.hit;
    const misses = [1, 2, 3, 4, 10].filter((said) =>
      saidByStudies().every((was) => !score(said, was)),
    );
    expect(misses).toEqual([2, 3, 4, 10]);
    expect(closeWords(predict!)).toBe('within 1 point');
  });
  it('has the same numbers in a run at the question’s settings, and is not moved by one at others', () => {
    const rows = full.conversion!;
    const of = (curve: string) =>
      rows.find((one) => one.curve === curve && one.deltaMs === askedMs)!.relative * 100;
    expect(saidByStudies()).toEqual([of('akamai-phone'), of('booking'), of('google')]);
    const other = conversionRows(lab.parameters.parse({ answerMs: 1_000, pageMedianS: 2 }));
    expect(predict!.outcome({ ...result, conversion: other })).toBe(predict!.outcome(null));
  });
  it('checks what drawing on would give: 77 %, with or without a sign, without a run', () => {
    expect(drawnOn()).toBeCloseTo(-77.1, 1);
    expect(check!.needsRun).toBe(false);
    expect([77, -77.1, 76].map((answer) => check!.judge(answer, null))).toEqual([true, true, true]);
    expect([26, 142, 'most'].map((answer) => check!.judge(answer, null))).toEqual([
      false,
      false,
      false,
    ]);
    expect(check!.worked(null)).toBeTruthy();
  });
  const ran = (large: ReturnType<typeof chosen>) => {
    const { body } = convert.steps.find(({ id }) => id === 'convert-run')!;
    const own = { ...full, simulation: [chosen('small', 2), large] };
    return renderToStaticMarkup((body as (...of: unknown[]) => never)(own, parameters));
  };
  it('puts a price on one’s own delay, unless a queue is unstable', () => {
    expect(ran(chosen('large', 102))).toMatch(
      /100 ms later than your small one\. Akamai’s figure for phones: −7\.1 % of orders\. Google’s figure: −\d/,
    );
    expect(ran(chosen('large', 5, false))).toMatch(/one of your queues has no end/);
    expect(ran(chosen('large', 1))).not.toMatch(/Akamai/);
  });
  it('gives what Akamai did not measure as the curve drawn on, never as Akamai’s figure', () => {
    for (const laterMs of [201, 2_580]) {
      const words = ran(chosen('large', 2 + laterMs));
      expect(words).not.toMatch(/Akamai’s figure/);
      expect(words).toMatch(/Akamai measured 100 ms\. We draw a curve through it up to 200 ms\./);
      expect(words).toMatch(
        /Drawn on to .*, it would say −[\d.]+ % of orders, which nobody measured/,
      );
    }
  });
  it('asks for a run until the queues of both are simulated', () => {
    const { body } = convert.steps.find(({ id }) => id === 'convert-run')!;
    for (const any of [null, partial, full])
      expect(renderToStaticMarkup((body as (...of: unknown[]) => never)(any, parameters))).toMatch(
        /Press <strong>Run/,
      );
  });
});

describe('the decision', () => {
  const scores = {
    'small/1x1': [0, 0.2, 1, 0.9],
    'large/4x1': [1, 1, 0.9, 1],
    'large/1x1': [1, null, null, null],
  } as const;
  const who = ['ml', 'sales', 'product', 'manager'] as const;
  const stakeholders = Object.entries(scores).flatMap(([candidate, all]) =>
    all.map((score, i) => ({ who: who[i]!, candidate, raw: score, score })),
  );
  const decided: LatencyResult = { ...result, stakeholders, pareto: ['small/1x1', 'large/4x1'] };
  const [predict, check] = [
    of('predict').find((step) => step.id === 'decide-predict')!,
    of('check').find((step) => step.id === 'decide-check')!,
  ];
  const reflect = (any: unknown, ship: number) =>
    renderToStaticMarkup(
      (
        of('reflect').find((step) => step.id === 'decide-reflect')!.body as (
          result: unknown,
          values: object,
        ) => never
      )(any, { ...parameters, ship }),
    );

  it('comes out as the equal votes say, never for what is unstable', () => {
    expect(predict.outcome(decided)).toBe('large');
    expect(predict.verdict('large', decided)).toMatch(/^So it is: large 4×1/);
    expect(predict.verdict('small', decided)).toMatch(/^They choose large 4×1/);
    expect(predict.outcome(result), 'a run from before this part').toBeNull();
  });
  const alike = [
    ...stakeholders,
    ...scores['large/4x1'].map((score, i) => ({
      who: who[i]!,
      candidate: 'large/4x16',
      raw: score * (1 + 1e-13),
      score: Math.min(1, score * (1 + 1e-13)),
    })),
  ];
  it('says to whom several candidates are equally good, and counts none of them twice', () => {
    const { body } = decide.steps.find(({ id }) => id === 'decide-run')!;
    const ran = (rows: LatencyResult['stakeholders']) =>
      renderToStaticMarkup(
        (body as (...of: unknown[]) => never)({ ...decided, stakeholders: rows }, parameters),
      );
    expect(ran(stakeholders)).toMatch(
      /the four would take 2 different candidates\. Of all candidates 2 are unbeaten/,
    );
    expect(ran(alike)).toMatch(
      /at least 2 different candidates\. Some like several equally well: the ML team 2, the sales team 2, the manager 2\. Of all candidates 3 are unbeaten/,
    );
    const agreed = alike.map((row) => ({ ...row, score: row.candidate === 'large/4x1' ? 1 : 0 }));
    expect(ran(agreed)).toMatch(/all four would take a single candidate\. Of all candidates 3 are/);
  });
  it('has no model that wins where two models are equally good', () => {
    const even = stakeholders.map((row) => ({ ...row, score: 0.5 }));
    expect(predict.outcome({ ...decided, stakeholders: even })).toBeNull();
  });
  it('counts those that can be dropped exactly: all but the unbeaten', () => {
    expect(check.judge(1, { ...decided, stakeholders: alike })).toBe(true);
    expect([
      check.judge(1, decided),
      check.judge(2, decided),
      check.judge('one', decided),
      check.judge(1, result),
    ]).toEqual([true, false, false, null]);
    expect(check.worked(decided)).toBeTruthy();
  });
  it('asks to defend the choice to whoever likes it least', () => {
    expect(reflect(decided, 0)).toMatch(/Choose the row/);
    expect(reflect(result, 1)).toMatch(/Choose the row/);
    expect(reflect(decided, 1)).toMatch(
      /small 1×1.*0\.00 of 1 from the ML team, less than from anybody else.*large 4×1/,
    );
    expect(reflect(decided, 13)).toMatch(
      /large 4×1.*0\.90 of 1 from the product team, less than from anybody else.*small 1×1/,
    );
    expect(reflect({ ...decided, stakeholders: alike }, 1)).toMatch(
      /They would take large 4×1 or large 4×16, which are equally good to them, instead\./,
    );
    expect(reflect({ ...decided, stakeholders: alike }, 13)).not.toMatch(/would take large/);
    // Number 11 is large on one replica: unstable here, so there are no scores to name.
    expect(reflect(decided, 11)).toMatch(/Choose the row/);
  });
});
