import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { memoryHost } from '../../../../test/components/memory-host.tsx';
import { TrialLab } from '../../../../test/components/trial-lab.tsx';
import type { StoryStep } from '../../../../labs/view.ts';
import { StepContent } from './step-content.tsx';
import { StoryNav } from './story-nav.tsx';

const why: StoryStep = {
  id: 'why',
  title: 'Why',
  body: '',
  kind: 'reflect',
  question: 'Why late?',
};

// The summary wants the whole window around it; here only whether it opens is asked.
vi.mock('../end/lab-end.tsx', () => ({ LabEnd: () => <p>the summary</p> }));

it('Finish counts what was just written, and says so of a step that is empty', async () => {
  const host = memoryHost();
  await render(
    <TrialLab host={host} step={null} only={why}>
      {(lab) => (
        <section aria-label="Story">
          <StepContent lab={lab} withTitle />
          <StoryNav lab={lab} small={false} />
        </section>
      )}
    </TrialLab>,
  );
  const progress = () => host.store.getState().learner.labs['trial'];
  const finish = () => page.getByRole('button', { name: /^Finish/ }).click();
  const stillOpen = page.getByText('This step is still open. Finish it first.');
  await finish();
  await expect.element(stillOpen).toBeVisible();
  await userEvent.fill(page.getByRole('textbox'), 'They wait.');
  // At once: what is typed is kept a little later.
  await finish();
  expect(progress()?.reflections['why']).toBe('They wait.');
  expect(progress()?.done).toContain('why');
  await expect.element(stillOpen).not.toBeInTheDocument();
  await expect.element(page.getByText('the summary')).toBeVisible();
});
