import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { slidesOf } from '../../renderer/model/lecture/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test, type App } from './fixtures.ts';
import { reload } from './reload.ts';

const live = (presenter: Page) => presenter.getByRole('main', { name: 'On screen' });
const ink = (page: Page) => page.locator('path[data-ink]:not([data-live])');

/**
 * Opens the presenter's window as a person does, and waits until it knows that the audience is
 * there. Pressed again where none comes: it has the name of one that has only just been closed.
 */
async function present({ page }: App): Promise<Page> {
  const other = () =>
    page
      .context()
      .pages()
      .find((one) => one !== page);
  await expect(async () => {
    await page.keyboard.press('s');
    await expect.poll(other, { timeout: 15_000 }).toBeDefined();
  }).toPass();
  const presenter = other()!;
  await expect(presenter.getByText(/^Projector connected, \d+×\d+$/)).toBeVisible();
  return presenter;
}

const slides = slidesOf(lecture);

/** One stroke over a part of `over`, with the mouse. */
async function draw(page: Page, over: Locator, from: [number, number], to: [number, number]) {
  const box = (await over.boundingBox())!;
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at([(from[0] + to[0]) / 2, from[1]]), { steps: 5 });
  await page.mouse.move(...at(to), { steps: 5 });
  await page.mouse.up();
}

test('the two windows lead each other; closed, reloaded and opened twice, the presenter’s is where the lecture is', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const audience = app.page;
  const presenter = await present(app);
  await presenter.keyboard.press('PageDown');
  await expect(audience).toHaveURL(/#\/slides\/agenda$/);
  await expect(presenter.getByRole('timer')).toHaveText(/00:0[1-9]/);
  await audience.keyboard.press('ArrowRight');
  await expect(live(presenter)).toContainText('3 of');

  // Through a slide's steps, forward from the presenter's window and back from the audience's.
  const before = slides[slides.findIndex(({ id }) => id === 'stakeholders') - 1]!;
  await app.goto(`slides/${before.id}?step=${before.steps}`);
  await expect(live(presenter)).toContainText(`${before.number} of`);
  for (const place of ['stakeholders', 'stakeholders?step=2', 'stakeholders?step=3']) {
    await presenter.keyboard.press('PageDown');
    await expect
      .poll(() => audience.url())
      .toMatch(new RegExp(`#/slides/${place.replace('?', '\\?')}$`));
  }
  await expect(live(presenter)).toContainText('step 3 of 5');
  await audience.keyboard.press('PageUp');
  await expect(live(presenter)).toContainText('step 2 of 5');
  await expect(audience.locator('.reveal section.present [data-step="now"]').first()).toBeVisible();

  // A clicker works with the focus on a button, and slides are found by number.
  await presenter.getByRole('button', { name: /^Pointer/ }).focus();
  await presenter.keyboard.press('PageDown');
  await expect(audience).toHaveURL(/step=3$/);
  await presenter.keyboard.press('g');
  await presenter.locator('[cmdk-input]:focus').waitFor();
  await presenter.keyboard.type('12');
  await presenter.keyboard.press('Enter');
  await expect(audience).toHaveURL(new RegExp(`#/slides/${slides[11]!.id}$`));

  await audience.keyboard.press('s');
  await reload(presenter);
  await expect(live(presenter)).toContainText('12 of');
  await expect(presenter.getByText(/^Projector connected/)).toBeVisible();
  expect(audience.context().pages()).toHaveLength(2);
  await reload(audience);
  await expect(audience.locator('.reveal.ready section.present')).toBeVisible();
  await presenter.keyboard.press('End');
  await expect(audience).toHaveURL(new RegExp(`#/slides/${slides.at(-1)!.id}`));

  await presenter.close();
  await expect
    .poll(async () => Object.keys(await app.ask('stage.get')))
    .not.toContain('lecture/presenter');
  await audience.keyboard.press('Home');
  const again = await present(app);
  await expect(live(again)).toContainText('1 of');
  await expect(again.getByRole('timer')).not.toHaveText('00:00');
});

test('a pop-up that is blocked: said plainly, and the notes beside the slide instead', async ({
  app,
}) => {
  const { page } = app;
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/agenda/);
  await page.evaluate(() => void (window.open = () => null));
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('blocked');
  await expect(dialog).toContainText('Nothing is lost');
  await dialog.getByRole('button', { name: 'Notes beside the slide' }).click();
  const panel = page.getByRole('complementary', { name: 'For the presenter' });
  await expect(panel.getByRole('region', { name: 'Notes of this slide' })).not.toBeEmpty();
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(new RegExp(`#/slides/${slides[2]!.id}`));
  await expect(panel.getByRole('timer')).toHaveText(/00:0[1-9]/);
  await page.keyboard.press('n');
  await expect(panel).toHaveCount(0);
});

