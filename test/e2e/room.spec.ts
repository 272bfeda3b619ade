import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import type { RoomView } from '../../main/contract/room.ts';
import { expect, test, type App } from './fixtures.ts';
import { startHost } from './host-process.ts';
import { patience } from './patience.ts';
import { run } from './lab-page.ts';
import { readCode } from './read-code.ts';

/** Opens the room as a person does, on this computer alone, and reads the code from the big screen. */
async function openRoom(app: App, browser: Browser): Promise<string> {
  const { page } = app;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('open the room');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: /127\.0\.0\.1/ }).check();
  await page.getByRole('button', { name: 'Open the room' }).click();
  const code = page.getByRole('img', { name: /^Code that opens 127/ });
  await expect(code).toBeVisible();
  const link = await readCode(browser, code);
  const { open } = await app.ask<RoomView>('room.get');
  expect(link).toBe(open!.link);
  await expect(page.getByText(open!.word, { exact: true })).toBeVisible();
  return link!;
}

/** A phone of its own, in portrait, with what its page asks of the network. */
async function phone(browser: Browser, link: string, dark = false) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy/i.test(message.text())) asked.push(message.text());
  });
  await page.goto(link);
  return { page, context, asked };
}

const accessible = async (page: Page, what: string) =>
  expect((await new AxeBuilder({ page }).analyze()).violations, what).toEqual([]);

/** Goes back to the slide that the code stood over. */
const hideCode = (page: Page) => page.keyboard.press('Escape');

test('a phone joins by the code on the big screen, answers the slide’s poll, and the room closes', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Needs a second browser.');
  const browser = browserUnderTest!;
  const link = await openRoom(app, browser);
  const { page, context, asked } = await phone(browser, link);
  await expect(page.getByText('Nothing is asked now.')).toBeVisible();
  await expect(app.page.getByText('1 phone is in')).toBeVisible();
  await hideCode(app.page);
  await app.goto('slides/poll-surgeon');
  await page.getByRole('radio').first().check();
  await expect(page.getByText('Sent')).toBeVisible();
  await expect(app.page.getByText('1 of 1 phone answered')).toBeVisible();
  await accessible(page, 'a poll on the phone');
  await app.page
    .getByRole('button', { name: 'Count hands' })
    .or(app.page.getByRole('button', { name: 'Hands counted, not shown' }))
    .click();
  await app.page.getByRole('button', { name: 'Reveal' }).click();
  await expect(app.page.getByText('1 answer', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'The room’s answers' })).toBeVisible();
  // Closed while somebody types: what was typed is there when it opens again.
  await page.getByRole('button', { name: 'Ask the lecturer' }).click();
  await page.getByLabel('Your question').fill('Half a ques');
  await app.ask('room.close');
  await expect(page.getByText('The room is closed.')).toBeVisible();
  await app.ask('room.open', { host: '127.0.0.1' });
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(page.getByLabel('Your question')).toHaveValue('Half a ques');
  await app.ask('room.close');
  await expect(page.getByText('The room is closed.')).toBeVisible();
  expect(new Set(asked)).toEqual(new Set([new URL('/', link).href]));
  await context.close();
});

test('a new class says before that it closes the room; phones come back to the same address, and are asked for the new word', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Needs a second browser.');
  const browser = browserUnderTest!;
  const link = await openRoom(app, browser);
  const { page, context } = await phone(browser, link);
  await expect(page.getByText('Nothing is asked now.')).toBeVisible();
  await hideCode(app.page);
  const before = (await app.ask<RoomView>('room.get')).open!;
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('new class');
  await app.page.keyboard.press('Enter');
  const dialog = app.page.getByRole('dialog', { name: 'Classes' });
  await expect(dialog.getByText(/^The room is open\. It closes with this class\./)).toBeVisible();
  await dialog.getByRole('button', { name: 'Begin a new class' }).click();
  await expect(page.getByText('The room is closed.')).toBeVisible();
  await expect(dialog).toBeHidden();
  await openRoom(app, browser);
  const { address, word } = (await app.ask<RoomView>('room.get')).open!;
  expect(address).toBe(before.address);
  expect(word).not.toBe(before.word);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.getByLabel('The four letters on the big screen').fill(word);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('Nothing is asked now.')).toBeVisible();
  await context.close();
});

