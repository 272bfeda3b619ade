import { startChromium, type Chromium } from './chromium.ts';
import { Targets } from './targets.ts';

/** The one browser of a test file, and what its pages did that no page of Lectern may do. */
export const browser: {
  chromium: Chromium | null;
  targets: Targets | null;
  /** Requests that went anywhere but to the program's own pages. None was let through. */
  foreign: string[];
  /** Breaches of the content security policy, and errors that nobody caught. */
  errors: string[];
} = { chromium: null, targets: null, foreign: [], errors: [] };

export async function openBrowser(): Promise<void> {
  browser.chromium = await startChromium();
  browser.targets = await Targets.watch(browser.chromium.devtools);
}

export async function closeBrowser(): Promise<void> {
  await browser.chromium?.close();
  browser.chromium = null;
}
