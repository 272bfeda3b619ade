import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../math/random.ts';
import { drawEvents, world } from '../data.ts';
import { lab, timeLeakResult, type TimeLeakResult } from '../lab.ts';
import { featureSets, models, policies, splits } from '../names.ts';
import { pickSample } from '../sample.ts';
import { splitEvents } from '../splits.ts';
import { judgeRows } from '../six-rows/six-rows.ts';
import { story } from '../story.tsx';
import { intervalFigure, policyOfWord, weekEnd, weeklySeries } from './drift-figures.ts';
import { knownParameters, knownResult } from './known.ts';
import { rowReason, sixRowsTitle } from './six-rows-words.ts';
import { rowWords, timelineTable } from './timeline/timeline-words.ts';
import { arrowsOf, foldOf, tellingPlace, testPlaces, type Lens } from './timeline/timeline.ts';
import {
  intervalTitle,
  joinTitle,
  leakTitle,
  sourcesTitle,
  splitTitle,
  weeklyTitle,
} from './words.ts';

const events = drawEvents(seededRandom(3), { drift: 1, labelDelayDays: 4 });
const sample = pickSample(events, splitEvents(events, seededRandom(3), 7));
const values = {
  honest: [0.7, 0.63, 0.63],
  'own-label-mean': [0.85, 0.83, 0.61],
  'post-event': [0.86, 0.84, 0.64],
  'own-row-removed': [0.7, 0.64, 0.63],
} as const;
const made: TimeLeakResult = {
  data: { rows: 7_200, users: 1_480, positives: 1_700, days: 120, cutDay: 84 },
  scores: featureSets.flatMap((features) =>
    models.flatMap((model) =>
      splits.map((split, k) => ({
        features,
        model,
        split,
        auc: values[features][k]!,
        averagePrecision: 0.5,
        logLoss: 0.5,
        ece: 0.05,
        ci95: [values[features][k]! - 0.02, values[features][k]! + 0.02] as [number, number],
        perWorld: [values[features][k]!],
      })),
    ),
  ),
  gaps: featureSets.flatMap((features) =>
    models.map((model) => ({
      features,
      model,
      gap: values[features][0] - values[features][2],
      ci95: [0.02, 0.2] as [number, number],
      perWorld: [0.1],
    })),
  ),
  splits: [
    {
      split: 'random',
      auc: 0.7,
      ci95: [0.68, 0.72],
      trainRows: 5_000,
      testRows: 2_200,
      trainFrom: 0,
      trainTo: 120,
    },
    {
      split: 'chronological',
      auc: 0.63,
      ci95: [0.6, 0.66],
      trainRows: 5_000,
      testRows: 2_200,
      trainFrom: 0,
      trainTo: 84,
    },
    {
      split: 'gap',
      auc: 0.62,
      ci95: [0.59, 0.65],
      trainRows: 4_600,
      testRows: 2_200,
      trainFrom: 0,
      trainTo: 77,
    },
  ],
  joins: [
    {
      join: 'latest',
      auc: 0.82,
      ci95: [0.8, 0.84],
      live: 0.61,
      liveCi95: [0.58, 0.64],
      rows: 2_000,
      values: 10_000,
      newer: 4_000,
      rowsTouched: 2_000,
    },
    {
      join: 'event-time',
      auc: 0.634,
      ci95: [0.6, 0.66],
      live: 0.633,
      liveCi95: [0.6, 0.66],
      rows: 2_000,
      values: 8_000,
      newer: 350,
      rowsTouched: 300,
    },
    {
      join: 'availability-time',
      auc: 0.633,
      ci95: [0.6, 0.66],
      live: 0.633,
      liveCi95: [0.6, 0.66],
      rows: 2_000,
      values: 7_650,
      newer: 0,
      rowsTouched: 0,
    },
  ],
  sources: [
    { features: 'honest', rows: 2_000, values: 7_650, newer: 0, rowsTouched: 0 },
    { features: 'own-label-mean', rows: 2_000, values: 10_000, newer: 3_300, rowsTouched: 2_000 },
  ],
  drift: policies.map((policy, i) => ({
    policy,
    auc: 0.6 + 0.045 * i,
    retrainings: policy === 'never' ? 0 : 8,
    weekly: [{ week: 0, auc: 0.6 }],
  })),
  sweep: policies.flatMap((policy, i) =>
    (policy === 'never' ? [60] : [1, 7, 60]).map((everyDays) => ({
      policy,
      everyDays,
      retrainings: policy === 'never' ? 0 : Math.ceil(60 / everyDays) - 1,
      auc: 0.6 + 0.045 * i - everyDays / 2_000,
      weekly: Array.from({ length: 9 }, () => 0.6 + 0.04 * i),
    })),
  ),
  sample,
};

it('the made-up result is of the promised shape', () =>
  expect(timeLeakResult.safeParse(made).error).toBeUndefined());

