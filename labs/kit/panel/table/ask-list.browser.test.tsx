import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { Ask } from '../../../data/column.ts';
import { AskList } from './ask-list.tsx';

const codes: Ask = { role: 'positive', column: 'grade', candidates: ['1', '2', '3', '9'] };
const two: Ask = { role: 'positive', column: 'hired', candidates: ['yes', 'no'] };

it('several values are ticked and said with one press; of two, one is the answer as before', async () => {
  const onAnswer = vi.fn<(ask: Ask, candidate: string) => void>();
  const onSeveral = vi.fn<(ask: Ask, values: string[]) => void>();
  const { unmount } = await render(
    <AskList
      asks={[codes, two]}
      columns={[]}
      question={({ column }) => `Which of ${column}?`}
      onAnswer={onAnswer}
      several={(ask) => (ask === codes ? { values: ask.candidates, words: 'Say these' } : null)}
      onSeveral={onSeveral}
    />,
  );
  const say = page.getByRole('button', { name: 'Say these' });
  await expect.element(say).toBeDisabled();
  const group = page.getByRole('group', { name: 'Which of grade?' });
  for (const value of ['9', '3', '1', '3'])
    await group.getByRole('checkbox', { name: value }).click();
  await say.click();
  expect(onSeveral.mock.lastCall).toEqual([codes, ['1', '9']]);
  await page.getByRole('button', { name: 'no' }).click();
  expect(onAnswer.mock.calls).toEqual([[two, 'no']]);
  await unmount();
});
