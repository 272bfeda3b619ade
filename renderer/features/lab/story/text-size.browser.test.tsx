import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { madeRun, memoryHost } from '../../../../test/components/memory-host.tsx';
import { TrialLab } from '../../../../test/components/trial-lab.tsx';
import { emptyLabProgress, emptyLearner } from '../../../../main/contract/learner.ts';
import { StoryColumn } from './story.tsx';

/** Texts of the column that are smaller than one reads them: all but those of buttons. */
const small = () =>
  [...document.querySelectorAll('section[aria-label="Story"] ol *')]
    .filter((one) => [...one.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE))
    .filter((one) => one.closest('button:not([aria-current]), .said') === null)
    .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 15)
    .map((one) => `${one.textContent} (${getComputedStyle(one).fontSize})`);

const lockedAt = '2026-02-01T00:00:00.000Z';
const predictions = { say: { value: 40, confidence: 0.7, lockedAt, usedBy: null } };
const judged = () =>
  memoryHost({
    learner: { ...emptyLearner, labs: { trial: { ...emptyLabProgress, predictions } } },
    runs: Object.fromEntries(
      [2, 3].map((number) => {
        const run = madeRun({ number, startedAt: `2026-02-0${number}T00:00:00.000Z` });
        return [run.id, run];
      }),
    ),
  });

it.each([
  ['that asks', memoryHost, 'say' as const, 'Your prediction'],
  ['beside what came out', judged, 'run' as const, 'later, run 3: 12 %'],
])('the text of a prediction %s is as large as the story’s', async (_, host, step, words) => {
  await render(
    <TrialLab host={host()} step={step}>
      {(lab) => <StoryColumn lab={lab} />}
    </TrialLab>,
  );
  await expect.element(page.getByText(words).first()).toBeVisible();
  expect(small()).toEqual([]);
});
