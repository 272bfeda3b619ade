import type { LatencyResult } from '../../labs/latency/result.ts';
import { costs } from '../../labs/latency/story/read-frontier.ts';
import { ceiling } from '../../labs/latency/story/read-result.ts';
import { expect, test, type App } from './fixtures.ts';
import { patience } from './patience.ts';
import { accessible, tabTo } from './keyboard.ts';
import { bar, cardsOf, figure, predict, run, state, story } from './lab-page.ts';
import type { LatencyCard } from './latency-card.ts';

const cards = (app: App) => cardsOf<LatencyCard>(app, 'latency');

/** The figure, its table and its two files are there in this part. */
async function figureWhole(app: App, columns: RegExp) {
  const { page } = app;
  const table = page.getByRole('button', { name: 'Table', exact: true });
  await tabTo(page, table);
  await page.keyboard.press('Enter');
  await expect(
    figure(app).getByRole('columnheader').filter({ hasText: columns }).first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  for (const [kind, name] of [
    ['numbers as CSV', /\.csv$/],
    ['picture as PNG', /\.png$/],
  ] as const) {
    await tabTo(page, page.getByRole('button', { name: `Export the ${kind}` }));
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(name);
  }
}

interface Part {
  id: string;
  /** What is typed as the prediction; null where it is a choice. */
  said: string | null;
  /** The answer to the check, from one's own run. */
  answer: (result: LatencyResult) => number;
  /** What the explore step is for. */
  explore: (app: App) => Promise<void>;
  columns: RegExp;
}

const own = (app: App, name: RegExp) => app.page.getByRole('slider', { name });

const storyParts: Part[] = [
  {
    id: 'measure',
    said: '30',
    columns: /^from ms$/,
    answer: (result) => {
      const { p50Ms, p99Ms } = result.models[1]!.measured[0]!;
      return p99Ms / p50Ms;
    },
    explore: async ({ page }) => {
      await tabTo(page, page.getByRole('radio', { name: 'Calls' }));
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('heading', { name: /A batch of 64 takes/ })).toBeVisible();
    },
  },
  {
    id: 'queue',
    said: '3',
    columns: /^requests a second$/,
    answer: (result) => ceiling(result, 'large')!,
    explore: async (app) => {
      await expect(figure(app).getByText('run 1', { exact: true })).toBeVisible();
      await tabTo(app.page, own(app, /Load/));
      await app.page.keyboard.press('End');
      await expect(app.page).toHaveURL(/loadPercent=2000/);
      // Load over one: in words, and why.
      await expect(figure(app).getByText('unstable: its queue grows without end')).toBeVisible({
        timeout: patience,
      });
      await app.page.keyboard.press('Control+z');
      await expect(app.page).not.toHaveURL(/loadPercent/);
      await expect(own(app, /^Queue/)).toHaveAttribute('aria-valuetext', 'no limit');
      await tabTo(app.page, own(app, /^Queue/));
      await app.page.keyboard.press('ArrowRight');
      await expect(app.page).toHaveURL(/queueCapacity=1\b/);
      await expect(figure(app)).toContainText(/one queue place · live, from the timings of run/, {
        timeout: patience,
      });
      await app.page.keyboard.press('Control+z');
    },
  },
  {
    id: 'batch',
    said: '240',
    columns: /^requests answered per second$/,
    answer: (result) => 1000 / costs(result, 'large')!.shared,
    explore: async (app) => {
      // A wait longer than anything that is simulated here still gives numbers, and the verdict says what it did.
      await tabTo(app.page, own(app, /Largest batch/));
      await app.page.keyboard.press('End');
      await tabTo(app.page, own(app, /Max wait/));
      await app.page.keyboard.press('End');
      await expect(figure(app).getByText(/^the wait (adds|takes|makes no difference)/)).toBeVisible(
        { timeout: patience },
      );
      await app.page.keyboard.press('Control+z');
      await app.page.keyboard.press('Control+z');
    },
  },
  {
    id: 'convert',
    said: '3',
    columns: /^study$/,
    answer: () => -77,
    explore: async (app) => {
      await tabTo(app.page, own(app, /Extra latency/));
      await app.page.keyboard.press('End');
      await expect(figure(app).getByText(/not measured here: from 0 to \+200 ms/)).toBeVisible();
      await app.page.keyboard.press('Control+z');
      await expect(
        figure(app).getByRole('heading', { name: 'The same 90 ms cost 6.4 %, 0.5 % or 0.1 %' }),
      ).toBeVisible();
    },
  },
  {
    id: 'decide',
    said: null,
    columns: /^Pareto set$/,
    answer: (result) =>
      new Set(result.stakeholders!.map(({ candidate }) => candidate)).size - result.pareto!.length,
    explore: async ({ page }) => {
      await tabTo(
        page,
        page
          .getByRole('group', { name: 'Which candidate do you ship?' })
          .getByRole('radio')
          .first(),
      );
      await page.keyboard.press('Space');
      await expect(page.getByText(/^You ship/)).toBeVisible();
    },
  },
];

