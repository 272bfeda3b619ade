import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { whileTicking } from '../setup/report.ts';
import { makeOutFolder, saveFile } from './files/out-folder.ts';
import { withLecture } from './pages/with-lecture.ts';
import { parseCommand } from './usage.ts';

const help = `npm run pictures -- [--out DIR]
  Makes the pictures of the README from the app as it is: two real runs, light and dark.
  --out DIR  where they are written (docs/pictures otherwise)`;

/** A run on a slow computer (milliseconds). */
const patience = 300_000;
/** Of WebP: letters stay sharp, and four pictures stay under 300 kB. */
const quality = 72;

/** What is shown, and how a learner gets there: with a real run of seed 7 and questions answered. */
const pictures: Record<string, (page: Page) => Promise<void>> = {
  'lab-beside-slide': async (page) => {
    await run(page, '#/labs/latency/measure-run?seed=7');
    await say(page, '#/labs/latency/convert-predict?seed=7', '-3');
    await go(page, '#/slides/latency-matters?step=3&lab=latency/convert-explore&seed=7');
  },
  glasses: async (page) => {
    await run(page, '#/labs/backdoor/accept-run?seed=7');
    await say(page, '#/labs/backdoor/wear-predict?seed=7', '40');
    await go(page, '#/labs/backdoor/wear-explore?seed=7');
    await page.getByRole('region', { name: 'Figure' }).getByText('On', { exact: true }).click();
  },
};

/** Writes the README's pictures. Returns the exit code. */
export async function drawPictures(args: string[], root: string): Promise<number> {
  const { values } = parseCommand(
    { args, options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } } },
    help,
  );
  if (values.help) {
    console.log(help);
    return 0;
  }
  const folder = resolve(values.out ?? join(root, 'docs/pictures'));
  await makeOutFolder(folder);
  const otherwise = 'Nothing else makes these pictures.';
  await withLecture({ root, otherwise, library: true }, async (page, _address, report) => {
    await page.getByRole('button', { name: 'Look around' }).click({ timeout: patience });
    for (const [name, show] of Object.entries(pictures)) {
      report.doing(`Running the lab of ${name}`);
      await whileTicking(show(page), () => report.doing(`Running the lab of ${name}`));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const path = join(folder, `${name}-${colorScheme}.webp`);
        await saveFile(path, await shot(page));
        report.done();
        console.log(path);
      }
    }
  });
  return 0;
}

const go = (page: Page, hash: string) =>
  page.evaluate((where) => void (window.location.hash = where), hash);

/** Locks this answer to the question at this place. */
async function say(page: Page, hash: string, answer: string): Promise<void> {
  await go(page, hash);
  await page.getByRole('region', { name: 'Story' }).getByRole('textbox').fill(answer);
  await page.getByRole('button', { name: 'Lock it' }).click();
}

async function run(page: Page, hash: string): Promise<void> {
  await go(page, hash);
  const bar = page.getByRole('region', { name: 'Run', exact: true });
  await bar.getByRole('button', { name: /^Run/ }).click({ timeout: patience });
  await page
    .locator('[aria-label="Run"][data-state="finished"]')
    .waitFor({ state: 'attached', timeout: patience });
}

/** The window as WebP, which Playwright's own pictures are not. */
async function shot(page: Page): Promise<Buffer> {
  await page.waitForTimeout(1500);
  const line = await page.context().newCDPSession(page);
  const { data } = await line.send('Page.captureScreenshot', { format: 'webp', quality });
  await line.detach();
  return Buffer.from(data, 'base64');
}