describe('what is known of a result', () => {
  it('is empty where nothing or nonsense came, and keeps what is sound', () => {
    for (const value of [null, undefined, 7, 'x', {}, { scores: 'none', sweep: [{}] }])
      expect(knownResult(value)).toMatchObject({ data: null, scores: [], sweep: [], sample: [] });
    expect(knownResult({ ...made, joins: 'broken' })).toMatchObject({
      joins: [],
      scores: made.scores,
    });
    expect(knownParameters({ features: 'nonsense', worlds: 99, drift: 0.5 })).toMatchObject({
      features: 'honest',
      worlds: 1,
      drift: 0.5,
    });
  });
});

describe('the timeline', () => {
  const lenses: Lens[] = [
    ...featureSets.map((features): Lens => ({ kind: 'features', features })),
    { kind: 'join', join: 'latest' },
    { kind: 'join', join: 'event-time' },
    { kind: 'join', join: 'availability-time' },
    { kind: 'split', split: 'random' },
    { kind: 'split', split: 'chronological' },
    { kind: 'split', split: 'gap' },
  ];
  const newer = (lens: Lens) =>
    testPlaces(sample, lens, 84, 7)
      .flatMap((place) => arrowsOf(sample, place, lens, 84, 7))
      .filter((arrow) => arrow.newer).length;
  it('has arrows that stay with one user and point back only where a value was not known', () => {
    for (const lens of lenses) {
      for (let to = 0; to < sample.length; to++) {
        for (const arrow of arrowsOf(sample, to, lens, 84, 7)) {
          expect(sample[arrow.from]!.lane).toBe(sample[to]!.lane);
          expect(arrow.newer).toBe(arrow.knownAt > sample[to]!.day);
        }
      }
    }
  });
  it('points back where a feature leaks, and nowhere where it is honest', () => {
    expect(newer({ kind: 'features', features: 'honest' })).toBe(0);
    expect(newer({ kind: 'join', join: 'availability-time' })).toBe(0);
    expect(newer({ kind: 'split', split: 'chronological' })).toBe(0);
    expect(newer({ kind: 'split', split: 'random' })).toBeGreaterThan(0);
    const tests = testPlaces(sample, { kind: 'features', features: 'post-event' }, 84, 0).length;
    expect(newer({ kind: 'features', features: 'post-event' })).toBe(tests);
    expect(newer({ kind: 'features', features: 'own-label-mean' })).toBeGreaterThanOrEqual(tests);
    expect(newer({ kind: 'join', join: 'event-time' })).toBeGreaterThan(0);
  });
  it('looks first at the row that tells most, and says it in words', () => {
    for (const lens of lenses) {
      const at = tellingPlace(sample, lens, 84, 7)!;
      expect(foldOf(sample[at]!, lens.kind === 'split' ? lens.split : 'chronological', 84, 7)).toBe(
        'test',
      );
      expect(rowWords(sample, at, arrowsOf(sample, at, lens, 84, 7), lens, 84, 7)).toMatch(
        /^User \d+, day [\d.]+: (no|a) purchase, known on day/,
      );
      expect(timelineTable(sample, lens, 84, 7).rows).toHaveLength(sample.length);
    }
    const mean: Lens = { kind: 'features', features: 'own-label-mean' };
    const at = tellingPlace(sample, mean, 84, 0)!;
    expect(rowWords(sample, at, arrowsOf(sample, at, mean, 84, 0), mean, 84, 0)).toMatch(
      /not known by then|none of them known/,
    );
    expect(tellingPlace([], mean, 84, 0)).toBeNull();
  });
  it('leaves the days of the gap out', () => {
    const row = { ...sample[0]!, day: 80, randomTrain: true };
    expect([
      foldOf(row, 'gap', 84, 7),
      foldOf(row, 'gap', 84, 0),
      foldOf(row, 'chronological', 84, 7),
      foldOf(row, 'random', 84, 7),
    ]).toEqual(['out', 'train', 'train', 'train']);
  });
});

describe('titles say what the run found, and ask before there is one', () => {
  const empty = knownResult(null);
  const known = knownResult(made);
  it.each([
    [
      'split',
      splitTitle(empty),
      splitTitle(known),
      /random split says 0\.70; in order of time the same model has 0\.63/,
    ],
    [
      'leak',
      leakTitle(empty, 'own-label-mean', 'logistic'),
      leakTitle(known, 'own-label-mean', 'logistic'),
      /User mean: 0\.85 offline, live 0\.61/,
    ],
    [
      'sources',
      sourcesTitle(empty, 'own-label-mean'),
      sourcesTitle(known, 'own-label-mean'),
      /33 % of the values/,
    ],
    ['join', joinTitle(empty, 'event-time'), joinTitle(known, 'event-time'), /15 % of the rows/],
    [
      'weeks',
      weeklyTitle(empty, 7),
      weeklyTitle(known, 7),
      /Retrained every 7 days on the last 30: 0\.69; never: 0\.57/,
    ],
    ['intervals', intervalTitle(empty, 7), intervalTitle(known, 7), /8 retrainings bring \d+ %/],
  ])('%s', (_name, before, after, said) => {
    expect(before).toMatch(/\?$/);
    expect(after).toMatch(said);
  });
  it('makes nothing of noise', () => {
    const still = knownResult({
      ...made,
      gaps: made.gaps.map((row) => ({ ...row, ci95: [-0.02, 0.03] })),
      splits: made.splits.map((row) => ({ ...row, auc: 0.7, ci95: [0.68, 0.72] })),
      sweep: made.sweep.map((row) => ({ ...row, auc: 0.7 })),
    });
    expect(leakTitle(still, 'honest', 'logistic')).toMatch(/a difference can’t be told/);
    expect(splitTitle(still)).toMatch(/these can’t be told apart/);
    expect(weeklyTitle(still, 7)).toMatch(/Nothing to keep up with/);
    expect(intervalTitle(still, 7)).toMatch(/brings about nothing/);
  });
});

