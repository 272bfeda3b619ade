import { expect, it } from 'vitest';
import type { Story } from '../../../labs/view.ts';
import { emptyLabProgress, emptyLearner } from '../../../main/contract/learner.ts';
import { tinyCard, tinyLab, tinyRun, tinyStory } from '../../model/lab/fixture.ts';
import { collectLab, type Source } from './collect.ts';

const lockedAt = '2026-01-01T00:00:00.000Z';
const predictions = { 'one-predict': { value: 7, lockedAt, usedBy: null } };
const run = tinyRun({ startedAt: '2026-01-02T00:00:00.000Z' });

/** The story with another outcome, or with a question that the learner decides. */
const storyWith = (over: object): Story => {
  const [part, ...others] = tinyStory.parts;
  const steps = part!.steps.map((step) => (step.kind === 'predict' ? { ...step, ...over } : step));
  return { parts: [{ ...part!, steps }, ...others] };
};

async function instead(story: Story, over: Partial<Source> = {}) {
  const { said } = await collectLab(
    'tiny',
    {
      runs: [run],
      annotations: {},
      learner: { ...emptyLearner, labs: { tiny: { ...emptyLabProgress, predictions } } },
      card: async () => tinyCard(),
      tables: [],
      table: () => Promise.reject(new Error('no table')),
      load: async () => ({ lab: tinyLab, story, Panel: () => null }),
      ...over,
    },
    () => undefined,
  );
  return said[0]!.instead;
}

it('says why there is no outcome: no run, one that can’t be read or can’t tell, or a decision', async () => {
  const untold = { outcome: () => null };
  expect(await instead(tinyStory, { runs: [] })).toBe('no run yet');
  const unread = { card: () => Promise.reject(new Error('damaged')) };
  expect(await instead(tinyStory, unread)).toBe('its run could not be read');
  expect(await instead(storyWith(untold))).toBe('its run can’t tell');
  expect(await instead(storyWith({ ...untold, decides: true }))).toBe('your decision');
});
