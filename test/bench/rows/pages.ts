import { chromium, type Browser, type Page } from '@playwright/test';
import type { Browser as Found } from '../../../main/setup/find-browser.ts';

/**
 * Starts the browser. No name but this computer's own is resolved: a page that asks for pictures of some server gets its refusal at
 * once, with or without a network.
 */
export function launch(found: Found): Promise<Browser> {
  return chromium.launch({
    executablePath: found.path,
    args: [...found.args, '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
    env: { ...(process.env as Record<string, string>), ...found.env },
  });
}

export const viewport = { width: 1280, height: 720 };

/**
 * Has the page note when its first slide was painted: reveal.js has said that it is ready, a slide
 * with its heading is there, and two animation frames went by (the second begins after the first
 * was drawn).
 */
async function noteFirstSlide(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const look = () => {
      if (!document.querySelector('.reveal.ready section.present :is(h1, h2, h3)'))
        return void requestAnimationFrame(look);
      requestAnimationFrame(() =>
        requestAnimationFrame(
          (now) => void Object.assign(window, { firstSlideAt: Math.max(now, performance.now()) }),
        ),
      );
    };
    requestAnimationFrame(look);
  });
}

/** Opens an address in a window with an empty cache; milliseconds from its navigation to the first slide painted. */
export async function timeFirstSlide(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    await noteFirstSlide(page);
    await page.goto(url, { waitUntil: 'commit' });
    const handle = await page.waitForFunction(
      () => (window as { firstSlideAt?: number }).firstSlideAt,
      undefined,
      { timeout: 30_000 },
    );
    return (await handle.jsonValue()) as number;
  } finally {
    await context.close();
  }
}
