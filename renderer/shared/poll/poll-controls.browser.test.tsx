import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { PollControls } from './poll-controls.tsx';

const poll = {
  id: 'trial',
  question: 'Who has done it?',
  options: [
    { id: 'yes', label: 'Yes, once or more', short: 'Yes' },
    { id: 'no', label: 'No' },
  ],
};

async function open() {
  const host = memoryHost();
  await render(
    <WithHost host={host}>
      <PollControls poll={poll} />
    </WithHost>,
  );
  return { host, hands: () => host.store.getState().shared['poll/trial'] };
}

const yes = () => page.getByRole('textbox', { name: 'Yes' });
const no = () => page.getByRole('textbox', { name: 'No' });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const press = (keys: string) => userEvent.keyboard(keys);

describe('a count', () => {
  it('is typed, each key counting at once while the room sees nothing', async () => {
    const { hands } = await open();
    await yes().click();
    await press('1');
    expect(hands()).toMatchObject({ counts: { yes: 1 } });
    await press('2');
    expect(hands()).toMatchObject({ counts: { yes: 12 }, shown: false });
    await userEvent.fill(no(), '4');
    await expect.element(page.getByText('75 %')).toBeVisible();
    await expect.element(page.getByText('25 %')).toBeVisible();
    await expect.element(page.getByText('Hidden from the room.')).toBeVisible();
  });

  it('goes up and down by the buttons, never below none', async () => {
    const { hands } = await open();
    await expect.element(button('One hand less: Yes')).toBeDisabled();
    await button('One hand more: Yes').click();
    await button('One hand more: Yes').click();
    await button('One hand less: Yes').click();
    await expect.element(yes()).toHaveValue('1');
    expect(hands()).toMatchObject({ counts: { yes: 1 } });
    await button('One hand less: Yes').click();
    await expect.element(yes()).toHaveValue('');
    await expect.element(button('One hand less: Yes')).toBeDisabled();
  });

  it('that is none is refused in words, counts nothing and stays to be corrected', async () => {
    const { hands } = await open();
    await userEvent.fill(yes(), '3');
    await userEvent.fill(yes(), '3x');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('A whole number of hands, such as 12.');
    await expect.element(yes()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(yes()).toHaveAccessibleDescription(/whole number/);
    await userEvent.tab();
    await expect.element(yes()).toHaveValue('3x');
    expect(hands()).toMatchObject({ counts: { yes: 3 } });
    await userEvent.fill(yes(), '10000');
    await expect.element(page.getByRole('alert')).toHaveTextContent('At most 9,999.');
  });

  it('is left as it was by Escape', async () => {
    await open();
    await userEvent.fill(yes(), '3');
    await press('{Enter}');
    await userEvent.fill(yes(), '3x');
    await press('{Escape}');
    await expect.element(yes()).toHaveValue('3');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });
});

describe('the room', () => {
  it('is shown nothing before a hand was counted, and the presenter is told why', async () => {
    await open();
    await button('Reveal').click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Enter at least one hand first.');
    await userEvent.fill(yes(), '1');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('sees a correction only when the field is left', async () => {
    const { hands } = await open();
    await userEvent.fill(yes(), '3');
    await button('Reveal').click();
    await expect.element(page.getByText('The room sees the result.')).toBeVisible();
    await yes().click();
    await press('15');
    expect(hands()).toMatchObject({ counts: { yes: 3 }, shown: true });
    await userEvent.tab();
    expect(hands()).toMatchObject({ counts: { yes: 15 }, shown: true });
    await button('Hide again').click();
    expect(hands()).toMatchObject({ shown: false });
  });

  it('sees a correction at Enter too', async () => {
    const { hands } = await open();
    await userEvent.fill(yes(), '3');
    await button('Reveal').click();
    await userEvent.fill(yes(), '4');
    expect(hands()).toMatchObject({ counts: { yes: 3 } });
    await press('{Enter}');
    expect(hands()).toMatchObject({ counts: { yes: 4 } });
  });
});

it('a reset is undone, also what the room saw of it, until something new is counted', async () => {
  const { hands } = await open();
  await expect.element(button('Reset')).toBeDisabled();
  await userEvent.fill(yes(), '7');
  await button('Reveal').click();
  await button('Reset').click();
  await expect.element(yes()).toHaveValue('');
  expect(hands()).toMatchObject({ counts: {}, shown: false });
  await button('Undo reset').click();
  await expect.element(yes()).toHaveValue('7');
  expect(hands()).toMatchObject({ counts: { yes: 7 }, shown: true });
  await button('Reset').click();
  await userEvent.fill(no(), '1');
  await expect.element(button('Undo reset')).not.toBeInTheDocument();
});
