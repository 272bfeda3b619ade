import { expect, it } from 'vitest';
import type { StoryPart } from '../../../../labs/view.ts';
import { noAnnotation } from '../../../../main/contract/annotation.ts';
import { emptyLabProgress } from '../../../../main/contract/learner.ts';
import { tinyLab as lab, tinyRun, tinyStory } from '../../lab/fixture.ts';
import { saidOfRuns } from './said-of-runs.ts';

const [one] = tinyStory.parts as [StoryPart];
/** A part whose results are seen before its question is asked. */
const seenFirst: StoryPart = { ...one, resultShows: 'locked' };
/** Another question about the same settings. */
const other: StoryPart = {
  ...one,
  id: 'other',
  steps: one.steps.map((step) => ({ ...step, id: `other-${step.id}` })),
};
const day = (n: number) => `2026-01-0${n}T00:00:00.000Z`;
const run = (number: number, over = {}) => tinyRun({ number, startedAt: day(number), ...over });
const locked = (value: number, n: number) => ({ value, lockedAt: day(n), usedBy: null });
const said = (
  parts: StoryPart[],
  predictions: Record<string, ReturnType<typeof locked>>,
  runs: ReturnType<typeof run>[],
  annotations = {},
) => {
  const learner = { labs: { tiny: { ...emptyLabProgress, predictions } } };
  const found = saidOfRuns([{ lab, story: { parts } }], learner, { runs, annotations });
  return [...found].map(([id, { value }]) => [id, value]);
};

it('of a run that was seen before its question was asked is what it judges', () => {
  const predictions = { 'one-predict': locked(3, 4) };
  expect(said([seenFirst], predictions, [run(1), run(2)])).toEqual([['run-2-aaaa', 3]]);
  expect(said([one], predictions, [run(1), run(2)])).toEqual([]);
});

it('of a run that was made for another part is what it judges, of several what was said last', () => {
  const predictions = { 'one-predict': locked(3, 2), 'other-one-predict': locked(7, 1) };
  expect(said([one, other], predictions, [run(3)])).toEqual([['run-3-aaaa', 3]]);
});

it('of a run that carries a prediction is that one, whoever made it', () => {
  const carried = { step: 'one-predict', question: '', value: 9, unit: '', lockedAt: day(1) };
  const predictions = { 'other-one-predict': locked(7, 5) };
  expect(said([one, other], predictions, [run(3, { prediction: carried })])).toEqual([
    ['run-3-aaaa', 9],
  ]);
});

it('of somebody else’s run is nothing', () => {
  const origin = {
    id: 'elsewhere',
    number: 1,
    hash: '',
    hashFits: true,
    importedAt: day(1),
    mine: false,
  };
  const annotations = { 'run-2-aaaa': { ...noAnnotation, origin } };
  expect(said([seenFirst], { 'one-predict': locked(3, 4) }, [run(2)], annotations)).toEqual([]);
});
