import type { Page } from '@playwright/test';

/**
 * What the page prints, as PDF. Its sizes are the page's own: see renderer/features/reading/print.css. Throws after `patience`
 * milliseconds: Playwright itself waits for ever for a browser that has no room left.
 */
export async function printPdf(page: Page, patience: number): Promise<Buffer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const why = `it was not done with the pages after ${patience / 1000} s`;
    timer = setTimeout(() => reject(new Error(why)), patience);
  });
  const printed = page.pdf({
    preferCSSPageSize: true,
    // Where the page names none, as the report: else it would be the American size.
    format: 'A4',
    printBackground: true,
    tagged: true,
    outline: true,
  });
  try {
    return await Promise.race([printed, late]);
  } finally {
    clearTimeout(timer);
  }
}
