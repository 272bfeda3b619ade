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
  await app.ask('room.close');
  await expect(page.getByText('The room is closed.')).toBeVisible();
  expect(new Set(asked)).toEqual(new Set([new URL('/', link).href]));
  await context.close();
});

test('five phones lock a prediction and see the run, ask a question, and are who they were after 60 s offline and a killed host @full', async ({
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
  await expect(first.page.getByText('You are in, with 4 others.')).toBeVisible({
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
  await expect(first.page.getByText('The run', { exact: true })).toBeVisible();
  await accessible(first.page, 'a result on the phone');

  await app.ask('room.close');
  for (const { page, asked, context } of phones) {
    await expect(page.getByText('The room is closed.')).toBeVisible();
    const origin = new URL(link).origin;
    expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
    await context.close();
  }
  await again.stop();
});
