import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { NewClassOffer } from './new-class-offer.tsx';

const at = '2026-11-27T10:15:00.000Z';
const current = { number: 1, begunAt: at, usedAt: at };

it('a new class is offered in one that a lecture was given in, and not on the first use', async () => {
  const host = memoryHost({
    classes: { current, offered: false, earlier: [] },
    shared: { 'lecture/place': '#/slides/title' },
  });
  await render(
    <WithHost host={host}>
      <p>Title</p>
      <NewClassOffer onNew={() => undefined} />
    </WithHost>,
  );
  const offer = page.getByRole('complementary', { name: 'New class' });
  await expect.element(page.getByText('Title')).toBeVisible();
  await expect.element(offer).not.toBeInTheDocument();
  host.store.setState(({ shared }) => ({
    shared: { ...shared, 'poll/surgeon': { counts: { ai: 1 }, shown: false, before: null } },
  }));
  await expect.element(offer).toBeVisible();
});
