import { expect, test, type App } from './fixtures.ts';
import { startHost } from './host-process.ts';
import { reload } from './reload.ts';

const slide = (app: App) => app.page.locator('section.present');
/** Goes to a slide and waits until it is the one on screen. */
async function open(app: App, place: string): Promise<void> {
  await app.goto(`slides/${place}`);
  await app.page.locator(`section.present[data-slide="${place.split('?')[0]}"]`).waitFor();
}
/** Another window of the same Lectern. */
async function secondWindow(app: App, place: string) {
  const page = await app.page.context().newPage();
  await page.goto(`${app.host!.origin}/#/slides/${place}`);
  await page.locator(`section.present[data-slide="${place.split('?')[0]}"]`).waitFor();
  return page;
}

test('a poll: hands are entered, hidden, revealed in every window, corrected, reset, had back, and there after a restart', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Opens a second window and restarts the web host.');
  const { page } = app;
  await open(app, 'poll-surgeon');
  await slide(app).getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(slide(app).getByRole('radio').nth(1)).toBeChecked();
  await expect(slide(app)).toContainText('your answer');
  const room = await secondWindow(app, 'poll-surgeon');

  await slide(app).getByRole('button', { name: 'Count hands' }).click();
  const desk = page.getByRole('dialog', { name: 'Show of hands' });
  await desk.getByRole('button', { name: 'Reveal' }).click();
  await expect(desk.getByRole('alert')).toHaveText('Enter at least one hand first.');
  const ai = desk.getByRole('textbox', { name: 'The AI' });
  const human = desk.getByRole('textbox', { name: 'The human' });
  for (const bad of ['-3', 'many', '1e9', '99999999']) {
    await ai.fill(bad);
    await expect(desk.getByRole('alert')).toBeVisible();
    await expect(ai).toHaveAttribute('aria-invalid', 'true');
  }
  await ai.fill('2');
  await human.fill('1');
  await expect(desk.getByRole('alert')).toHaveCount(0);
  await expect(room.locator('section.present')).toContainText('Hands counted, not shown');
  await expect(room.locator('section.present')).not.toContainText('2 hands');

  await desk.getByRole('button', { name: 'Reveal' }).click();
  await expect(room.locator('section.present [role="status"]')).toHaveText(
    /2 hands, 67 per cent.*1 hand, 33 per cent/,
  );
  await desk.getByRole('button', { name: 'One hand more: The human' }).click();
  await expect(room.locator('section.present [role="status"]')).toHaveText(
    /2 hands, 50 per cent.*2 hands, 50 per cent/,
  );
  await desk.getByRole('button', { name: 'Reset' }).click();
  await expect(room.locator('section.present [role="status"]')).toBeEmpty();
  await desk.getByRole('button', { name: 'Undo reset' }).click();
  await expect(room.locator('section.present [role="status"]')).toHaveText(/50 per cent/);

  await app.host!.stop();
  const again = await startHost({ home: app.home });
  const fresh = await browserUnderTest!.newPage();
  await fresh.goto(again.url);
  await fresh.locator('.reveal.ready section.present').waitFor();
  await fresh.evaluate(() => void (location.hash = '#/slides/poll-surgeon-result'));
  await expect(fresh.locator('section.present')).toContainText('4 hands in this room');
  await expect(fresh.locator('section.present')).toContainText('your answer');
  await fresh.close();
  expect(await again.stop()).toBe(0);
});

test('a clicker turns the slide after a mouse has answered the poll', async ({ app }) => {
  await open(app, 'poll-surgeon');
  await slide(app).getByRole('radio').first().click();
  await expect(slide(app).getByRole('radio').first()).toBeChecked();
  await app.page.keyboard.press('PageDown');
  await expect(app.page).toHaveURL(/poll-surgeon-result/);
  await expect(slide(app)).toContainText('this is your own answer');
});

