import type { Browser, Page } from '@playwright/test';
import { viewport } from '../../bench/rows/pages.ts';

/** Longer than anything takes: a torture may be halted for a while and go on. */
const patienceMs = 900_000;

/** Opens the app in the browser with a session that was opened already. */
export async function openPage(browser: Browser, origin: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport, bypassCSP: true });
  context.setDefaultTimeout(patienceMs);
  const [name, ...value] = cookie.split('=');
  await context.addCookies([{ name: name!, value: value.join('='), url: origin }]);
  const page = await context.newPage();
  await page.goto(origin);
  await page.locator('.reveal.ready section.present h1').waitFor();
  return page;
}

export const goto = (page: Page, place: string) =>
  page.evaluate((hash) => void (location.hash = hash), `#/${place}`);

/** Opens a lab with these parameters and presses Run. */
export async function pressRun(
  page: Page,
  lab: string,
  seed: number,
  parameters: Readonly<Record<string, unknown>>,
): Promise<void> {
  const settings = Object.entries(parameters).map(([key, value]) => [key, String(value)]);
  const asked = new URLSearchParams({ seed: String(seed), ...Object.fromEntries(settings) });
  await goto(page, `labs/${lab}?${asked}`);
  const bar = page.getByRole('region', { name: 'Run' });
  // The address is read a moment after it was changed: the seed in the bar shows when.
  await bar.getByRole('button', { name: new RegExp(`^Seed ${seed}\\.`) }).waitFor();
  await bar.getByRole('button', { name: /^Run/ }).click();
}

/** Goes through so many slides with the arrow key, back from the end to the first; resolves when each has been drawn. */
export async function walkSlides(
  page: Page,
  count: number,
  from: string | null,
): Promise<{ last: string; seen: string[] }> {
  await goto(page, from ?? 'slides/title');
  await page.locator('.reveal.ready section.present h1').first().waitFor();
  return page.evaluate(async (wanted) => {
    const seen: string[] = [];
    const shown = () =>
      document
        .querySelector('.reveal .slides section.present:not(.stack)')
        ?.getAttribute('data-slide') ?? '';
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let still = 0;
    let changes = 0;
    while (changes < wanted) {
      const before = location.hash;
      const slide = shown();
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: 'ArrowRight',
          code: 'ArrowRight',
          keyCode: 39,
          bubbles: true,
        }),
      );
      for (let frames = 0; frames < 40 && location.hash === before; frames++) await frame();
      await frame();
      still = location.hash === before ? still + 1 : 0;
      if (still === 2) {
        if (wanted === Infinity) break;
        location.hash = '#/slides/title';
        still = 0;
        await frame();
      }
      if (shown() !== slide) {
        changes += 1;
        seen.push(shown());
      }
    }
    return { last: location.hash.slice(2), seen };
  }, count);
}
