import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { survey } from '../../../data/survey.ts';
import { OwnColumns } from './own-columns.tsx';

const file = new File(
  [`gender,repaid,denied\n${'f,yes,no\nf,no,yes\nm,yes,no\nm,no,yes\n'.repeat(20)}`],
  'denied.csv',
);

it('the column table does not say the opposite of what was answered', async () => {
  const opened = {
    ...{ file, survey: await survey(file), kinds: {}, answers: { ones: { denied: ['no'] } } },
    ...{ leaveOutEmpty: true, keepMissingGroups: false, mergeGroups: false },
  };
  const { unmount } = await render(<OwnColumns opened={opened} />);
  const form = page.getByRole('form', { name: 'Columns' });
  await expect.element(form).toHaveTextContent('denied: “no” counts as 1, “yes” as 0');
  const notes = form.getByText('As a yes and a no, “yes” counts as 1 and “no” as 0.');
  // That of “repaid” stays: nobody turned it round.
  expect(notes.elements()).toHaveLength(1);
  await unmount();
});
