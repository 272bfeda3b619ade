import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { Column } from '../../../data/column.ts';
import { noChoice, type ReadingChoice } from '../../../data/survey.ts';
import { ReadingMarks } from './reading-marks.tsx';

const column = { marks: [['NA', 3]], eitherMark: true } as Partial<Column> as Column;
const drawn = async (choice: ReadingChoice) => {
  const onChoice = vi.fn<(choice: ReadingChoice) => void>();
  const onSubmit = vi.fn<() => void>();
  const { unmount } = await render(
    <form onSubmit={onSubmit}>
      <ReadingMarks choice={choice} columns={[column]} onChoice={onChoice} />
    </form>,
  );
  return { onChoice, onSubmit, unmount };
};

it('adds a mark of missing cells by Enter, and does not send the form around it', async () => {
  const { onChoice, onSubmit, unmount } = await drawn(noChoice);
  await page.getByLabelText('Another cell that counts as missing').fill(' -99 ');
  await userEvent.keyboard('{Enter}');
  expect(onChoice.mock.lastCall).toEqual([
    { ...noChoice, missing: { marks: ['-99'], values: [] } },
  ]);
  expect(onSubmit).not.toHaveBeenCalled();
  await unmount();
});

it('takes a mark back, and says and takes back the decimal mark', async () => {
  const said: ReadingChoice = {
    ...noChoice,
    decimal: ',',
    missing: { marks: ['-99'], values: [] },
  };
  const { onChoice, unmount } = await drawn(said);
  await page.getByRole('checkbox', { name: '“-99”' }).click();
  expect(onChoice.mock.lastCall![0].missing).toEqual({ marks: [], values: ['-99'] });
  await page.getByLabelText(/Decimal mark/).selectOptions('as the file tells');
  expect(onChoice.mock.lastCall![0]).toEqual({ header: null, missing: said.missing });
  await unmount();
});
