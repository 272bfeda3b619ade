import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { PlannedField } from './planned-field.tsx';

function Held() {
  const [minutes, setMinutes] = useState(80);
  return <PlannedField minutes={minutes} onChange={setMinutes} />;
}

const field = () => page.getByRole('textbox', { name: 'Planned length in minutes, 5 to 300' });
const button = (minutes: number) =>
  page.getByRole('button', { name: `of ${minutes} min planned. Change` });
const press = (keys: string) => userEvent.keyboard(keys);
const open = async () => {
  await render(<Held />);
  await button(80).click();
  await expect.element(field()).toHaveFocus();
};

it('is typed over at once and taken by Enter, with its unit or without', async () => {
  await open();
  await press('95 min{Enter}');
  await expect.element(button(95)).toHaveFocus();
});

it('is left as it was by Escape', async () => {
  await open();
  await press('95{Escape}');
  await expect.element(button(80)).toHaveFocus();
});

it.each(['4', '301', '90.5', 'long'])(
  'is not taken as %s, and that is said when the field is left',
  async (text) => {
    await open();
    await userEvent.fill(field(), text);
    await expect.element(page.getByRole('alert')).toHaveTextContent('5 to 300, whole minutes');
    await expect.element(field()).toHaveAccessibleDescription('5 to 300, whole minutes');
    await press('{Enter}');
    await expect.element(field()).toHaveFocus();
    await userEvent.tab();
    await expect.element(button(80)).toBeVisible();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(`“${text}” is not taken, 80 stays. 5 to 300, whole minutes.`);
  },
);
