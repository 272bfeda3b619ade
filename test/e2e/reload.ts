import { expect, type Page } from '@playwright/test';

/**
 * Loads a page anew. A page that another window brings to the front is sent to its own address, and
 * a reload at the same moment is dropped by the browser: it would be waited for without an end, so
 * it is asked for again.
 */
export async function reload(page: Page): Promise<void> {
  await expect(() => page.reload({ timeout: 40_000 })).toPass();
}
