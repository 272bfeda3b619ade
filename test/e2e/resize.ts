import type { Page } from '@playwright/test';

/**
 * Gives the window another size, and comes back once its page has it and has been laid out anew.
 * The browser tells the page later than it answers us: what is measured at once can be the old size.
 */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    size,
    { polling: 50 },
  );
  // One frame tells the observers of sizes, the next one draws what they changed. A covered window
  // is given no frames: then a moment has to do.
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const late = setTimeout(done, 500);
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            clearTimeout(late);
            done();
          }),
        );
      }),
  );
}
