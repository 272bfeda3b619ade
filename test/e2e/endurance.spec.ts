import { quickest, smallRuns } from '../torture/parts/lab-runs.ts';
import { usedHeap } from '../torture/parts/page-memory.ts';
import { pressRun, walkSlides } from '../torture/parts/screen.ts';
import { expect, test } from './fixtures.ts';
import { patience } from './patience.ts';

test.skip(({ hostKind }) => hostKind === 'electron', 'Memory is read through the browser.');

/** The short form of `npm run torture -- --only endurance`. */
test('runs and slide changes one after another leave the window’s memory where it was @sweep', async ({
  app,
}) => {
  const { page } = app;
  const heaps: number[] = [];
  let place: string | null = null;
  for (let number = 1; number <= 8; number++) {
    await pressRun(page, quickest, number, smallRuns[quickest]!);
    const finished = async () =>
      (await app.ask<{ status: string }[]>('run.list')).filter(
        ({ status }) => status === 'finished',
      ).length;
    await expect.poll(finished, { timeout: patience }).toBe(number);
    await expect(page.locator('[aria-label="Run"]')).toHaveAttribute('data-state', 'finished');
    place = (await walkSlides(page, 10, place)).last;
    if (number < 4) continue;
    await app.goto('slides/title');
    await expect(page.locator('section.present h1')).toBeVisible();
    heaps.push(await usedHeap(page));
  }
  console.log(
    `heap after run 4 to 8: ${heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(', ')} MB`,
  );
  expect(heaps.at(-1)! / heaps[0]!).toBeLessThan(1.2);
});
