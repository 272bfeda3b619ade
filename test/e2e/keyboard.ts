import { expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';

/** Moves the focus as a person without a mouse does, one Tab after another, until it is there. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await target.waitFor();
  // Looked up once: finding an element by its role reads the whole page, which at every Tab would
  // be most of a long spec's time.
  let element = await target.elementHandle();
  for (let i = 0; i < most; i += 1) {
    const at = await element!.evaluate((node) =>
      node.isConnected ? node === document.activeElement : null,
    );
    if (at) return;
    if (at === null) element = await target.elementHandle();
    else await page.keyboard.press('Tab');
  }
  throw new Error(`${most} times Tab did not lead to ${target}`);
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Axe finds nothing: every rule in the light theme, and those about colour, which is all that
 * changes, in the dark one.
 * `within` narrows it to a region by its name, where nothing else differs from a screen that was
 * looked at whole.
 */
export async function accessible(page: Page, where: string, within?: 'Story'): Promise<void> {
  // Once for each page: its half a megabyte takes longer to hand over than many a screen to look
  // at.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = async (runOnly: axe.RunOnly) => {
    const { violations } = await page.evaluate(
      async ({ region, only }) => {
        const { axe: inPage } = window as unknown as { axe: typeof axe };
        const context = region ? { include: [[`[aria-label="${region}"]`]] } : document;
        return inPage.run(context, { runOnly: only, resultTypes: ['violations'] });
      },
      { region: within, only: runOnly },
    );
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  };
  expect(await found({ type: 'tag', values: tags }), where).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await found({ type: 'rule', values: ['color-contrast'] }), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/**
 * Opens what the palette finds first for these words. Types only once the palette hears it: before,
 * the keys are the room's.
 */
export async function findAndOpen(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('[cmdk-input]:focus').waitFor();
  await page.keyboard.type(words);
  await page.locator('[cmdk-item][aria-selected="true"]').waitFor();
  await page.keyboard.press('Enter');
  // While it fades out it is a dialog still, and the lecture's keys are not heard.
  await page.locator('[cmdk-input]').waitFor({ state: 'detached' });
}
