import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { HostState } from '../../../host/host.ts';
import { memoryHost, WithHost } from '../../../../test/components/memory-host.tsx';
import { hasBegun } from './clock.ts';
import { useLectureClock } from './use-lecture-clock.ts';

function Shown({ slide }: { slide: string }) {
  const [clock] = useLectureClock(slide, 1, 'title');
  return (
    <p>
      {slide}: {hasBegun(clock) ? 'begun' : 'not started'}
    </p>
  );
}

const going = { startedAt: 1000, spentMs: 0, arrived: null, before: null };
const classes = (): HostState['classes'] => ({ current: null, offered: false, earlier: [] });

async function present(slide: string, shared: HostState['shared']) {
  const host = memoryHost({ shared, classes: classes() });
  const at = (place: string) => (
    <WithHost host={host}>
      <Shown slide={place} />
    </WithHost>
  );
  const drawn = await render(at(slide));
  return {
    /** Another class, as the host tells of it. */
    opened: (values: HostState['shared']) =>
      host.store.setState({ classes: classes(), shared: values }),
    go: (place: string) => drawn.rerender(at(place)),
    says: (words: string) => expect.element(page.getByText(words)).toBeVisible(),
  };
}

it.each([
  ['going', { 'lecture/clock': going }],
  ['not begun', {}],
])(
  'the jump to the title of a new class is no first move, with the clock before %s',
  async (_, shared) => {
    const { opened, go, says } = await present('agenda', shared);
    opened({});
    await says('agenda: not started');
    await go('title');
    await says('title: not started');
    await go('agenda');
    await says('agenda: begun');
  },
);

it('begun on the title, a new class waits for the first move and starts with it', async () => {
  const { opened, go, says } = await present('title', { 'lecture/clock': going });
  opened({});
  await says('title: not started');
  await go('agenda');
  await says('agenda: begun');
});

it('the jump to where an earlier class was is no first move either', async () => {
  const { opened, go, says } = await present('agenda', { 'lecture/place': '#/slides/agenda' });
  opened({ 'lecture/place': '#/slides/end' });
  await go('end');
  await says('end: not started');
  await go('title');
  await says('title: begun');
});
