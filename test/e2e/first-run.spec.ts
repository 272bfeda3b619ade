import { expect, test } from './fixtures.ts';
import { patience } from './patience.ts';
import { startHost } from './host-process.ts';
import { accessible, tabTo, findAndOpen } from './keyboard.ts';
import { reload } from './reload.ts';

test('the tour, by keyboard alone, up to a finished run; after a restart it is not offered again and goes on from Help', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Starts the web host again.');
  const { page } = app;
  const offer = page.getByRole('complementary', { name: 'First time here?' });
  await expect(offer).toBeVisible();
  // It takes no focus, and no key of the lecture.
  expect(
    await page.evaluate(
      () =>
        document.activeElement === document.body ||
        document.activeElement?.closest('.reveal') !== null,
    ),
  ).toBe(true);
  await accessible(page, 'the offer');
  await tabTo(page, offer.getByRole('button', { name: 'Take the tour' }));
  await page.keyboard.press('Enter');
  const step = (n: number) => page.getByRole('region', { name: `Tour, step ${n} of 5` });
  await expect(step(1).getByRole('status')).toContainText('The lecture goes on');
  await expect(offer).toHaveCount(0);
  await accessible(page, 'the tour');
  await page.keyboard.press('ArrowRight');
  await expect(step(1).getByRole('status')).toContainText('And back again');
  await page.keyboard.press('ArrowLeft');

  await expect(step(2)).toContainText('comes with a lab');
  await expect(page).toHaveURL(/#\/slides\/poisoning/);
  // Left and resumed from the palette, in the middle of it.
  await page.keyboard.press('Escape');
  await expect(step(2)).toHaveCount(0);
  await findAndOpen(page, 'tour');
  await expect(step(2)).toBeVisible();
  // The real control is pointed at, and the tour stands beside it, not over it.
  const cue = page.locator('[data-pointed]');
  await expect(cue).toContainText('would you ship this model?');
  const [spoken, shown] = [await step(2).boundingBox(), await cue.boundingBox()];
  expect(spoken!.y + spoken!.height).toBeLessThanOrEqual(shown!.y);
  await page.keyboard.press('l');

  await expect(step(3)).toContainText('Now run it');
  await expect(page).toHaveURL(/lab=backdoor\/accept-read/);
  const before = Date.now();
  await page.keyboard.press('r');
  await expect(step(3)).toContainText('It runs,');
  await expect(
    page.getByRole('region', { name: 'Run', exact: true }).getByRole('progressbar'),
  ).toBeVisible();
  await expect(step(4)).toContainText('Say what you expect', { timeout: patience });
  console.log(`the tour's run took ${((Date.now() - before) / 1000).toFixed(1)} s`);
  const guess = page.getByRole('textbox', { name: /^In how many of 100/ });
  await tabTo(page, guess, 120);
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await expect(step(5)).toContainText(/You said 30 %, it came to \d+(\.\d+)? %\./, {
    timeout: patience,
  });
  await accessible(page, 'the end of the tour');
  await tabTo(page, step(5).getByRole('button', { name: 'Open the notebook' }));
  await page.keyboard.press('Enter');
  const ownRun = page.getByRole('table').first().getByRole('row').nth(1);
  await expect(ownRun).toContainText('Backdoor');
  await expect(step(5)).toHaveCount(0);
  // The run was seen before it was asked about: it judges what was said all the same, in every room.
  await expect(ownRun).toContainText(/30\s*\d+(\.\d+)? %/);
  await expect(page.getByText('1 run, one prediction.')).toBeVisible();
  const card = page.getByRole('region', { name: 'What you said', exact: true });
  await expect(card).toContainText('In how many of 100');
  await app.goto('exercises');
  await expect(page.getByRole('link', { name: /^Go on: Accept/ })).toHaveAttribute(
    'href',
    /accept-ship$/,
  );
  await app.goto('notebook');

  await page.close();
  await app.host!.stop();
  const again = await startHost({ home: app.home });
  const fresh = await browserUnderTest!.newPage();
  await fresh.goto(again.url);
  await fresh.locator('.reveal.ready section.present h1').waitFor();
  await fresh.keyboard.press('Home');
  await expect(fresh).toHaveURL(/#\/slides\/title/);
  await expect(fresh.getByRole('complementary', { name: 'First time here?' })).toHaveCount(0);
  await fresh.keyboard.press('?');
  await expect(
    fresh.getByRole('dialog').getByRole('button', { name: 'Take the two-minute tour' }),
  ).toBeVisible();
  await fresh.close();
  await again.stop();
});

test('the offer goes when it is declined, for good, and hides nothing meanwhile', async ({
  app,
}) => {
  const { page } = app;
  const offer = page.getByRole('complementary', { name: 'First time here?' });
  await page.keyboard.press('ArrowRight');
  await expect(page).not.toHaveURL(/title/);
  await expect(offer).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await offer.getByRole('button', { name: 'No, thanks' }).click();
  await expect(offer).toHaveCount(0);
  if (app.host) expect(await app.ask('stage.get')).toMatchObject({ tour: { state: 'declined' } });
  await reload(page);
  await page.locator('.reveal.ready section.present h1').waitFor();
  await expect(offer).toHaveCount(0);
});

test.describe('the first start’s question', () => {
  test.use({ answer: null });

  test('stands over the first slide, is answered by keyboard, kept, and can be changed', async ({
    app,
  }) => {
    const { page } = app;
    const question = page.getByRole('dialog', { name: 'What would you like to do?' });
    await expect(question.getByRole('button', { name: /^Learn alone/ })).toBeFocused();
    await accessible(page, 'the first start');
    // The deck behind it hears nothing, and nobody has been anywhere yet: after a reload it is asked again.
    await page.keyboard.press('ArrowRight');
    await expect(question.getByRole('button', { name: /^Present/ })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(question).toHaveCount(0);
    await expect(page).toHaveURL(/#\/slides\/title/);
    await expect(page.getByText('S opens the presenter window')).toBeVisible();
    if (app.host) expect(await app.ask('settings.get')).toMatchObject({ use: 'present' });
    await reload(page);
    await page.locator('.reveal.ready section.present h1').waitFor();
    await expect(question).toHaveCount(0);
    await findAndOpen(page, 'learn alone');
    await expect(page.getByText('Changed to: Learn alone.')).toBeVisible();
    await findAndOpen(page, 'settings');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await expect(settings.getByRole('radio', { name: 'Learn alone' })).toBeChecked();
    await settings.getByRole('radio', { name: 'Look around' }).click();
    await expect(settings.getByRole('radio', { name: 'Look around' })).toBeChecked();
  });

  test('is asked until it is answered, and not of whoever comes by a link @full', async ({
    app,
  }) => {
    test.skip(!app.host, 'Asks the web host what it remembers.');
    const { page } = app;
    const question = page.getByRole('dialog', { name: 'What would you like to do?' });
    await expect(question).toBeVisible();
    await reload(page);
    await expect(question).toBeVisible();
    await app.goto('slides/agenda');
    await expect(question).toHaveCount(0);
    // The place on the way is remembered: this is no first start any more.
    await expect
      .poll(async () => (await app.ask<{ place: object | null }>('learner.get')).place)
      .not.toBeNull();
    await app.goto('slides/title');
    await expect(page.locator('section.present h1')).toBeVisible();
    await expect(question).toHaveCount(0);
  });
});

test.describe('alone', () => {
  test.use({ answer: 'alone' });

  test('L opens the lab where it was left, and one line leads to the slide’s own part', async ({
    app,
  }) => {
    const { page } = app;
    await expect(page.getByRole('complementary', { name: 'Read instead' })).toBeVisible();
    await app.goto('slides/latency-matters');
    await page.locator('section.present[data-slide="latency-matters"]').waitFor();
    await page.keyboard.press('l');
    await expect(page).toHaveURL(/lab=latency\/measure-read/);
    const line = page.getByText('This slide speaks of part 4, Convert.');
    await expect(line).toBeVisible();
    await accessible(page, 'a lab beside its slide, alone');
    await page.getByRole('button', { name: 'Go there' }).click();
    await expect(page).toHaveURL(/lab=latency\/convert-read/);
    await expect(line).toHaveCount(0);
  });

  test('Finish says which step is open, and leads there @full', async ({ app }) => {
    const { page } = app;
    await app.goto('labs/time-leak/your-table-reflect');
    await page.getByRole('button', { name: 'Finish' }).click();
    await expect(
      page.getByText(/^Still open: “What did anybody know at 5:00\?” in part 1/),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Go there' }).click();
    await expect(page).toHaveURL(/six-rows-read/);
  });

  test('the toolbar does not stay after Escape, and a key that turns the slide leaves it @full', async ({
    app,
  }) => {
    const { page } = app;
    await app.goto('slides/agenda');
    const tools = page.getByRole('navigation', { name: 'Lecture' });
    await expect(tools.getByRole('button', { name: 'Slides' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await page.mouse.move(400, 300);
    await page.mouse.move(420, 300);
    await tools.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toHaveCount(0);
    await expect(tools.locator(':focus')).toHaveCount(0);
    await page.mouse.move(400, 600);
    await expect(tools).toHaveCSS('opacity', '0', { timeout: patience });
    // By keyboard the focus comes back to the button; the next slide does without it.
    await tools.getByRole('button', { name: 'Settings' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(tools.getByRole('button', { name: 'Settings' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(tools.locator(':focus')).toHaveCount(0);
    await expect(tools).toHaveCSS('opacity', '0', { timeout: patience });
  });

  test('a lab, the notebook and the reading view are places of the toolbar', async ({ app }) => {
    const { page } = app;
    for (const [place, url] of [
      ['Labs', /#\/exercises/],
      ['Notebook', /#\/notebook/],
      ['Read', /#\/read/],
    ] as const) {
      const places = page.getByRole('group', { name: 'Places' });
      await places.getByRole('button', { name: place }).press('Enter');
      await expect(page).toHaveURL(url);
      await expect(places.getByRole('button', { name: place })).toHaveAttribute(
        'aria-current',
        'page',
      );
    }
  });
});
