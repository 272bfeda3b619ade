import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** Moves the focus as a person without a mouse does, one Tab after another, until it is there. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await target.waitFor();
  for (let i = 0; i < most; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${most} times Tab did not lead to ${target}`);
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Axe finds nothing: every rule in the light theme, and those about colour, which is all that changes, in the dark one.
 * `within` narrows it to a region by its name, where nothing else differs from a screen that was looked at whole.
 */
export async function accessible(page: Page, where: string, within?: 'Story'): Promise<void> {
  const found = async (narrow: (axe: AxeBuilder) => AxeBuilder) => {
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await narrow(
      within ? axe.include(`[aria-label="${within}"]`) : axe,
    ).analyze();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    );
  };
  expect(await found((axe) => axe.withTags(tags)), where).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await found((axe) => axe.withRules(['color-contrast'])), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/** Opens what the palette finds first for these words. Types only once the palette hears it: before, the keys are the room's. */
export async function findAndOpen(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('[cmdk-input]:focus').waitFor();
  await page.keyboard.type(words);
  await page.locator('[cmdk-item][aria-selected="true"]').waitFor();
  await page.keyboard.press('Enter');
}