describe('drift figures', () => {
  const known = knownResult(made);
  it('draw the weeks shown so far, and every count of retrainings once', () => {
    expect(weeklySeries(known, 7, 3).map((s) => [s.id, s.points.length, s.growing])).toEqual(
      policies.map((policy) => [policy, 3, true]),
    );
    expect(weekEnd(8)).toBe(120);
    const { series, marks, here } = intervalFigure(known, 7);
    expect(series.map((s) => s.points.map(([x]) => x))).toEqual([
      [0, 8, 59],
      [0, 8, 59],
      [0, 8, 59],
    ]);
    expect(marks).toHaveLength(3);
    expect(here).toEqual({ x: 8, words: '8' });
    expect(intervalFigure(knownResult(null), 7)).toMatchObject({ series: [], marks: [] });
    expect([policyOfWord('15 d'), policyOfWord('nonsense')]).toEqual(['window-15', null]);
  });
});

describe('six rows', () => {
  it('gives a title to the right answer and to one from the future', () => {
    expect(sixRowsTitle(judgeRows([0, 1, 2]), [0, 1, 2], true)).toMatch(/right$/);
    expect(sixRowsTitle(judgeRows([4]), [4], true)).toMatch(/did not exist/);
    expect(sixRowsTitle(judgeRows([3]), [3], true)).toBe('4 of 6 rows are not as you said');
  });
  it('has a reason for every row and for every wrong pick, each another one', () => {
    const all = [[], [0, 1, 2, 3, 4, 5]].flatMap((picked) =>
      judgeRows(picked).map((verdict, row) => rowReason(row, verdict)),
    );
    expect(new Set(all).size).toBe(12);
  });
});

describe('the story', () => {
  const steps = story.parts.flatMap((part) => part.steps.map((step) => ({ part, step })));
  it('has six parts, steps of names of their own, and presets that exist', () => {
    expect(story.parts.map((part) => part.id)).toEqual([
      'six-rows',
      'split',
      'leak',
      'join',
      'drift',
      'your-table',
    ]);
    expect(new Set(steps.map(({ step }) => step.id)).size).toBe(steps.length);
    for (const { part, step } of steps) {
      for (const control of [...part.controls, ...(step.kind === 'explore' ? step.controls : [])])
        expect(Object.keys(lab.parameters.shape)).toContain(control);
      if (step.kind === 'run')
        expect(lab.presets.map((preset) => preset.id)).toContain(step.preset);
    }
  });
  it('asks before each run, and can be read at any stage', () => {
    for (const part of story.parts.slice(1, 5))
      expect(part.steps.map((step) => step.kind).filter((kind) => kind !== 'code')).toEqual([
        'read',
        'predict',
        'run',
        'explore',
        'check',
        'reflect',
      ]);
    const parameters = { ...knownParameters({}) };
    for (const { step } of steps) {
      for (const result of [null, made])
        expect(
          renderToStaticMarkup(
            createElement(
              'div',
              null,
              typeof step.body === 'function' ? step.body(result, parameters) : step.body,
            ),
          ).length,
        ).toBeGreaterThan(40);
      if (step.kind === 'predict') {
        expect(step.outcome(null)).toBeNull();
        expect(step.outcome(made)).not.toBeNull();
        expect(
          step.verdict(step.input.kind === 'number' ? 0.5 : 'all', made).length,
        ).toBeGreaterThan(10);
        expect(step.verdict(0.5, null)).toBe('');
      }
    }
  });
  it('judges answers by the run: the right one passes, another does not', () => {
    const right: Record<string, [number | string, number | string]> = {
      'split-check': [37, 30],
      'leak-check': ['others', 'mean'],
      'join-check': [0.001, 0.1],
      'drift-check': [204, 51],
    };
    for (const { step } of steps) {
      if (step.kind !== 'check') continue;
      const [good, bad] = right[step.id]!;
      expect(
        [step.judge(good, made), step.judge(bad, made), step.judge(good, null)],
        step.id,
      ).toEqual([true, false, null]);
      expect(renderToStaticMarkup(createElement('div', null, step.worked(made)))).toMatch(/\d/);
      expect(step.hints).toHaveLength(2);
    }
  });
});

it('the world is as long as the pictures think', () =>
  expect([world.days, world.cutDay]).toEqual([120, 84]));