test('a phone ticks the six rows, weighs what counts, and is told its group and the time @sweep', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Needs a second browser.');
  const browser = browserUnderTest!;
  const link = await openRoom(app, browser);
  const { page, context } = await phone(browser, link);
  await hideCode(app.page);

  // The six rows: what is right is on the phone when the slide says it.
  await app.goto('slides/test-data-time');
  for (const time of ['2:00', '3:00', '6:00'])
    await page.getByRole('checkbox', { name: new RegExp(`Time ${time}`) }).check();
  await accessible(page, 'rows on the phone');
  await page.getByRole('button', { name: 'Lock it' }).click();
  await expect(page.getByText('2:00, 3:00, 6:00')).toBeVisible();
  await expect(app.page.getByText('1 of 1 phone answered.')).toBeVisible();
  expect(await page.content()).not.toContain('May be used');
  await app.page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('You had 4 of 6 right.')).toBeVisible();
  await accessible(page, 'rows with their answer');
  await expect(app.page.getByText('0 of 1 phone had every row right.')).toBeVisible();

  // Weights: the room's mean ranks on the slide, and the slide's own come back.
  await app.goto('slides/leaderboards?step=2');
  await page.getByRole('slider', { name: 'Performance' }).fill('0');
  await page.getByRole('slider', { name: 'Interpretability' }).fill('10');
  await accessible(page, 'weights on the phone');
  await page.getByRole('button', { name: 'Lock it' }).click();
  const board = app.page.locator('section.present');
  const mean = board.getByRole('button', { name: 'The room (1)' });
  await mean.click();
  await expect(mean).toHaveAttribute('aria-pressed', 'true');
  await expect(board.getByRole('slider', { name: 'Interpretability' })).toHaveValue('10');
  await expect(page.getByText('The bars are the room’s mean.')).toBeVisible();
  await board.getByRole('button', { name: 'Bank' }).click();
  await expect(mean).toHaveAttribute('aria-pressed', 'false');
  await expect(board.getByRole('slider', { name: 'Performance' })).toHaveValue('5');

  // Groups: each phone its own, and the clock of the big screen.
  await app.goto('slides/breakout');
  await expect(page.getByText('Nothing is asked now.')).toBeVisible();
  await board.getByRole('button', { name: 'Group the one phone' }).click();
  await expect(page.getByRole('heading', { name: 'You are in group 1' })).toBeVisible();
  await app.goto('slides/breakout?step=2');
  await board.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('timer')).toHaveText(/^7:5\d$/);
  await accessible(page, 'a group with the time');
  await board.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('The clock stands.')).toBeVisible();
  const shown = await board.locator('time').textContent();
  await expect(page.getByRole('timer')).toHaveText(shown!);
  await context.close();
});

