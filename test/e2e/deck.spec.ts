import type { Page } from '@playwright/test';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test, type App } from './fixtures.ts';
import { patience } from './patience.ts';
import { reload } from './reload.ts';

const slides = slidesOf(lecture);
/** Every place of the deck in order, as the address names it. */
const places = slides.flatMap((slide) =>
  Array.from(
    { length: slide.steps },
    (_, index) => `slides/${slide.id}${index > 0 ? `?step=${index + 1}` : ''}`,
  ),
);
const heading = (app: App) => app.page.locator('section.present h1').first();
const at = (app: App) => decodeURIComponent(app.page.url().split('#/')[1] ?? '');
const dialog = (app: App) => app.page.getByRole('dialog');

/** Presses a key and waits until the address says something else. */
async function pressed(app: App, key: string): Promise<void> {
  const before = app.page.url();
  await app.page.keyboard.press(key);
  await app.page.waitForFunction((was) => location.href !== was, before, {
    polling: 'raf',
    timeout: patience,
  });
}

/** Presses a key that leads nowhere: the address stays the same for three seconds. */
async function pressedInVain(app: App, key: string): Promise<void> {
  const before = app.page.url();
  await app.page.keyboard.press(key);
  await app.page.waitForTimeout(3_000);
  expect(app.page.url()).toBe(before);
}

async function pressUntil(app: App, key: string, slide: string) {
  for (let presses = 0; presses < 300; presses += 1) {
    if (app.page.url().includes(`#/slides/${slide}`)) return;
    await pressed(app, key);
  }
  throw new Error(`${key} did not lead to ${slide}; the address is ${app.page.url()}`);
}

test('PageDown alone walks from start to end through every slide and step, and PageUp back @sweep', async ({
  app,
}) => {
  await expect(heading(app)).toBeVisible();
  await expect(app.page).toHaveURL(/#\/slides\/title/);
  const walked = [at(app)];
  while (walked.length < places.length) {
    await pressed(app, 'PageDown');
    walked.push(at(app));
    // What the address says is what is on screen, drawn.
    const id = at(app).replace(/^slides\/|\?.*/g, '');
    await expect(app.page.locator(`section.present[data-slide="${id}"] h1`)).toBeVisible();
  }
  expect(walked).toEqual(places);
  await pressedInVain(app, 'PageDown');
  const back: string[] = [at(app)];
  while (back.length < places.length) {
    await pressed(app, 'PageUp');
    back.push(at(app));
  }
  expect(back.reverse()).toEqual(places);
  await pressedInVain(app, 'PageUp');
  console.log(`${slides.length} slides, ${places.length} steps with PageDown alone, and back`);
});

test('at the start only the slides around the first are drawn; the others come when they are needed @full', async ({
  app,
}) => {
  const drawn = () => app.page.locator('.slides > section:has(> div)').count();
  await expect.poll(drawn).toBe(Math.min(2, slides.length));
  await app.page.waitForTimeout(700);
  expect(await drawn()).toBe(Math.min(2, slides.length));
  await app.page.keyboard.press('o');
  await expect.poll(drawn, { timeout: patience }).toBe(slides.length);
});

test('arrows, space and Home and End move, between the first slide and the last', async ({
  app,
}) => {
  const second = slides[1]!.id;
  for (const [there, back] of [
    ['ArrowRight', 'ArrowLeft'],
    ['ArrowDown', 'ArrowUp'],
    ['Space', 'Shift+Space'],
  ] as const) {
    await app.page.keyboard.press(there);
    await expect(app.page).toHaveURL(new RegExp(`#/slides/${second}`));
    await app.page.keyboard.press(back);
    await expect(app.page).toHaveURL(/#\/slides\/title/);
  }
  await app.page.keyboard.press('End');
  await expect(app.page).toHaveURL(new RegExp(`#/slides/${slides.at(-1)!.id}`));
  await app.page.keyboard.press('Home');
  await expect(app.page).toHaveURL(/#\/slides\/title/);
});

test('the overview shows the slides by part, and arrows, Home, End, Enter and a click move in it @full', async ({
  app,
}) => {
  const { page } = app;
  await page.keyboard.press('o');
  await expect(page.locator('.reveal.overview')).toHaveCount(1);
  const parts = lecture.parts.filter((part) => part.slides.length > 0);
  await expect(page.locator('.slides > .part')).toHaveText(parts.map((part) => part.title));
  for (const name of await page.locator('.slides > .part').all()) await expect(name).toBeVisible();

  await page.keyboard.press('End');
  await expect(page).toHaveURL(new RegExp(`#/slides/${slides.at(-1)!.id}`));
  await expect(page.locator('section.present')).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(page.locator('section.present')).toBeInViewport();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`#/slides/${slides[1]!.id}`));
  // Down leads to the next row, which is the next part's.
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(
    new RegExp(`#/slides/(${parts[1]!.slides.map((slide) => slide.id).join('|')})`),
  );
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.locator('.reveal.overview')).toHaveCount(0);

  // It opens where one is, and stays there: Reveal would put its own root back to the top once a
  // second.
  await page.keyboard.press('o');
  await expect(page.locator('section.present')).toBeInViewport();
  await page.waitForTimeout(1200);
  await expect(page.locator('section.present')).toBeInViewport();
  const third = slides[2]!.id;
  await page.locator(`section[data-slide="${third}"]`).click();
  await expect(page).toHaveURL(new RegExp(`#/slides/${third}`));
  await expect(page.locator('.reveal.overview')).toHaveCount(0);
});

