import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { forget, startHost } from '../../e2e/host-process.ts';
import type { Measure } from '../bench.ts';
import { figures, notMeasured, summarize, type Row } from '../table.ts';
import { launch, viewport } from './pages.ts';

const saves = 30;
const betweenMs = 150;
const patienceMs = 180_000;

/** A slide as people write them: words, a list, a formula, a table, notes. */
const slide = (number: number, word: string) => `---
id: slide-${number}
---

# Slide ${number} of many

Words with **weight** and a formula $x_{${number}}^2$: ${word}

- One thought
- Another thought

| a | b |
| - | -: |
| 1 | ${number} |

:::step
What comes later.
:::

:::notes
Say: what is said to slide ${number}. It takes two sentences.
:::
`;

const text = (count: number, word: string) =>
  Array.from({ length: count }, (_, at) => slide(at + 1, at === 1 ? word : 'same')).join('\n');

/** Waits until the slide on screen says this word; when the frame after that began, in milliseconds since 1970. */
const shownAt = async (page: Page, word: string): Promise<number> => {
  const handle = await page.waitForFunction(
    (wanted) =>
      document.querySelector('section.present')?.textContent?.includes(wanted) &&
      new Promise((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
        ),
      ),
    word,
    { polling: 'raf', timeout: patienceMs },
  );
  return Number(await handle.jsonValue());
};

async function measure(root: string, browser: Browser, count: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-lecture-'));
  const save = async (word: string) => {
    // As editors do that never leave half a file.
    await writeFile(join(folder, '.slides.md.tmp'), text(count, word));
    const at = Date.now();
    await rename(join(folder, '.slides.md.tmp'), join(folder, 'slides.md'));
    return at;
  };
  await writeFile(join(folder, 'lecture.yaml'), 'title: Many slides\nminutes: 60\n');
  await save('first');
  const host = await startHost({ root, args: ['--lecture', folder] });
  const context = await browser.newContext({ viewport });
  try {
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    await page.goto(`${host.url}#/slides/slide-2`, { waitUntil: 'commit' });
    const shown = await shownAt(page, 'first');
    const opened = shown - (await page.evaluate(() => performance.timeOrigin));
    const times: number[] = [];
    for (let at = 0; at < saves + 3; at += 1) {
      const word = `word-${at}-end`;
      const saved = await save(word);
      times.push((await shownAt(page, word)) - saved);
      await page.waitForTimeout(betweenMs);
    }
    const { p50, p95, most } = summarize(times.slice(3));
    const open: Row = {
      what: `opening a lecture of ${count} slides`,
      value: opened,
      text: `${figures(opened)} ms`,
      goal: { value: 1_000, is: 'at most' },
      goalText: '≤ 1,000 ms',
      peer: '',
      how: 'from the page’s own beginning to the frame after its slide; the folder is read before',
    };
    const saving: Row = {
      what: `from saving a file to the slide, ${count} slides, p95`,
      value: p95,
      text: `${figures(p95)} ms (p50 ${figures(p50)}, at most ${figures(most)})`,
      goal: { value: 500, is: 'at most' },
      goalText: 'p95 ≤ 500 ms',
      peer: '',
      how: `${saves} saves of one file with all slides, one of them changed`,
    };
    return [open, saving];
  } finally {
    await context.close();
    await host.stop();
    await forget(host.home);
    await rm(folder, { recursive: true, force: true });
  }
}

/** From a file that is saved in a lecture's folder to the slide on screen, and opening such a lecture. */
export const lecture: Measure = async ({ root, browser: find, say }) => {
  const found = await find();
  if (!found) return [notMeasured('from saving a file to the slide', 'no browser was found')];
  const browser = await launch(found);
  try {
    const rows: Row[] = [];
    for (const count of [60, 300]) {
      say(`Saving a lecture of ${count} slides`);
      rows.push(...(await measure(root, browser, count)));
    }
    return rows;
  } finally {
    await browser.close();
  }
};
