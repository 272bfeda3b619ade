import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { HostState } from '../../host/host.ts';
import { slidesOf, type Lecture } from '../../model/lecture/lecture.ts';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { OnThisSlide } from './on-this-slide.tsx';

const lecture = {
  parts: [
    {
      id: 'p',
      title: 'Part',
      minutes: 5,
      slides: [
        { id: 'a', title: 'First', steps: 1 },
        { id: 'b', title: 'Second', steps: 1, lab: { id: 'latency', step: null, cue: '' } },
        { id: 'c', title: 'Third', steps: 1 },
      ],
    },
  ],
} as unknown as Lecture;
const slides = slidesOf(lecture);
const closed = { begunAt: null, usedAt: null, problem: null };

async function present(begun: Partial<HostState> = {}) {
  const host = memoryHost({ shared: { 'lecture/desk': { planned: 40, notes: 2 } }, ...begun });
  await render(
    <WithHost host={host}>
      <OnThisSlide slides={slides} slide={slides[0]!} />
    </WithHost>,
  );
  const kept = () => host.store.getState().shared['lecture/minutes'];
  return { kept };
}
const planned = (time: string) =>
  page.getByRole('button', { name: `${time} planned for this slide. Change` });
const press = (keys: string) => userEvent.keyboard(keys);
const row = (name: RegExp) => page.getByRole('row', { name });
const field = (number: number) =>
  page.getByRole('textbox', { name: `Minutes for slide ${number}, 0 to 120` });

it('the minutes of the slide are typed anew, kept, and undone', async () => {
  const { kept } = await present();
  await planned('10:00').click();
  await press('2:30{Enter}');
  await expect.element(planned('02:30')).toHaveFocus();
  expect(kept()).toEqual({ own: { a: 150 }, before: {}, earlier: [] });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(planned('10:00')).toBeVisible();
  expect(kept()).toEqual({ own: {}, before: null, earlier: [] });
  await expect.element(page.getByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
});

it('what is left as it stood, or is no time, changes nothing', async () => {
  const { kept } = await present();
  await planned('10:00').click();
  await press('{Enter}');
  await planned('10:00').click();
  await press('soon{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Minutes, such as 2:30');
  await press('{Escape}');
  await expect.element(planned('10:00')).toHaveFocus();
  expect(kept()).toBeUndefined();
});

it('all slides are listed beside their rehearsals; the times are taken over, undone and reset', async () => {
  const { kept } = await present({
    classes: {
      current: null,
      offered: false,
      earlier: [
        { ...closed, number: 2, passages: [{ a: 100_000, b: 700_000 }] },
        { ...closed, number: 1, passages: [{ a: 200_000 }] },
      ],
    },
  });
  await expect.element(page.getByText('Rehearsed: 01:40 last, 02:30 median of 2')).toBeVisible();
  await page.getByRole('button', { name: 'Minutes …' }).click();
  await expect.element(row(/First .*01:40 02:30 of 2/)).toBeVisible();
  await expect.element(row(/Third .*– –/)).toBeVisible();
  await expect.element(field(2)).toHaveValue('20:00');
  await page.getByRole('button', { name: 'Take the rehearsed times' }).click();
  await expect.element(field(1)).toHaveValue('02:30');
  await expect.element(field(2)).toHaveValue('11:40');
  await expect.element(field(3)).toHaveValue('25:50');
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('2 slides have a time of your own. All together take 40:00, as planned.');
  await page.getByRole('button', { name: 'Reset slide 1' }).click();
  expect(kept()).toMatchObject({ own: { b: 700 } });
  await page.getByRole('button', { name: 'Undo' }).last().click();
  expect(kept()).toMatchObject({ own: { a: 150, b: 700 } });
  await userEvent.fill(field(3), '5');
  await press('{Enter}');
  await expect.element(page.getByRole('status')).toHaveTextContent('20:50 less than the planned');
  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect.element(field(1)).toHaveValue('10:00');
  expect(kept()).toMatchObject({ own: {} });
});