test('black and white, the pointer, and ink that is in both windows and there after a restart @full', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Two pages of one browser; stops and starts the web host.');
  const audience = app.page;
  await app.goto('slides/latency-matters');
  const presenter = await present(app);
  const slide = live(presenter).locator('[data-live] > div').first();

  await presenter.keyboard.press('b');
  for (const page of [audience, presenter])
    await expect(page.getByText('The screen is black')).toHaveCount(1);
  // A key that turns slides shows the slide again, and does not move.
  await audience.keyboard.press('PageDown');
  for (const page of [audience, presenter])
    await expect(page.getByText('The screen is')).toHaveCount(0);
  await presenter.keyboard.press('b');
  await expect(audience.getByText('The screen is black')).toHaveCount(1);
  await presenter.keyboard.press('w');
  await expect(audience.getByText('The screen is white')).toHaveCount(1);
  await audience.keyboard.press('w');
  for (const page of [audience, presenter])
    await expect(page.getByText('The screen is')).toHaveCount(0);
  await expect(audience).toHaveURL(/latency-matters$/);

  await presenter.keyboard.press('p');
  await slide.hover({ position: { x: 100, y: 100 } });
  await expect(audience.locator('circle[data-on]')).toHaveCount(1);
  await presenter.keyboard.press('p');
  await expect(audience.locator('circle[data-on]')).toHaveCount(0);

  await presenter.keyboard.press('d');
  await draw(presenter, slide, [0.2, 0.3], [0.5, 0.5]);
  await draw(presenter, slide, [0.6, 0.3], [0.8, 0.6]);
  for (const page of [audience, presenter]) await expect(ink(page)).toHaveCount(2);
  // What was drawn a fifth from the left of the small slide is a fifth from the left of the large one.
  const drawn = await ink(audience)
    .first()
    .evaluate((path: SVGPathElement) => path.getBBox().x);
  expect(Math.abs(drawn - 0.2 * 1280)).toBeLessThan(12);
  await presenter.keyboard.press('Control+z');
  await expect(ink(audience)).toHaveCount(1);
  await presenter.getByRole('button', { name: 'Clear slide' }).click();
  await expect(ink(audience)).toHaveCount(0);
  await presenter.getByRole('button', { name: 'Undo clear' }).click();
  await expect(ink(audience)).toHaveCount(1);
  await presenter.keyboard.press('Escape');

  // The pen put down, presses reach the slide again; on another slide the ink is not there.
  await audience.keyboard.press('ArrowRight');
  await audience.keyboard.press('ArrowLeft');
  await presenter.close();
  await audience.locator('section.present').getByRole('button', { name: /^Lab:/ }).click();
  await expect(audience).toHaveURL(/lab=latency/);
  await audience.keyboard.press('l');
  await audience.keyboard.press('o');
  await expect(ink(audience)).toHaveCount(0);
  await audience.keyboard.press('o');
  await audience.keyboard.press('PageUp');
  await expect(audience).toHaveURL(/table-2/);
  await expect(ink(audience)).toHaveCount(0);

  // Only where one stays is written down as the place to come back to.
  await audience.waitForTimeout(500);
  await app.host!.stop();
  const { startHost } = await import('./host-process.ts');
  const host = await startHost({ home: app.home });
  const page = await browserUnderTest!.newPage();
  await page.goto(host.url);
  await expect(page).toHaveURL(/table-2/);
  await page.locator('.reveal.ready section.present').waitFor();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/latency-matters/);
  await expect(ink(page)).toHaveCount(1);
  await page.close();
  expect(await host.stop()).toBe(0);
});

test('a lab’s slider moved in the presenter’s window changes the audience’s chart @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  const audience = app.page;
  await app.goto('slides/latency-matters');
  const presenter = await present(app);
  await presenter.keyboard.press('l');
  await expect(audience).toHaveURL(/lab=latency\/convert/);
  await presenter.getByRole('button', { name: 'Show without a prediction' }).click();
  const curves = audience.getByRole('region', { name: 'Figure' }).locator('.recharts-line path');
  await expect(curves.first()).toBeVisible();
  await expect(
    presenter.getByRole('region', { name: 'Figure' }).locator('.recharts-line path').first(),
  ).toBeVisible();

  const slider = presenter.getByRole('region', { name: 'Settings' }).getByRole('slider').first();
  const drawn = () => audience.getByRole('region', { name: 'Figure' }).innerHTML();
  for (let i = 0; i < 7; i += 1) {
    // What an earlier change still draws must not be taken for this one.
    await audience.waitForTimeout(150);
    const before = await drawn();
    await slider.press('ArrowRight');
    await expect.poll(async () => (await drawn()) === before).toBe(false);
  }
  expect(audience.url().split('?')[1]).toBe(
    (await app.ask<Record<string, string>>('stage.get'))['lecture/place']!.split('?')[1],
  );

  // The story's pages and the lab over the whole window go together too, and a clicker leads on from a slider.
  await audience.keyboard.press(']');
  await expect
    .poll(async () => (await app.ask<Record<string, string>>('stage.get'))['lecture/place'])
    .toContain('convert-predict');
  await presenter.getByRole('button', { name: 'Full screen' }).click();
  await expect(audience).toHaveURL(/#\/labs\/latency/);
  await presenter.getByRole('button', { name: 'Beside the slide' }).click();
  await expect(audience).toHaveURL(/#\/slides\/latency-matters\?lab=latency/);
  await slider.focus();
  await presenter.keyboard.press('PageDown');
  await expect(audience).toHaveURL(/#\/slides\/latency-matters\?step=2&lab=latency/);
});

test('the presenter’s window has no axe finding, light and dark, with and without a lab @sweep', async ({
  app,
}) => {
  test.skip(!app.host, 'Two pages of one browser.');
  await app.goto('slides/latency-matters');
  const presenter = await present(app);
  const found: string[] = [];
  const look = async (what: string) => {
    const { violations } = await new AxeBuilder({ page: presenter }).analyze();
    found.push(
      ...violations.map(
        ({ id, nodes }) =>
          `${what}: ${id} ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
      ),
    );
  };
  for (const colorScheme of ['light', 'dark'] as const) {
    await presenter.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await look(colorScheme);
  }
  await presenter.keyboard.press('d');
  await presenter.keyboard.press('l');
  await expect(presenter.getByRole('region', { name: 'Figure' })).toBeVisible();
  await look('dark, lab and pen');
  expect(found).toEqual([]);
});
