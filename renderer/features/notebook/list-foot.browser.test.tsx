import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { emptyLabProgress, emptyLearner } from '../../../main/contract/learner.ts';
import type { NotebookSize } from '../../../main/contract/methods.ts';
import type { Host } from '../../host/host.ts';
import { ListFoot } from './list-foot.tsx';

const lockedAt = '2026-02-01T00:00:00.000Z';

async function deleted(id: string) {
  const predictions = { say: { value: 40, lockedAt, usedBy: 'run-0000-2' } };
  const learner = { ...emptyLearner, labs: { trial: { ...emptyLabProgress, predictions } } };
  const host = memoryHost({ learner });
  const size: NotebookSize = { bytes: 0, deleted: [{ id, number: 2, lab: 'trial' }] };
  const call = (async (method: string, params: never) =>
    method === 'notebook.size' ? size : host.call(method as never, params)) as Host['call'];
  await render(
    <WithHost host={{ ...host, call }}>
      <ListFoot onRestored={() => undefined} />
    </WithHost>,
  );
  await expect.element(page.getByText(/^Run 2 deleted\./)).toBeVisible();
}

const words = () => page.getByText(/without it, the next run with the question’s settings judges/);

it('says of a run that a prediction was made for what becomes of the prediction', async () => {
  await deleted('run-0000-2');
  await expect.element(words()).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
});

it('says nothing of that for any other run', async () => {
  await deleted('run-0000-7');
  await expect.element(words()).not.toBeInTheDocument();
});
