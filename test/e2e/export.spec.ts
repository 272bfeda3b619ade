import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test } from './fixtures.ts';
import { root } from './host-process.ts';
import { resize } from './resize.ts';

const slides = slidesOf(lecture);
const places = slides.flatMap(({ id, steps }) =>
  Array.from({ length: steps }, (_, index) => `${id} ${index + 1}`),
);

let folder: string;
test.beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-export-'))));
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Types the command. Resolves to what it said, and the file. */
async function exported(...args: string[]): Promise<{ said: string; file: string }> {
  const file = join(folder, 'lecture.html');
  const typed = ['main/cli/lectern.mjs', 'lecture', 'export', ...args, '--html', file];
  const run = promisify(execFile)(process.execPath, typed, { cwd: root, env: process.env });
  return { said: (await run).stdout, file };
}

/** Opens the file from disk, the network off. `wrong` collects what it asked for and what its policy stopped. */
async function opened(browser: Browser, file: string): Promise<{ page: Page; wrong: string[] }> {
  const wrong: string[] = [];
  const context = await browser.newContext({
    viewport: { width: 1280, height: 768 },
    offline: true,
  });
  const page = await context.newPage();
  const own = pathToFileURL(file).href;
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && url.split('#')[0] !== own) wrong.push(`asked for ${url}`);
  });
  page.on('pageerror', (error) => wrong.push(`error ${error.message}`));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(`console ${message.text()}`);
  });
  await page.goto(own);
  await expect(page.getByRole('navigation', { name: 'Slides' })).toBeVisible();
  return { page, wrong };
}

/** The steps that are seen: "agenda 2". */
const seen = (page: Page) =>
  page.locator('main > section > [data-shot]').evaluateAll((shots) =>
    shots
      .filter((shot) => shot.checkVisibility())
      .map((shot) => {
        const { slide } = (shot.parentElement as HTMLElement).dataset;
        return `${slide} ${(shot as HTMLElement).dataset['shot']}`;
      }),
  );

