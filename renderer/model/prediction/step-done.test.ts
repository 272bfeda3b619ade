import { expect, it } from 'vitest';
import { emptyLabProgress, type LabProgress } from '../../../main/contract/learner.ts';
import { tinyStory } from '../lab/fixture.ts';
import type { StoryStep } from '../../../labs/view.ts';
import { finishes, isPartDone } from './step-done.ts';

const [read, predict, run] = tinyStory.parts[0]!.steps as [StoryStep, StoryStep, StoryStep];
const reflect = tinyStory.parts[1]!.steps[1]!;
const check = { kind: 'check', id: 'c' } as StoryStep;
const progress = (over: Partial<LabProgress>): LabProgress => ({ ...emptyLabProgress, ...over });
const checked = (tries: number, passed: boolean) =>
  progress({ checks: { c: { tries, passed, hints: 0, answer: 1 } } });

it.each([
  ['reading is done by going on', read, emptyLabProgress, false, true],
  ['a prediction not yet said is not done', predict, emptyLabProgress, true, false],
  [
    'a prediction that is locked is done',
    predict,
    progress({
      predictions: {
        'one-predict': { value: 1, lockedAt: '2026-01-01T00:00:00.000Z', usedBy: null },
      },
    }),
    false,
    true,
  ],
  ['a run that has not ended is not done', run, emptyLabProgress, false, false],
  ['a run that has ended is done', run, emptyLabProgress, true, true],
  ['a check after one wrong answer is not done', check, checked(1, false), true, false],
  ['a check that is passed is done', check, checked(1, true), true, true],
  ['a check whose worked answer is shown is done', check, checked(2, false), true, true],
  [
    'blank words are no answer',
    reflect,
    progress({ reflections: { 'two-reflect': '  ' } }),
    true,
    false,
  ],
  ['a sentence is', reflect, progress({ reflections: { 'two-reflect': 'Because.' } }), true, true],
])('%s', (_, step, state, complete, done) => {
  expect(finishes(step, state, complete)).toBe(done);
});

it('a part is done when all its steps are', () => {
  expect(isPartDone(tinyStory.parts[1]!, ['two-run'])).toBe(false);
  expect(isPartDone(tinyStory.parts[1]!, ['two-run', 'two-reflect'])).toBe(true);
});