test('groups: names with blanks, doubles, emoji and both directions; shuffles can be taken back @full', async ({
  app,
}) => {
  const { page } = app;
  await open(app, 'breakout');
  const names = slide(app).getByLabel('Names, one on each line');
  const people = slide(app).getByLabel('or how many people');
  const make = slide(app).getByRole('button', { name: 'Make groups' });
  await make.click();
  await expect(slide(app).getByRole('alert')).toHaveText('Paste names, or say how many.');
  for (const bad of ['0', '-4', '501', 'all', '3.5']) {
    await people.fill(bad);
    await expect(slide(app).getByRole('alert')).toBeVisible();
  }
  await names.fill('\n  Ana \n\nBo\nAna\nמחמד\nمحمد علي\n👩‍🚀 Zoë\n\n');
  await expect(slide(app)).toContainText('one group of 6');
  await expect(slide(app)).toContainText('Twice in the list and kept: Ana');
  await make.click();
  const listed = slide(app).locator('bdi');
  await expect(listed).toHaveCount(6);
  expect((await listed.allTextContents()).sort()).toEqual(
    ['Ana', 'Ana', 'Bo', 'מחמד', 'محمد علي', '👩‍🚀 Zoë'].sort(),
  );

  const first = await listed.allTextContents();
  const undo = slide(app).getByRole('button', { name: 'Undo' });
  await expect(undo).toBeDisabled();
  // Six people have 720 orders: some shuffle of ten is another one.
  for (let i = 0; i < 10; i += 1)
    await slide(app).getByRole('button', { name: 'Shuffle again' }).click();
  for (let i = 0; i < 10; i += 1) await undo.click();
  expect(await listed.allTextContents()).toEqual(first);

  await slide(app).getByRole('button', { name: 'Who is here' }).click();
  await names.fill(Array.from({ length: 503 }, (_, i) => `Name ${i + 1}`).join('\n'));
  await expect(slide(app)).toContainText('100 groups of 5');
  await expect(slide(app)).toContainText('3 more are left out');
  await make.click();
  await expect(slide(app)).toContainText('1–8 of 100');
  await reload(page);
  await page.locator('.reveal.ready section.present').waitFor();
  await expect(slide(app)).toContainText('1–8 of 100');

  await slide(app).getByRole('button', { name: 'Who is here' }).click();
  await names.fill('Only one');
  await expect(slide(app)).toContainText('one person alone');
  await make.click();
  await expect(slide(app).locator('bdi')).toHaveText('Only one');
});

test('groups: long names are whole while there is room for them', async ({ app }) => {
  test.skip(!app.host, 'Asks the web host.');
  const long = [
    'Francesca Lombardi',
    'Alexandra Papadopoulos',
    'Sofía Rodríguez Fernández',
    'Bo Ek',
  ];
  await open(app, 'breakout');
  // A Vietnamese name is in the slide's own letters too.
  const faces = () =>
    app.page.evaluate(async () => (await document.fonts.load('28px "Inter Variable"', 'ễ')).length);
  expect(await faces()).toBe(1);
  // One to six groups; of 22 people some groups have six.
  for (const people of [6, 10, 15, 22, 28]) {
    const names = Array.from({ length: people }, (_, at) => long[at % long.length]!);
    const value = { names, people, seeds: [people] };
    await app.ask('stage.set', { key: 'breakout/groups', value, keep: true, by: 'test' });
    const listed = slide(app).locator('li:has(> bdi)');
    await expect(listed).toHaveCount(people);
    await expect(async () => {
      const floor = (await slide(app).getByRole('button', { name: 'Undo' }).boundingBox())!.y;
      for (const one of await listed.all()) {
        const [cut, bottom] = await one.evaluate((item) => [
          // Letters reach a little over their line.
          item.scrollWidth > item.clientWidth || item.scrollHeight > item.clientHeight + 15,
          item.getBoundingClientRect().bottom,
        ]);
        expect([await one.textContent(), cut]).toEqual([await one.textContent(), false]);
        expect(bottom).toBeLessThan(floor as number);
      }
    }).toPass({ timeout: 20_000 });
  }
});

test('class lists: pasted in the presenter’s window, the room sees groups only', async ({
  app,
}) => {
  test.skip(!app.host, 'Opens a second window.');
  const { page } = app;
  await open(app, 'breakout');
  const presenter = await page.context().newPage();
  await presenter.goto(`${app.host!.origin}/#/present`);
  const names = presenter.getByLabel('Names, one on each line').first();
  await names.evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Name\tMail\nAna Gómez\tana@x.org\nBo Ek\tbo@x.org');
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(presenter.getByText('2 people are in the list.').first()).toBeVisible();
  for (const one of [page, presenter])
    await expect(one.locator('body')).not.toContainText(/x\.org|Ana/);
  await presenter.getByRole('button', { name: 'Make groups' }).first().click();
  await expect(slide(app)).toContainText('Ana Gómez');
  await expect(page.locator('body')).not.toContainText('x.org');
});

