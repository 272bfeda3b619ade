import { expect, test } from 'vitest';
import type { StoryPart } from '../../../labs/view.ts';
import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';
import { tinyLab, tinyStory } from '../lab/fixture.ts';
import { withholdsFigure, isOpen, openTitles } from './open-questions.ts';

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
  const tiny = { lab, story: tinyStory };
  expect(openTitles(tiny, locked, none)).toEqual([asks.title]);
  expect(openTitles(tiny, used, none)).toEqual([]);
});
