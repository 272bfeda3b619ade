import { slidesOf } from '../../renderer/deck/lecture.ts';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { expect, test, type App } from './fixtures.ts';

const heading = (app: App) => app.page.locator('section.present h1').first();

async function pressUntil(app: App, key: string, slide: string) {
  for (let i = 0; i < 150; i += 1) {
    if (app.page.url().includes(`#/slides/${slide}`)) return;
    await app.page.keyboard.press(key);
    await app.page.waitForTimeout(60);
  }
  throw new Error(`150 times ${key} did not lead to ${slide}; the address is ${app.page.url()}`);
}

test('the deck opens on its title and the arrow keys walk through every slide and step', async ({ app }) => {
  await expect(heading(app)).toBeVisible();
  await expect(app.page).toHaveURL(/#\/slides\/title/);
  const places: string[] = [];
  for (let i = 0; i < 200; i += 1) {
    const place = app.page.url().split('#/')[1]!;
    if (places.at(-1) === place) break;
    places.push(place);
    await app.page.keyboard.press('ArrowRight');
    await app.page.waitForTimeout(80);
  }
  const slides = [...new Set(places.map((place) => place.split('?')[0]!.replace('slides/', '')))];
  expect(slides).toEqual(slidesOf(lecture).map((slide) => slide.id));
  expect(places.filter((place) => place.includes('stakeholders')).length).toBe(4);
  for (const _ of places) await app.page.keyboard.press('ArrowLeft');
  await expect(app.page).toHaveURL(/#\/slides\/title/);
});

test('a clicker works, the screen can be blanked, and space goes on', async ({ app }) => {
  await app.page.keyboard.press('PageDown');
  await expect(app.page).toHaveURL(/#\/slides\/agenda/);
  await app.page.keyboard.press('PageUp');
  await expect(app.page).toHaveURL(/#\/slides\/title/);
  await app.page.keyboard.press('Space');
  await expect(app.page).toHaveURL(/#\/slides\/agenda/);
  await app.page.keyboard.press('b');
  await expect(app.page.getByText('The screen is black')).toHaveCount(1);
  await app.page.keyboard.press('b');
  await expect(app.page.getByText('The screen is black')).toHaveCount(0);
  await app.page.keyboard.press('o');
  await expect(app.page.locator('.reveal.overview')).toHaveCount(1);
  await app.page.keyboard.press('o');
  await expect(app.page.locator('.reveal.overview')).toHaveCount(0);
});

test('jump, palette and help open by key, do their work and close with Escape', async ({ app }) => {
  await app.page.keyboard.press('g');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.type('latency-matters');
  await app.page.keyboard.press('Enter');
  await expect(app.page).toHaveURL(/#\/slides\/latency-matters/);

  await app.page.keyboard.press('Control+k');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.type('lectern://slides/stakeholders?step=2');
  await app.page.keyboard.press('Enter');
  await expect(app.page).toHaveURL(/#\/slides\/stakeholders\?step=2/);

  await app.page.keyboard.press('?');
  await expect(app.page.getByRole('dialog')).toContainText('Jump');
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog')).toHaveCount(0);
});

test('a deep link opens its slide and step; a wrong one says so and opens the default', async ({ app }) => {
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

test('a restart resumes at the slide one left', async ({ app, browserUnderTest }) => {
  test.skip(!app.host, 'Stops and starts the web host; a restart of Electron has no test yet.');
  await pressUntil(app, 'ArrowRight', 'latency-matters');
  await app.page.waitForTimeout(500);
  await app.host!.stop();
  const { startHost } = await import('./host-process.ts');
  const again = await startHost({ home: app.home });
  const page = await browserUnderTest!.newPage();
  await page.goto(again.url);
  await expect(page).toHaveURL(/#\/slides\/latency-matters/);
  await page.close();
  expect(await again.stop()).toBe(0);
});
