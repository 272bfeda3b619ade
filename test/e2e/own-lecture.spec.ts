import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import type { LectureOutline } from '../../main/contract/lecture-folder.ts';
import type { RoomView } from '../../main/contract/room.ts';
import { hostileLecture } from '../../main/lecture/fixtures/hostile-lecture.ts';
import { fixedSeed } from '../fixed-seed.ts';
import { expect, test, type App } from './fixtures.ts';
import { resize } from './resize.ts';
import { axeFindings, checkedHere, equip, everyRule, looks, show } from './slide-guards.ts';

const showcase = fileURLToPath(new URL('showcase', import.meta.url));
let folder: string;
const heading = (app: App) => app.page.locator('section.present h1').first();
const write = (name: string, text: string) => writeFile(join(folder, name), text);
/** As editors do that never leave half a file: beside it, then in its place. */
const swap = async (name: string, text: string) => {
  await write(`.${name}.tmp`, text);
  await rename(join(folder, `.${name}.tmp`), join(folder, name));
};
const outline = async (app: App) => (await app.ask<LectureOutline>('lecture.get'))!;
const slidesIn = (one: LectureOutline) => one.parts.flatMap((part) => part.slides);

test.describe('a lecture that uses everything', () => {
  test.use({
    lecture: async ({ answer: _answer }, use) => {
      folder = await mkdtemp(join(tmpdir(), 'lectern-own-'));
      await cp(showcase, folder, { recursive: true });
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
  });

  test('is found, read, printed and presented like ours', async ({ app }) => {
    const { page } = app;
    await expect(heading(app)).toHaveText('A lecture that uses everything');
    const all = slidesIn(await outline(app));
    expect((await outline(app)).problems).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('paste the list of the class');
    await expect(page.getByRole('option').first()).toContainText('Groups by chance');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/slides\/groups/);
    await app.goto('read');
    await expect(page.locator('[data-article]')).toHaveCount(all.length);
    await expect(page.locator('[data-article="markdown"]')).toContainText(
      'what most slides are made of',
    );
    await app.goto('read?print=slides');
    await expect(page.locator('.slide-page')).toHaveCount(all.length);
    await app.goto('slides/lab-link');
    await expect(heading(app)).toHaveText('A lab is one key away');
    await page.keyboard.press('l');
    await expect(page).toHaveURL(/lab=latency/);
  });

  test('each of its slides passes the guards, in both themes @sweep', async ({ app }) => {
    const { page } = app;
    await equip(page);
    const problems: string[] = [];
    for (const { width, height, theme } of [
      { width: 1280, height: 720, theme: 'light' },
      { width: 1920, height: 1080, theme: 'dark' },
    ] as const) {
      await resize(page, { width, height });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      for (const { id, steps } of slidesIn(await outline(app)))
        for (let step = 1; step <= steps; step += 1) {
          await show(page, id, step);
          const last = step === steps;
          const found = await checkedHere(page, id, last);
          if (last) found.push(...(await axeFindings(page, theme === 'light' ? everyRule : looks)));
          for (const { kind, what } of found)
            problems.push(`${id} ${step} ${theme}: ${kind}: ${what}`);
        }
    }
    expect(problems).toEqual([]);
  });
});

