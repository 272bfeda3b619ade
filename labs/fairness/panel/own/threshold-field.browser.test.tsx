import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { ThresholdField } from './threshold-field.tsx';

function Asked() {
  const [value, setValue] = useState<number | null>(null);
  return (
    <>
      <button onClick={() => setValue(6)}>6 and more</button>
      <ThresholdField value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

it('takes in an answer that is given beside it, and keeps what is typed', async () => {
  const { unmount } = await render(<Asked />);
  const field = page.getByLabelText('selected from');
  await expect.element(field).toHaveValue('');
  await page.getByRole('button', { name: '6 and more' }).click();
  await expect.element(field).toHaveValue('6');
  await field.fill('7,50');
  await expect.element(field).toHaveValue('7,50');
  await expect.element(page.getByRole('status')).toHaveTextContent('7.5');
  await userEvent.keyboard('x');
  await expect.element(field).toHaveValue('7,50x');
  await expect.element(page.getByRole('status')).toHaveTextContent('7.5');
  await page.getByRole('button', { name: '6 and more' }).click();
  await expect.element(field).toHaveValue('6');
  await unmount();
});
