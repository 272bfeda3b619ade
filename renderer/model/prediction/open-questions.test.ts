import { expect, test } from 'vitest';
import type { StoryPart } from '../../../labs/view.ts';
import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';
import { tinyLab, tinyStory } from '../lab/fixture.ts';
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
const used = said('run-1-aaaa');
const tiny = { lab: tinyLab, story: tinyStory };

test.each([
  ['not said yet', open, undefined, true],
  ['locked, and no run has used it', locked, undefined, true],
  ['used by a run', used, undefined, false],
  ['not said yet, where the result shows once it is', open, 'locked', true],
  ['locked, where the result shows once it is', locked, 'locked', false],
  ['not said yet, where the result always shows', open, 'always', false],
] as const)(
  'the figure of a part whose prediction is %s',
  (_name, progress, resultShows, waits) => {
    const part = { ...asks, ...(resultShows && { resultShows }) };
    expect(withholdsFigure({ lab, part }, progress, none)).toBe(waits);
  },
);

test('a question is open until a run has answered it; a part without one is not', () => {
  const isOpenWhen = (progress: LabProgress) => isOpen({ lab, part: asks }, progress, none);
  expect([open, locked, used].map(isOpenWhen)).toEqual([true, true, false]);
  expect(isOpen({ lab, part: asksNothing }, open, none)).toBe(false);
  expect(withholdsFigure({ lab, part: asksNothing }, open, none)).toBe(false);
});

test('the parts whose question is open are known with the step that asks', () => {
  const one = { title: asks.title, step: 'one-predict', locked: false };
  expect([...openParts(tiny, open, none)]).toEqual([[asks.id, one]]);
  expect([...openParts(tiny, locked, none)]).toEqual([[asks.id, { ...one, locked: true }]]);
  expect([...openParts(tiny, used, none)]).toEqual([]);
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
  expect(waitingWords(tiny, used, none)).toBe('');
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
