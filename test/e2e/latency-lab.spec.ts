import { expect, test } from './fixtures.ts';
import { patience } from './patience.ts';
import { tabTo } from './keyboard.ts';
import { backend, cardsOf, figure, ready, state } from './lab-page.ts';
import type { LatencyCard } from './latency-card.ts';
import { reload } from './reload.ts';

/** Goals of the bench, which measures on an idle machine; here figures are printed beside them. */
const goal = { firstNumbersMs: 1_000, finishedMs: 10_000 };

test('from the slide to a finished run, by keyboard', async ({ app }) => {
  await app.page.keyboard.press('g');
  await app.page.locator('[cmdk-input]:focus').waitFor();
  await app.page.keyboard.type('latency-matters');
  await app.page.keyboard.press('Enter');
  await expect(app.page.locator('section.present[data-slide="latency-matters"] h1')).toBeVisible();
  await app.page.keyboard.press('l');
  await expect(app.page).toHaveURL(/lab=latency/);
  await ready(app);
  await expect(app.page.locator('section.present h1')).toBeVisible();
  // The slide opens the part that it speaks of. Its curves are formulas, but they wait for the question as a run's numbers do.
  await expect(app.page).toHaveURL(/convert-read/);
  await expect(app.page.getByText(/need no run/)).toBeVisible();
  await expect(figure(app).locator('.recharts-line path')).toHaveCount(0);

  const started = Date.now();
  await app.page.keyboard.press('r');
  await state(app, 'running');
  // Nothing of part 1 stands here meanwhile.
  await expect(figure(app).getByRole('note')).toContainText('Say what you expect first');
  await expect(figure(app).locator('.recharts-line path')).toHaveCount(0);
  await app.goto('slides/latency-matters?lab=latency/measure-run');
  await expect(
    figure(app).getByRole('heading', { name: 'Training: the loss of each model, pass by pass' }),
  ).toBeVisible({ timeout: patience });
  await expect(figure(app).locator('.recharts-line path').first()).toBeVisible({
    timeout: patience,
  });
  const first = Date.now() - started;
  await state(app, 'finished');
  const whole = Date.now() - started;
  console.log(
    `first numbers after ${first} ms (goal ${goal.firstNumbersMs}), finished after ${whole} ms (goal ${goal.finishedMs})`,
  );
  // Nobody said what they expect yet: what was found stays hidden.
  await expect(figure(app).getByRole('note')).toContainText('Say what you expect first');

  // Back on the slide: its own numbers would answer the lab's question, so they wait as well.
  await app.goto('slides/latency-matters?step=3');
  await expect(app.page.getByRole('link', { name: 'say first what you expect' })).toBeVisible();
  if (!app.host) return;

  // A formula answers this part's question: once it is locked, its figure shows and the slide speaks.
  await app.page.keyboard.press('l');
  await expect(app.page).toHaveURL(/lab=latency\/convert/);
  await app.ask('learner.change', {
    kind: 'predict',
    lab: 'latency',
    step: 'convert-predict',
    value: 5,
  });
  await expect(figure(app).getByText('Akamai, smartphones', { exact: true })).toBeVisible();
  await expect(figure(app).getByRole('note')).toHaveCount(0);
  await app.page.keyboard.press('l');
  // Beside other work the small model's tail may be the longer one: then the slide says so.
  await expect(
    app.page.getByText(/^(Yours, run 1: the large model answers|In run 1, )/),
  ).toBeVisible();
  for (let i = 0; i < 3; i += 1) await app.page.keyboard.press('ArrowRight');
  await expect(app.page).toHaveURL(/latency-throughput\?step=3/);
  // Only a run answers the question of the next slide's figure: said is not yet answered.
  const asks = app.page.locator('section.present');
  await expect(asks.getByRole('link', { name: 'say first what you expect' })).toBeVisible();
  const said = { step: 'batch-predict', value: 240 };
  await app.ask('learner.change', { kind: 'predict', lab: 'latency', ...said });
  await expect(asks.getByRole('link', { name: 'your prediction waits for a run' })).toBeVisible();
  const [one] = await cardsOf<LatencyCard>(app, 'latency');
  const { labs } = await app.ask<{
    labs: Record<string, { predictions: Record<string, { lockedAt: string }> }>;
  }>('learner.get');
  await app.ask('run.start', {
    lab: 'latency',
    parameters: one!.parameters,
    seed: 1,
    preset: null,
    measuredFrom: one!.id,
    prediction: {
      ...said,
      question: 'How many?',
      unit: '/s',
      lockedAt: labs.latency!.predictions[said.step]!.lockedAt,
    },
  });
  await expect(app.page.getByText('run 2, as measured')).toBeVisible({ timeout: patience });
  const picture = app.page.locator('section.present svg[role="img"]').first();
  await expect(picture).toHaveAttribute('aria-label', /3 answers per second/);
  await tabTo(app.page, app.page.getByRole('button', { name: '16', exact: true }));
  await app.page.keyboard.press('Enter');
  await expect(picture).toHaveAttribute(
    'aria-label',
    /latency 4 s for each of the 16; 4 answers per second/,
  );
  await tabTo(
    app.page,
    app.page.getByRole('group', { name: 'coming per second' }).getByRole('button', { name: '1' }),
  );
  await app.page.keyboard.press('Enter');
  await expect(picture).toHaveAttribute(
    'aria-label',
    /latency 19 s: wait 15, answer 4; 1 answer per second/,
  );
  await reload(app.page);
  await expect(picture).toHaveAttribute('aria-label', /wait 15/);

  const all = await cardsOf<LatencyCard>(app, 'latency');
  expect(all).toHaveLength(2);
  const card = all.find(({ id }) => id === one!.id);
  expect(card).toMatchObject({ status: 'finished', complete: true, backend });
  expect(card!.result.models.map((model) => model.auc > 0.55)).toEqual([true, true, true]);
});
