import { expect, it, vi } from 'vitest';
import { realPages } from './start.ts';

const computer = realPages();

it('shows the deck, served under the policy', async () => {
  const window = await computer.start();
  const page = await computer.page(window);
  await page.locator('.reveal.ready section.present h1').waitFor();
  expect(window.webContents.getURL()).toMatch(/^app:\/\/lectern\//);
  await vi.waitFor(() => expect(window.isVisible()).toBe(true));
});