test.describe('a lecture that is being written', () => {
  test.use({
    lecture: async ({ answer: _answer }, use) => {
      folder = await mkdtemp(join(tmpdir(), 'lectern-own-'));
      await write('lecture.yaml', 'title: Mine\nlecturer: Me\n');
      await write('slides.md', '# One\n\nfirst\n\n---\n\n# Two\n\nsecond\n\n:::step\nlater\n:::\n');
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
  });

  test('what is saved is there at once, and place and step stay', async ({ app }) => {
    const { page } = app;
    const text = await readFile(join(folder, 'slides.md'), 'utf8');
    await app.goto('slides/two?step=2');
    await expect(page.locator('section.present')).toContainText('second');
    await swap('slides.md', text.replace('second', 'changed'));
    await expect(page.locator('section.present')).toContainText('changed');
    await expect(page).toHaveURL(/#\/slides\/two\?step=2/);
    // A slide comes before it.
    await write('slides.md', `# Zero\n\nnew\n\n---\n\n${text}`);
    await expect(page.locator('section.present [data-rail]')).toContainText('3');
    await expect(page).toHaveURL(/#\/slides\/two\?step=2/);
    await expect(heading(app)).toHaveText('Two');
    // It gets another title, and so another name.
    await write('slides.md', `# Zero\n\nnew\n\n---\n\n${text.replace('# Two', '# Second')}`);
    await expect(heading(app)).toHaveText('Second');
    await expect(page).toHaveURL(/#\/slides\/second\?step=2/);
    // Half of a file is no lecture: nothing is shown of it.
    await write('slides.md', '');
    await write('slides.md', text);
    await expect(heading(app)).toHaveText('Two');
  });

  test('a new lecture is made from the palette, and ours opened again @full', async ({ app }) => {
    const { page } = app;
    const place = await mkdtemp(join(tmpdir(), 'lectern-new-'));
    await expect(heading(app)).toHaveText('One');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('new lecture');
    await page.keyboard.press('Enter');
    const path = page.getByRole('textbox', { name: 'Another folder, or a new one' });
    await path.fill(join(place, 'mine'));
    await page.getByRole('button', { name: 'New lecture' }).click();
    await expect(heading(app)).toHaveText('My lecture');
    await expect(page.locator('section.present')).toContainText('Spring term');
    await expect(page).toHaveTitle(/My name, My university, Spring term/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('open another lecture');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: 'open now' })).toContainText('mine');
    await page.getByRole('button', { name: 'Open the lecture that comes with Lectern' }).click();
    await expect(page).toHaveTitle('Understanding ML production · Lectern');
    await rm(place, { recursive: true, force: true });
  });

  test('a poll that is saved anew while it is on screen is asked anew on phones', async ({
    app,
  }) => {
    const poll = (question: string) => `# A poll\n\n::poll[${question}]{options="Yes | No"}\n`;
    const asked = async () => {
      const { asking, tallies } = await app.ask<RoomView>('room.get');
      return asking === null ? null : tallies[asking]?.question.text;
    };
    await swap('slides.md', poll('Who has done it?'));
    await expect(heading(app)).toHaveText('A poll');
    await app.goto('slides/a-poll');
    await app.ask('room.open', { host: '127.0.0.1' });
    await expect.poll(asked).toBe('Who has done it?');
    await swap('slides.md', poll('Who has done it twice?'));
    await expect.poll(asked).toBe('Who has done it twice?');
    await app.ask('room.close');
  });

  test('a slide that can’t be read says so in its place, and the others go on @full', async ({
    app,
  }) => {
    const { page } = app;
    await app.goto('slides/two');
    await write(
      'slides.md',
      '# One\n\nfirst\n\n---\n\n# Two\n\n:::stp\nx\n:::\n\nstill here\n\n<script>document.title = "x"</script>\n',
    );
    const message = page.locator('section.present [data-lecture-message]');
    await expect(message.first()).toContainText('Did you mean “step”?');
    await expect(message.first()).toContainText('slides.md, line 9');
    await expect(page.locator('section.present')).toContainText('still here');
    await expect(page.getByText('2 things to mend, 2 on this slide')).toBeVisible();
    await app.goto('slides/one');
    await expect(page.locator('section.present')).toContainText('first');
    expect(await page.title()).not.toBe('x');
  });

  test('a folder that vanishes is said to be gone; its slides stay, and it comes back @full', async ({
    app,
  }) => {
    const { page } = app;
    await rename(folder, `${folder}-away`);
    await expect(page.getByText('can’t be read any more')).toBeVisible();
    await expect(heading(app)).toHaveText('One');
    await rename(`${folder}-away`, folder);
    await expect(page.getByText('can’t be read any more')).toBeHidden();
  });
});

test.describe('a lecture that wants to do harm', () => {
  test.use({
    lecture: async ({ answer: _answer }, use) => {
      folder = await mkdtemp(join(tmpdir(), 'lectern-own-'));
      const lectures = fc.sample(hostileLecture, { numRuns: 30, seed: fixedSeed });
      // A NUL would have the whole file refused.
      const slides = lectures.map((one) => one['slides.md'].replaceAll('\0', ''));
      await write('lecture.yaml', 'title: Hostile\n');
      await write('slides.md', slides.join('\n\n---\n\n'));
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
  });

  test('runs no script and asks for nothing, on any of its slides @full', async ({ app }) => {
    const { page } = app;
    await page.evaluate(() => {
      window.alert = () => void document.body.setAttribute('data-alerted', '');
    });
    const ids = slidesIn(await outline(app)).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(40);
    for (const id of ids) {
      await app.goto(`slides/${id}`);
      await expect(page.locator(`section.present[data-slide="${id}"] h1`)).toBeVisible();
    }
    // What left the page, and what the policy stopped, is looked at by the fixture when the test ends.
    await expect(page.locator('body[data-alerted]')).toHaveCount(0);
    for (const tag of [
      'script',
      'iframe',
      'form[action]',
      'object',
      '[onload]',
      '[onerror]',
      '[onclick]',
    ])
      await expect(page.locator(`.slides ${tag}`), tag).toHaveCount(0);
  });
});

test.describe('an edition of ours', () => {
  test.use({
    lecture: async ({ answer: _answer }, use) => {
      folder = await mkdtemp(join(tmpdir(), 'lectern-own-'));
      await write(
        'lecture.yaml',
        'extends: lecture-1\nlecturer: A. Person\ninstitution: Another university\n' +
          'hide: [grading]\nafter: {agenda: ours.md}\nnotes: {recap: said.md}\n',
      );
      await write(
        'ours.md',
        '# Ours\n\n::poll[Ready?]{options="Yes | No"}\n\n::figure{of=large-models}\n',
      );
      await write('said.md', ':::notes\nSay: what we say to it.\n:::\n');
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
  });

  test('has its own name on the title page, a slide more and one less', async ({ app }) => {
    const { page } = app;
    await expect(page.locator('section.present')).toContainText('A. Person');
    await expect(page.locator('section.present')).toContainText('Another university');
    await app.goto('slides/agenda');
    await page.keyboard.press('PageDown');
    await expect(heading(app)).toHaveText('Ours');
    await expect(page.locator('section.present svg[role="img"]').first()).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(page).toHaveURL(/#\/slides\/then-2012/);
    await app.goto('slides/grading');
    await expect(page.getByText('There is no slide “grading”')).toBeVisible();
    await app.goto('read/recap');
    await expect(page.locator('[data-article="recap"]')).toContainText('what we say to it');
  });
});
