import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { emptyLabProgress, emptyLearner } from '../../../main/contract/learner.ts';
import { ResetRow } from './reset-row.tsx';

it('a reset takes away what was chosen in a figure as well', async () => {
  const progress = { ...emptyLabProgress, reflections: { 'decide-reflect': 'It sells.' } };
  const host = memoryHost({ learner: { ...emptyLearner, labs: { latency: progress } } });
  host.share('explored/latency', { decide: { preset: null, parameters: { ship: 4 } } }, true);
  host.share('explored/fairness', { audit: { preset: null, parameters: {} } }, true);
  await render(
    <WithHost host={host}>
      <ResetRow />
    </WithHost>,
  );
  await page.getByRole('combobox', { name: 'Lab to reset' }).selectOptions('latency');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect.element(page.getByRole('status')).toHaveTextContent('starts anew');
  const { shared, learner } = host.store.getState();
  expect(Object.keys(shared).filter((key) => key.startsWith('explored/'))).toEqual([
    'explored/fairness',
  ]);
  expect(learner.labs['latency']).toBeUndefined();
});