test('five phones lock a prediction and see the run, ask a question, and are who they were after 60 s offline and a killed host @sweep', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Needs a second browser.');
  test.setTimeout(10 * patience);
  const browser = browserUnderTest!;
  const link = await openRoom(app, browser);
  const phones = [];
  for (let index = 0; index < 5; index += 1)
    phones.push(await phone(browser, link, index % 2 === 1));
  const [first, second, third] = phones as [
    (typeof phones)[0],
    (typeof phones)[0],
    (typeof phones)[0],
  ];
  await expect(app.page.getByText('5 phones are in')).toBeVisible();
  await accessible(app.page, 'the code on the big screen');
  await hideCode(app.page);
  const opened = app.page.waitForEvent('popup');
  await app.page.keyboard.press('s');
  const presenter = await opened;
  const pane = presenter.getByRole('region', { name: 'The room' });
  await expect(pane.getByText('5 joined')).toBeVisible();

  // The prediction: locked by all, and no value of it anywhere before the run.
  await app.goto('labs/latency/measure-predict');
  const saysOf = ['31', '7', '90', '45', '12'];
  for (const [index, { page }] of phones.entries()) {
    await page.getByRole('textbox').fill(saysOf[index]!);
    await page.getByText('Sure', { exact: true }).click();
    await accessible(page, 'a prediction being made');
    await page.getByRole('button', { name: 'Lock it' }).click();
    await expect(page.getByText('Locked', { exact: true })).toBeVisible();
  }
  await expect(pane.getByText('5 of 5 phones locked a prediction')).toBeVisible();
  const before = await app.ask<RoomView>('room.get');
  expect(JSON.stringify(before.tallies)).not.toMatch(/"(spread|value)":(?!null)/);
  await accessible(first.page, 'a locked prediction');

  // Offline: one changes its mind meanwhile; it counts when it is back.
  await third.context.setOffline(true);
  await expect(third.page.getByText(/^No connection/)).toBeVisible();
  await third.page.getByRole('button', { name: 'Change' }).click();
  await third.page.getByRole('textbox').fill('88');
  await third.page.getByRole('button', { name: 'Lock it' }).click();
  await expect(third.page.getByText(/^Not sent yet/)).toBeVisible();
  await third.page.waitForTimeout(60_000);
  await third.context.setOffline(false);
  await expect(third.page.getByText(/^Not sent yet/)).toBeHidden({ timeout: patience });

  // A question: only what is let through reaches phones and the big screen.
  await second.page.getByRole('button', { name: 'Ask the lecturer' }).click();
  await second.page.getByLabel('Your question').fill('Is <b>this</b> the mean? 👩‍🔬');
  await accessible(second.page, 'a question being written');
  await second.page.getByRole('button', { name: 'Send' }).click();
  await expect(pane.getByText('Is <b>this</b> the mean? 👩‍🔬')).toBeVisible();
  await expect(first.page.getByText(/the mean\?/)).toBeHidden();
  await pane.getByRole('button', { name: 'Let through' }).click();
  await first.page.getByRole('button', { name: 'Me too' }).click();
  await expect(pane.getByText('+1')).toBeVisible();
  await first.page.getByRole('button', { name: 'Lost me' }).click();
  await expect(pane.getByText('1 lost')).toBeVisible();
  await accessible(presenter, 'the presenter’s window with the room');

  // The host is killed in the middle: opened again, everybody is who they were.
  process.kill(app.host!.pid, 'SIGKILL');
  await expect(first.page.getByText(/^No connection/)).toBeVisible({ timeout: patience });
  const again = await startHost({ home: app.home });
  expect(again.origin).toBe(app.host!.origin);
  const { interrupted } = await app.ask<RoomView>('room.get');
  expect(interrupted).toMatchObject({ joined: 5 });
  await app.ask('room.open', { host: '127.0.0.1' });
  await expect(first.page.getByText('You are in, one of 5 phones that joined.')).toBeVisible({
    timeout: patience,
  });
  await expect
    .poll(async () => (await app.ask<RoomView>('room.get')).tallies, { timeout: patience })
    .toMatchObject({ 'predict/latency/measure-predict': { answered: 5 } });
  expect((await app.ask<RoomView>('room.get')).joined).toBe(5);

  // The run, and the spread beside it.
  await app.goto('labs/latency/measure-run');
  await run(app);
  const strip = app.page.getByRole('region', { name: 'The room’s predictions' });
  await expect(strip).toContainText('The middle half of 5 phones said 12 to 45', {
    timeout: patience,
  });
  // Whoever lectures said nothing of their own: the figure waits until they ask for it.
  await app.page.getByRole('button', { name: 'Show without a prediction' }).click();
  await expect(app.page.locator('[data-room-marks="5"]')).toBeVisible();
  await expect(strip).toContainText('On the axis: the room.');
  await expect(first.page.getByText('The run', { exact: true })).toBeVisible();
  await accessible(first.page, 'a result on the phone');

  // The spread again at the lecture's end.
  await app.goto('slides/recap');
  await expect(app.page.locator('section.present')).toContainText('said 12 to 45 ×');

  await app.ask('room.close');
  for (const { page, asked, context } of phones) {
    await expect(page.getByText('The room is closed.')).toBeVisible();
    const origin = new URL(link).origin;
    expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
    await context.close();
  }
  await again.stop();
});