test('the whole story by keyboard alone, accessible at every step, and all of it survives a restart @sweep', async ({
  app,
  browserUnderTest,
}) => {
  test.skip(!app.host, 'Reads the run cards over the web host’s socket.');
  const { page } = app;
  const step = (id: string) => expect(page).toHaveURL(new RegExp(`labs/latency/${id}\\b`));
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.goto('labs/latency');
  for (const part of storyParts) {
    await step(`${part.id}-read`);
    await accessible(page, `${part.id}-read`, part.id === 'measure' ? undefined : 'Story');
    await page.keyboard.press(']');

    await step(`${part.id}-predict`);
    if (part.said !== null) {
      await tabTo(page, story(app).getByRole('textbox'));
      await page.keyboard.type('nonsense');
      await expect(page.getByRole('button', { name: 'Lock it' })).toBeDisabled();
      await accessible(page, `${part.id}-predict`, 'Story');
    }
    await predict(app, part.said);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Your prediction, locked')).toBeVisible();
    await page.keyboard.press(']');

    await step(`${part.id}-run`);
    await run(app);
    // Also on a busy machine: load and limit follow what it can answer.
    await expect(page.getByText('What happened', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change', exact: true })).toHaveCount(0);
    await accessible(page, `${part.id}-run`);
    // From the second part on the first run lies over the figure.
    if (part.id === 'measure') {
      await tabTo(page, bar(app).getByRole('button', { name: 'Pin' }));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('complementary')).toContainText('Your machine');
    }
    await figureWhole(app, part.columns);
    await page.keyboard.press(']');

    await step(`${part.id}-explore`);
    await part.explore(app);
    await accessible(page, `${part.id}-explore`);
    await page.keyboard.press(']');

    await step(`${part.id}-check`);
    const newest = (await cards(app)).at(-1)!;
    const answer = part.answer(newest.result);
    await tabTo(page, story(app).getByRole('textbox'));
    await page.keyboard.type(String(answer * 7));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Not yet.')).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(Number.isInteger(answer) ? String(answer) : answer.toFixed(4));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Right:/)).toBeVisible();
    await accessible(page, `${part.id}-check`, 'Story');
    await page.keyboard.press(']');

    await step(`${part.id}-reflect`);
    if (part.id === 'convert') {
      await tabTo(page, page.getByRole('radio', { name: /Akamai/ }));
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('radio', { name: /Booking/ })).toBeChecked();
    }
    await tabTo(page, story(app).getByRole('textbox'));
    await page.keyboard.type(`Said of ${part.id}.`);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await accessible(page, `${part.id}-reflect`, 'Story');
    if (part.id === 'decide') break;
    await tabTo(page, page.getByRole('button', { name: /^Next(:|$)/ }));
    await page.keyboard.press('Enter');
    // Two parts end with code to write, an extra: one may go on.
    const extra = { measure: 'write-percentile', batch: 'write-batches' }[part.id as string];
    if (extra) {
      await step(extra);
      await page.keyboard.press(']');
    }
  }
  await tabTo(page, page.getByRole('button', { name: /^Finish/ }));
  await page.keyboard.press('Enter');
  const summary = page.getByRole('dialog', { name: 'Your summary: Latency vs conversion' });
  await expect(summary.getByRole('row', { name: /^5 Decide/ })).toContainText('small');
  await expect(summary.getByRole('row', { name: /^1 Measure/ })).toContainText(/30 ×.*\d ×/);
  await expect(summary.getByRole('button', { name: /^Next lab/ })).toBeVisible();
  await accessible(page, 'the summary');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Finish: your summary' })).toBeFocused();

  const all = await cards(app);
  expect(
    all.map((card) => [card.complete, card.measuredFrom === null, card.prediction?.value]),
  ).toEqual([
    [true, true, 30],
    [true, false, 3],
    [true, false, 240],
    [true, false, 3],
    [true, false, 'small'],
  ]);

  // The first run, pinned, lies over the last one's queues; Compare says what differs.
  await app.goto('labs/latency/queue-explore?arrivalsPerSecond=300');
  await expect(figure(app).getByText('run 1', { exact: true })).toBeVisible({ timeout: patience });
  await tabTo(page, page.getByRole('button', { name: 'Compare' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Settings that differ');
  await expect(page.getByRole('dialog').getByRole('columnheader', { name: /run 5/ })).toBeVisible();
  await accessible(page, 'compare');
  await page.keyboard.press('Escape');
  await tabTo(page, page.getByRole('complementary').getByRole('button', { pressed: true }));
  await page.keyboard.press('Enter');
  await expect(figure(app).getByText('run 1', { exact: true })).toHaveCount(0);

  // Stopped once batches are simulated: what comes after is not invented, and a whole run keeps its place in the figure.
  await app.goto('labs/latency/batch-run?epochs=1&seed=2&replications=20');
  await page.keyboard.press('r');
  await expect(bar(app)).toContainText(/Running: .*batch/i, { timeout: patience });
  await page.keyboard.press('x');
  await state(app, 'stopped');
  await app.goto('labs/latency/decide-explore?epochs=1&seed=2&replications=20');
  await expect(figure(app).getByRole('heading', { name: /^Together they ship/ })).toBeVisible();
  await expect(bar(app)).toContainText(/kept as run \d+; on screen is run \d+/);
  const stopped = (await cards(app)).at(-1)!;
  expect(stopped).toMatchObject({ complete: false, status: 'stopped' });
  expect(stopped.result.candidates).toBeUndefined();

  await app.host!.stop();
  const { startHost } = await import('./host-process.ts');
  const again = await startHost({ home: app.home });
  const second = await browserUnderTest!.newPage();
  await second.goto(again.url);
  await second.evaluate(() => void (location.hash = '#/labs/latency/convert-reflect'));
  await expect(second.getByRole('radio', { name: /Booking/ })).toBeChecked();
  await expect(second.getByRole('region', { name: 'Story' }).getByRole('textbox')).toHaveValue(
    'Said of convert.',
  );
  await expect(second.getByText(/you said/).first()).toBeVisible();
  await second.close();
  await again.stop();
});
