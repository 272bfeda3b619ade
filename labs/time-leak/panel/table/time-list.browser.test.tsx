import { expect, it } from 'vitest';
import { useState } from 'react';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { Column } from '../../../data/column.ts';
import type { TableAnswers } from '../../own/table-mapping.ts';
import { timeChoices } from './table-asks.ts';
import { TimeList } from './time-list.tsx';

const column = (name: string, time: Partial<Column['time']>): Column =>
  ({ name, kind: 'time', time }) as never;
const columns = [
  column('at', { scale: 'instant', formats: ['iso'] }),
  column('sent', { scale: 'local', formats: ['day-month-year', 'month-day-year'] }),
];

function List() {
  const [answers, setAnswers] = useState<TableAnswers>({ dates: 'dmy' });
  const choices = timeChoices(columns, answers);
  return <TimeList choices={choices} answers={answers} onAnswers={setAnswers} />;
}

it('shows what was said of a column’s times, and changes it', async () => {
  const { unmount } = await render(<List />);
  const order = page.getByLabelText('What comes first in sent');
  await expect.element(order).toHaveValue('dmy');
  await order.selectOptions('month/day');
  await expect.element(order).toHaveValue('mdy');
  const zone = page.getByLabelText('Where the clock of sent stood');
  await zone.selectOptions('Asia/Tokyo');
  await expect.element(zone).toHaveValue('Asia/Tokyo');
  await zone.selectOptions('zone not said');
  await expect.element(zone).toHaveValue('');
  await unmount();
});
