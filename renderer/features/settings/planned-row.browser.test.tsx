import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { PlannedRow } from './planned-row.tsx';

function Settings() {
  const [open, setOpen] = useState(true);
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Settings">
      <PlannedRow />
    </Dialog>
  );
}

async function open() {
  const host = memoryHost();
  await render(
    <WithHost host={host}>
      <Settings />
    </WithHost>,
  );
  return () => host.store.getState().shared['lecture/desk'];
}

const field = () => page.getByRole('textbox', { name: 'Planned length of the lecture, minutes' });
const press = (keys: string) => userEvent.keyboard(keys);

it('the planned length is shared at Enter and when the field is left, not while it is typed', async () => {
  const desk = await open();
  await userEvent.fill(field(), '95');
  expect(desk()).toBeUndefined();
  await press('{Enter}');
  expect(desk()).toMatchObject({ planned: 95 });
  await userEvent.fill(field(), '100');
  await userEvent.tab();
  expect(desk()).toMatchObject({ planned: 100 });
});

it('what is no length is refused in words, and again when the field is left', async () => {
  const desk = await open();
  await userEvent.fill(field(), '4');
  await expect.element(page.getByRole('alert')).toHaveTextContent('5 to 300, whole minutes');
  await press('{Enter}');
  await expect.element(field()).toHaveValue('4');
  await userEvent.tab();
  await expect.element(field()).toHaveValue('80');
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('“4” is not taken, 80 stays. 5 to 300, whole minutes.');
  await field().click();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect(desk()).toBeUndefined();
});

it('Escape takes back a slip first and closes the settings only then', async () => {
  await open();
  await userEvent.fill(field(), '4');
  await press('{Escape}');
  await expect.element(field()).toHaveValue('80');
  await press('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});
