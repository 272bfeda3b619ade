import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react/pure';
import type { SlideTools } from '../../shared/slide-tools/use-slide-tools.ts';
import { memoryHost, WithHost } from '../../../test/components/memory-host.tsx';
import { Foot } from './foot.tsx';
import type { Audience } from './presence.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const window = (full: boolean): Audience => ({ width: 1280, height: 720, full, view: 'slide' });
const nothing = () => undefined;

it('Safe on stage: the end of full screen is told for a moment; then the projector is connected again', async () => {
  const host = memoryHost({});
  const foot = (audiences: Audience[]) => (
    <WithHost host={host}>
      <Foot
        tools={{ pointing: false, drawing: false } as SlideTools}
        audiences={audiences}
        onJump={nothing}
        onClasses={nothing}
        onRoom={nothing}
      />
    </WithHost>
  );
  const { rerender } = await render(foot([window(true)]));
  const connected = page.getByText('Projector connected, 1280×720');
  const ended = page.getByText('Full screen ended, 1280×720');
  await expect.element(connected).toBeVisible();

  await rerender(foot([window(false)]));
  await expect.element(ended).toBeVisible();
  vi.advanceTimersByTime(15_000);
  await expect.element(ended).toBeVisible();
  vi.advanceTimersByTime(15_000);
  await expect.element(connected).toBeVisible();

  // In full screen again, and out of it: that is news again, also where the window was away between.
  await rerender(foot([window(true)]));
  await rerender(foot([]));
  await expect.element(page.getByText('No window shows the slides')).toBeVisible();
  await rerender(foot([window(false)]));
  await expect.element(ended).toBeVisible();
  await rerender(foot([window(true)]));
  await expect.element(connected).toBeVisible();
});
