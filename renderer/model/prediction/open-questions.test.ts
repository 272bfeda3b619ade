import { expect, test } from 'vitest';
import type { StoryPart } from '../../../labs/view.ts';
import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';
import { tinyLab, tinyRun, tinyStory } from '../lab/fixture.ts';
import type { KnownRuns } from './judging/judging-run.ts';
import { isOpen, openParts, waitingWords, withholdsFigure } from './open-questions.ts';

const [asks, asksNothing] = tinyStory.parts as [StoryPart, StoryPart];
const said = (usedBy: string | null): LabProgress => ({
  ...emptyLabProgress,
  predictions: { 'one-predict': { value: 4, lockedAt: '2026-01-01T00:00:00.000Z', usedBy } },
});
const open = emptyLabProgress;
const lab = tinyLab;
const none = { runs: [], annotations: {} };
const locked = said(null);
const used = said('run-2-aaaa');
const run = (over: Parameters<typeof tinyRun>[0]) =>
  tinyRun({ startedAt: '2026-01-02T00:00:00.000Z', number: 2, ...over });
const judged = { runs: [run({})], annotations: {} };
const older = tinyRun({ number: 1, startedAt: '2025-12-31T00:00:00.000Z' });
const stopped = {
  runs: [run({ status: 'stopped', complete: false }), older],
  annotations: {},
};
const tiny = { lab: tinyLab, story: tinyStory };

test.each([
  ['not said yet', open, none, undefined, true],
  ['locked, and no run has used it', locked, none, undefined, true],
  ['used by a run', used, judged, undefined, false],
  ['met by a run that was stopped, beside an older whole one', used, stopped, undefined, true],
  ['not said yet, where the result shows once it is', open, none, 'locked', true],
  ['locked, where the result shows once it is', locked, none, 'locked', false],
  ['met, where the result shows once it is said', used, stopped, 'locked', false],
  ['not said yet, where the result always shows', open, none, 'always', false],
] as const)(
  'the figure of a part whose prediction is %s',
  (_name, progress, known, resultShows, waits) => {
    const part = { ...asks, ...(resultShows && { resultShows }) };
    expect(withholdsFigure({ lab, part }, progress, known)).toBe(waits);
  },
);

test('a question is open until a run has answered it; a part without one is not', () => {
  const isOpenWhen = (progress: LabProgress, known: KnownRuns) =>
    isOpen({ lab, part: asks }, progress, known);
  expect(isOpenWhen(open, none)).toBe(true);
  expect(isOpenWhen(locked, none)).toBe(true);
  expect(isOpenWhen(used, stopped)).toBe(true);
  expect(isOpenWhen(used, judged)).toBe(false);
  expect(isOpen({ lab, part: asksNothing }, open, none)).toBe(false);
  expect(withholdsFigure({ lab, part: asksNothing }, open, none)).toBe(false);
});

test('the parts whose question is open are known with the step that asks', () => {
  const one = { title: asks.title, step: 'one-predict', locked: false };
  expect([...openParts(tiny, open, none)]).toEqual([[asks.id, one]]);
  expect([...openParts(tiny, locked, none)]).toEqual([[asks.id, { ...one, locked: true }]]);
  expect([...openParts(tiny, used, stopped)]).toEqual([[asks.id, { ...one, locked: true }]]);
  expect([...openParts(tiny, used, judged)]).toEqual([]);
});

test('what waits is said by the state: a locked prediction asks no longer', () => {
  const other: StoryPart = {
    ...asks,
    id: 'three',
    title: 'Three',
    steps: asks.steps.map((step) => ({ ...step, id: `three-${step.kind}` })),
  };
  const story = { parts: [asks, asksNothing, other] };
  const both: LabProgress = {
    ...emptyLabProgress,
    predictions: {
      ...locked.predictions,
      'three-predict': { ...locked.predictions['one-predict']! },
    },
  };
  expect(waitingWords({ lab, story }, open, none)).toBe('One, Three still ask what you expect');
  expect(waitingWords({ lab, story }, locked, none)).toBe(
    'Three still asks what you expect; One has your prediction and waits for a run',
  );
  expect(waitingWords({ lab, story }, both, none)).toBe(
    'One, Three have your predictions and wait for a run',
  );
  expect(waitingWords(tiny, used, judged)).toBe('');
});

test('a question that a formula answers is answered once it is locked', () => {
  const formula: StoryPart = {
    ...asks,
    steps: asks.steps.map((step) =>
      step.kind === 'predict' ? { ...step, needsRun: false as const } : step,
    ),
  };
  expect([open, locked].map((progress) => isOpen({ lab, part: formula }, progress, none))).toEqual([
    true,
    false,
  ]);
  expect(
    [open, locked].map((progress) => withholdsFigure({ lab, part: formula }, progress, none)),
  ).toEqual([true, false]);
});