test('what is typed while the palette is still on its way is found, and turns no slide', async ({
  app,
}) => {
  const { page } = app;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((done) => (letGo = done));
  await page.route(/assets\/dialogs-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await reload(page);
  await page.locator('section.present h1').first().waitFor();
  const number = Math.min(12, slides.length);
  await page.keyboard.press('g');
  // N is also the key of the notes.
  await page.keyboard.type(`n${number + 1}`);
  for (let i = 0; i < 2 + String(number).length - 1; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type(String(number));
  await page.keyboard.press('Enter');
  await expect(dialog(app)).toHaveCount(0);
  letGo();
  await expect(page).toHaveURL(new RegExp(`#/slides/${slides[number - 1]!.id}$`));
  await expect(dialog(app)).toHaveCount(0);
});

test('jump, palette and help open by key, do their work and close with Escape', async ({ app }) => {
  const { page } = app;
  const number = Math.min(12, slides.length);
  await page.keyboard.press('g');
  await expect(dialog(app)).toBeVisible();
  await page.keyboard.type(String(number));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/slides/${slides[number - 1]!.id}$`));
  await expect(dialog(app)).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await expect(dialog(app)).toBeVisible();
  await page.keyboard.type('lectern://slides/stakeholders?step=2');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/slides\/stakeholders\?step=2/);
  await expect(dialog(app)).toHaveCount(0);

  await page.keyboard.press('?');
  await expect(dialog(app)).toContainText('Jump');
  await page.keyboard.press('Escape');
  await expect(dialog(app)).toHaveCount(0);
});

test('search finds words of slides and of notes, marks them, and opens the slide itself, also from a lab', async ({
  app,
}) => {
  const { page } = app;
  const find = async (key: string, words: string, slide: string, marked: RegExp) => {
    await page.keyboard.press(key);
    await expect(dialog(app)).toBeVisible();
    await page.keyboard.type(words);
    const first = dialog(app).getByRole('option').first();
    await expect(first.locator('mark')).toHaveText(marked, { timeout: patience });
    await page.keyboard.press('Enter');
    // The address may be the same as before: only a closed dialog shows that Enter was heard.
    await expect(dialog(app)).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`#/slides/${slide}$`));
    await expect(heading(app)).toBeVisible();
  };
  await find('Control+k', 'person notices', 'latency-throughput', /person notices/i);
  await find('g', 'persan notises', 'latency-throughput', /person notices/i);
  await find('g', 'Ethayarajh and Jurafsky argue', 'table-1', /Ethayarajh and Jurafsky argue/);
  await app.goto('labs/latency');
  await expect(page.getByRole('region', { name: 'Run' })).toBeVisible({ timeout: patience });
  if (slides.some((slide) => slide.id === 'devops-pace'))
    await find('Control+k', '11.7', 'devops-pace', /11\.7/);
  else await find('Control+k', 'person notices', 'latency-throughput', /person notices/i);
});

test('what is typed and entered before the search has been fetched is found once it is there @full', async ({
  app,
}) => {
  const { page } = app;
  await expect(heading(app)).toBeVisible();
  let fetched = () => {};
  const held = new Promise<void>((resolve) => (fetched = resolve));
  await page.route(/slide-texts/, (route) => held.then(() => route.continue()));
  await page.keyboard.press('g');
  await expect(page.locator('[cmdk-input]')).toBeFocused();
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(dialog(app)).toContainText('Still reading the slides…');
  fetched();
  await expect(page).toHaveURL(new RegExp(`#/slides/${slides[11]!.id}$`));
  await expect(dialog(app)).toHaveCount(0);
});

test('a deep link opens its slide and step; a wrong one says so and opens the default', async ({
  app,
}) => {
  await app.goto('slides/stakeholders?step=3');
  await expect(app.page).toHaveURL(/stakeholders\?step=3/);
  await pressUntil(app, 'ArrowRight', 'table-2');

  await app.goto('slides/no-such-slide');
  await expect(app.page.getByText(/no-such-slide/)).toBeVisible();
  await expect(heading(app)).toBeVisible();

  await app.goto('slides/stakeholders?step=99');
  await expect(app.page.getByText(/99/).first()).toBeVisible();

  await app.goto('labs/no-such-lab/x');
  await expect(app.page.getByText(/no-such-lab/).first()).toBeVisible();
});

test('a screen reader meets one slide at a time, by title, position and step, and keeps its own keys', async ({
  app,
}) => {
  const { page } = app;
  await app.goto('slides/stakeholders');
  await expect(heading(app)).toBeVisible();
  const said = page.locator('.deck > [aria-live]');
  await expect(said).toHaveText(/^Slide \d+ of \d+: .+\. Step 1 of 5\.$/);
  await pressed(app, 'PageDown');
  await expect(said).toHaveText(/Step 2 of 5\.$/);
  // In an application a screen reader's reading keys are switched off.
  expect(await page.locator('[role="application"]').count()).toBe(0);
  await expect(page.locator('.deck .reveal')).toHaveAttribute('role', 'group');
  const exposed = await page
    .locator('.slides > section')
    .evaluateAll(
      (all) =>
        all.filter((one) => one.checkVisibility() && !one.closest('[aria-hidden="true"],[inert]'))
          .length,
    );
  expect(exposed).toBe(1);
  const tree = await page.locator('.deck').ariaSnapshot();
  expect(tree.match(/heading ".*" \[level=1\]/g)?.length).toBe(1);
  expect(tree).not.toContain('Notes');
});

test('a finger moves the slides, but not from a control that takes it itself @full', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Needs a browser window with touch.');
  const context = await browserUnderTest!.newContext({
    viewport: { width: 1280, height: 720 },
    hasTouch: true,
  });
  await context.addCookies(await app.page.context().cookies());
  const page = await context.newPage();
  await page.goto(`${app.host!.origin}/#/slides/title`);
  await page.locator('.reveal.ready section.present h1').waitFor();
  const second = slides[1]!.id;
  await swipe(page, 900, 300);
  await expect(page).toHaveURL(new RegExp(`#/slides/${second}`));
  await swipe(page, 300, 900);
  await expect(page).toHaveURL(/#\/slides\/title/);

  await page.evaluate(() => {
    const slider = document.createElement('div');
    slider.setAttribute('role', 'slider');
    slider.id = 'planted';
    Object.assign(slider.style, {
      position: 'absolute',
      left: '200px',
      top: '300px',
      width: '800px',
      height: '120px',
    });
    document.querySelector('section.present')!.firstElementChild!.append(slider);
  });
  await swipe(page, 900, 300);
  await page.waitForTimeout(400);
  await expect(page).toHaveURL(/#\/slides\/title/);
  await context.close();
});

/** Draws a finger across the middle of the window. */
async function swipe(page: Page, from: number, to: number) {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y: 360 }],
    });
  await touch('touchStart', from);
  for (let part = 1; part <= 6; part += 1)
    await touch('touchMove', from + ((to - from) * part) / 6);
  await touch('touchEnd');
  await session.detach();
}

test('a restart resumes at the slide one left @full', async ({ app, browserUnderTest }) => {
  test.skip(!app.host, 'Stops and starts the web host; a restart of Electron has no test yet.');
  await pressUntil(app, 'PageDown', 'latency-matters');
  await expect
    .poll(() =>
      app.ask<{ place: { slide: string } | null }>('learner.get', {}).then(
        (learner) => learner.place?.slide,
        () => 'not asked',
      ),
    )
    .toBe('latency-matters');
  await app.host!.stop();
  const { startHost } = await import('./host-process.ts');
  const again = await startHost({ home: app.home });
  const page = await browserUnderTest!.newPage();
  await page.goto(again.url);
  await expect(page).toHaveURL(/#\/slides\/latency-matters/);
  await page.close();
  expect(await again.stop()).toBe(0);
});
