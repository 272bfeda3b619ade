import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { SlideTime, TypedTime } from './slide-time.tsx';

function Dialog({ first }: { first: number }) {
  const [seconds, setSeconds] = useState(first);
  return (
    <div style={{ margin: 120, width: 400 }}>
      <TypedTime label="Minutes" ms={seconds * 1000} onChange={setSeconds} />
      <output aria-label="taken">{seconds}</output>
      <button type="button">elsewhere</button>
    </div>
  );
}

function Pane() {
  const [seconds, setSeconds] = useState(270);
  return (
    <div style={{ margin: 120, width: 400 }}>
      <SlideTime ms={seconds * 1000} onChange={setSeconds} />
    </div>
  );
}

const field = () => page.getByRole('textbox');
const taken = () => expect.element(page.getByLabelText('taken'));

it('Time: a wrong entry that is left by Tab is said, and the old minutes stay in sight', async () => {
  await render(<Dialog first={270} />);
  await userEvent.fill(field(), '4x');
  await userEvent.tab();
  await expect.element(field()).toHaveValue('04:30');
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('“4x” is not taken, 04:30 stays. Minutes, such as 2:30 or 2.5.');
  await taken().toHaveTextContent('270');
  await field().click();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await userEvent.fill(field(), ' ');
  await userEvent.tab();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Nothing was typed, 04:30 stays.');
});

it('Time: what is left wrong beside the notes is said there too', async () => {
  await render(<Pane />);
  await page.getByRole('button', { name: '04:30 planned for this slide. Change' }).click();
  await userEvent.fill(field(), 'four');
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: /^04:30 planned/ })).toBeVisible();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('“four” is not taken, 04:30 stays.');
});

it.each([
  ['4,5', '270', '04:30'],
  ['4:30', '270', '04:30'],
  ['99', '5940', '99:00'],
  ['120', '7200', '120:00'],
])('Time: %s is read, and is whole in its field', async (typed, seconds, shown) => {
  await render(<Dialog first={60} />);
  await userEvent.fill(field(), typed);
  await userEvent.tab();
  await taken().toHaveTextContent(seconds);
  await expect.element(field()).toHaveValue(shown);
  const { scrollWidth, clientWidth } = field().element();
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});