test('our lecture is one file: every slide and step by keys, search, notes, overview; nothing is asked for @full', async ({
  browserUnderTest,
}) => {
  test.skip(!browserUnderTest, 'The file is opened in a browser.');
  const { said, file } = await exported();
  expect(said).toContain(`Exported ${slides.length} slides, ${places.length} steps`);
  const { size } = await stat(file);
  expect(size).toBeLessThanOrEqual(8e6);
  const { page, wrong } = await opened(browserUnderTest!, file);
  await expect(page).toHaveTitle(lecture.title);
  await expect(page.locator('main > section')).toHaveCount(slides.length);

  const walked = [await seen(page)];
  for (let at = 1; at < places.length; at += 1) {
    await page.keyboard.press(at % 2 === 0 ? 'ArrowRight' : 'PageDown');
    walked.push(await seen(page));
  }
  expect(walked).toEqual(places.map((place) => [place]));
  await page.keyboard.press('ArrowLeft');
  expect(await seen(page)).toEqual([places.at(-2)]);
  await page.keyboard.press('Home');
  expect(await seen(page)).toEqual([places[0]]);
  await page.keyboard.press('End');
  expect(await seen(page)).toEqual([`${slides.at(-1)!.id} 1`]);
  await page.keyboard.press('PageUp');
  const before = slides.at(-2)!;
  expect(await seen(page)).toEqual([`${before.id} ${before.steps}`]);

  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('no slide has this word');
  await expect(page.getByRole('dialog')).toContainText('No slide says so.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('g');
  await page.getByRole('searchbox').fill('slower answer customers');
  await expect(page.getByRole('dialog').getByRole('button').first()).toContainText(
    'A slower answer loses customers',
  );
  await page.keyboard.press('Enter');
  await expect.poll(() => seen(page)).toEqual(['latency-matters 1']);
  expect(page.url()).toMatch(/#\/slides\/latency-matters$/);

  const notes = page.locator('section[data-here] > aside');
  await expect(notes).toBeHidden();
  await page.keyboard.press('n');
  await expect(notes).toBeVisible();
  expect((await notes.innerText()).length).toBeGreaterThan(80);
  for (const size of [
    { width: 1280, height: 768 },
    { width: 600, height: 800 },
  ]) {
    await resize(page, size);
    await expect(async () => {
      const box = (await page.locator('[data-now] > fieldset').boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(size.width + 1);
      expect(box.y + box.height).toBeLessThanOrEqual(size.height - 47);
      await expect(notes).toBeInViewport();
    }).toPass({ timeout: 30_000 });
  }
  await page.keyboard.press('n');

  await page.keyboard.press('o');
  await expect.poll(async () => (await seen(page)).length).toBe(slides.length);
  await page.locator('main > section').nth(1).click();
  await expect.poll(() => seen(page)).toEqual([`${slides[1]!.id} 1`]);

  const fonts = () => page.evaluate(() => document.fonts.check('28px "Inter Variable"'));
  await expect.poll(fonts).toBe(true);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).not.toBe(light);
  const links = await page
    .locator('main a[href]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  expect(links.filter((href) => !/^(https:\/\/|#\/slides\/)/.test(href))).toEqual([]);
  expect(links.filter((href) => href.startsWith('https://')).length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
  console.log(`${slides.length} slides, ${places.length} steps, ${(size / 1e6).toFixed(1)} MB`);
  await page.context().close();
});

test('a stranger’s lecture stays text and pictures: nothing of it runs @full', async ({
  browserUnderTest,
}) => {
  test.skip(!browserUnderTest, 'The file is opened in a browser.');
  const own = join(folder, 'own');
  const script = '<script>alert(1)</script>';
  await mkdir(own);
  await writeFile(
    join(own, 'dot.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="9" cx="20" cy="20"/></svg>',
  );
  await writeFile(join(own, 'lecture.yaml'), `title: "</title>${script}"\nlecturer: Me\n`);
  const pages = Array.from({ length: 8 }, (_, at) => `\n# More ${at}\n\nwords\n`);
  await writeFile(
    join(own, 'slides.md'),
    [
      `# One \`${script}\`\n\n\`${script}\` [out](https://example.org/page) [in](#two) ` +
        `![A dot](dot.svg)\n\n${script}\n\n:::step\nlater\n:::\n\n` +
        `:::notes\nSay: \`${script}\`\n:::\n`,
      'id: two\n---\n\n# Two\n\n[no](javascript:alert(1))\n',
      ...pages,
    ].join('\n---\n'),
  );
  const { said, file } = await exported(own);
  expect(said).toContain('Exported 10 slides, 11 steps');
  const { page, wrong } = await opened(browserUnderTest!, file);
  await expect(page).toHaveTitle(`</title>${script}`);
  await expect(page.locator('[data-now] code', { hasText: script }).first()).toBeVisible();
  expect(await page.evaluate(() => document.scripts.length)).toBe(1);
  const picture = page.getByRole('img', { name: 'A dot' }).first();
  await expect
    .poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
  expect(await page.locator('main [href^="javascript"]').count()).toBe(0);
  await expect(page.locator('[data-now]').getByRole('link', { name: 'out' })).toHaveAttribute(
    'href',
    'https://example.org/page',
  );
  await page.keyboard.press('ArrowRight');
  expect(await seen(page)).toEqual([expect.stringMatching(/ 2$/)]);
  await page.locator('[data-now]').getByRole('link', { name: 'in' }).click();
  await expect.poll(() => seen(page)).toEqual(['two 1']);
  await page.keyboard.press('End');
  expect(await seen(page)).toEqual([expect.stringMatching(/^more-7/)]);
  await expect(page.locator('[data-now]')).toContainText('words');
  expect(wrong).toEqual([]);
  await page.context().close();
});
