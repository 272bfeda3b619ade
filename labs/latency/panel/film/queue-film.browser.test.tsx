import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { Passages } from '../../queueing/passages.ts';
import { QueueFilm } from './queue-film.tsx';

/** Three requests, one after the other on one replica: at 12 two wait. */
const film: Passages = {
  requests: [
    { arrival: 0, start: 0, end: 100 },
    { arrival: 10, start: 100, end: 200 },
    { arrival: 12, start: 200, end: 300 },
  ],
  refused: [],
  from: 0,
  until: 300,
};
const moment = () => page.getByRole('slider', { name: 'Moment' });
const says = (words: string) =>
  expect.element(moment()).toHaveAttribute('aria-valuetext', expect.stringContaining(words));

it('stands where most wait, plays from the beginning by keyboard, and pauses', async () => {
  await render(<QueueFilm film={film} replicas={1} limitMs={0} />);
  await says('2 requests wait');
  const play = page.getByRole('button', { name: 'Play' });
  play.element().focus();
  await userEvent.keyboard(' ');
  await expect.element(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await says('0 requests wait');
  await userEvent.keyboard(' ');
  await expect.element(page.getByRole('button', { name: 'Play' })).toBeVisible();
});

it('goes from change to change where nothing may move', async () => {
  await render(
    <div data-motion="reduced">
      <QueueFilm film={film} replicas={1} limitMs={50} />
    </div>,
  );
  const next = page.getByRole('button', { name: 'Next change' }).last();
  await next.click();
  await expect
    .element(page.getByRole('slider', { name: 'Moment' }).last())
    .toHaveAttribute('aria-valuetext', expect.stringContaining('1 request waits'));
});