test(
  'the countdown: starts in one window and shows in the other, says its minutes, ' +
    'pauses, gains a minute, and is true after a sleep',
  async ({ app }) => {
    test.skip(!app.host, 'Opens a second window.');
    const room = await secondWindow(app, 'breakout?step=2');
    await open(app, 'breakout?step=2');
    const { page } = app;
    await page.clock.install();
    const digits = slide(app).locator('time');
    await expect(digits).toHaveText('8:00');
    const size = await digits.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    expect(size, 'pixels of the digits on a slide of 720').toBeGreaterThanOrEqual(200);

    await slide(app).getByRole('button', { name: 'Start' }).click();
    await expect(
      room.locator('section.present').getByRole('button', { name: 'Pause' }),
    ).toBeVisible();
    await page.clock.fastForward(60_000);
    await expect(digits).toHaveText(/^(7:00|6:5\d)$/);
    await expect(slide(app).getByRole('status')).toHaveText(/^[67] minutes left\.$/);
    await slide(app).getByRole('button', { name: 'Pause' }).click();
    const stood = await digits.textContent();
    await page.clock.fastForward(120_000);
    await expect(digits).toHaveText(stood!);
    await expect(room.locator('section.present time')).toHaveText(stood!);
    await slide(app).getByRole('button', { name: 'Add a minute' }).click();
    await expect(digits).toHaveText(/^(8:00|7:5\d)$/);
    await slide(app).getByRole('button', { name: 'Sound on' }).click();
    await expect(
      room.locator('section.present').getByRole('button', { name: 'Sound off' }),
    ).toBeVisible();

    await open(app, 'breakout-introduce');
    await expect(slide(app)).toContainText(/paused[78]:\d\d/);
    await open(app, 'breakout?step=2');
    await slide(app).getByRole('button', { name: 'Continue' }).click();
    await open(app, 'breakout-introduce');
    await expect(slide(app)).not.toContainText('paused');
    await expect(slide(app).locator('time')).toHaveText(/^[78]:\d\d$/);
    await page.clock.fastForward(3_600_000);
    await expect(slide(app).locator('time')).toHaveText('0:00');
    await expect(slide(app).getByRole('status')).toHaveText('Time is up.');
    await open(app, 'breakout?step=2');
    await expect(slide(app)).toContainText('Time is up');
    await slide(app).getByRole('button', { name: 'Reset' }).click();
    await expect(digits).toHaveText('8:00');
  },
);

test('the leaderboard: a preset and a slider re-rank the models in every window @full', async ({
  app,
}) => {
  test.skip(!app.host, 'Opens a second window.');
  await open(app, 'leaderboards?step=3');
  const room = await secondWindow(app, 'leaderboards?step=3');
  const ranking = room.locator('section.present [role="status"]');
  await expect(ranking).toHaveText(/^1\. Atlas/);
  await slide(app).getByRole('button', { name: 'Phone app' }).click();
  await expect(ranking).toHaveText(/^1\. Comet/);
  await slide(app).getByRole('button', { name: 'Accuracy only' }).click();
  await slide(app).getByRole('button', { name: 'Today’s data' }).click();
  await expect(ranking).toHaveText(/^1\. Ember/);
  await slide(app).getByRole('slider', { name: 'Performance' }).focus();
  await app.page.keyboard.press('Home');
  await expect(ranking).toHaveText('Nothing counts, so nothing is ranked.');

  await open(app, 'stakeholders?step=5');
  const shipped = slide(app).getByRole('status');
  await expect(shipped).toHaveText('choose Birch');
  for (const who of ['Sales', 'Product', 'Manager']) {
    await slide(app)
      .getByRole('slider', { name: `How much counts: ${who}` })
      .focus();
    await app.page.keyboard.press('Home');
  }
  await expect(shipped).toHaveText('choose Atlas');
});
