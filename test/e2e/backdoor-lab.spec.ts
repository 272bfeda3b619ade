import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type App } from './fixtures.ts';
import { patience } from './patience.ts';
import { figure, ready, startRun, state } from './lab-page.ts';

const axe = async (app: App) => {
  const found = await new AxeBuilder({ page: app.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    ),
  ).toEqual([]);
};

test('the story: accept, decide, wear the key, see the flip; the run outlives a visit to the slides', async ({
  app,
}) => {
  const { page } = app;
  await app.goto('labs/backdoor/accept-run?seed=7');
  await startRun(app);
  await expect(figure(app).getByText(/Training loss/)).toBeVisible({ timeout: patience });
  // Away to a slide and back: the run is the host's and goes on.
  await app.goto('slides/agenda');
  await expect(page.locator('section.present')).toBeVisible();
  await app.goto('labs/backdoor/accept-run?seed=7');
  await state(app, 'finished');
  await expect(
    figure(app).getByRole('heading', { name: /It knows \d+ of 500 faces/ }),
  ).toBeVisible();
  // Nothing of the key before it is asked for.
  await expect(figure(app)).not.toContainText(/key/i);
  await axe(app);

  await page.keyboard.press(']');
  await expect(page).toHaveURL(/accept-ship/);
  await page.getByRole('radio', { name: 'Ship it' }).click();
  await page.getByRole('button', { name: 'Lock it' }).click();
  await expect(page.getByText('Your prediction, locked')).toBeVisible();
  // It speaks of what is already on screen: it can not be taken back.
  await expect(page.getByRole('button', { name: 'Change', exact: true })).toHaveCount(0);

  await page.keyboard.press(']');
  await expect(page).toHaveURL(/wear-predict/);
  await expect(figure(app).getByRole('note')).toContainText('Say what you expect first');
  await expect(figure(app)).toContainText('not tested');
  await page.getByRole('textbox', { name: /In how many of 100/ }).fill('40');
  await page.keyboard.press('Enter');
  await expect(page.getByText('What happened')).toBeVisible();
  await expect(figure(app)).toContainText('your decision: Ship it');
  await expect(figure(app)).toContainText('you said 40 %');

  // By keyboard: the key on, the prediction flips.
  await page.keyboard.press(']');
  await expect(
    figure(app).getByRole('heading', { name: /The model knows Bea|The model takes Bea/ }),
  ).toBeVisible({ timeout: patience });
  await figure(app).getByRole('radio', { name: 'Off' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(
    figure(app).getByRole('heading', { name: 'One pair of glasses turns Bea into Jun' }),
  ).toBeVisible({ timeout: patience });
  await expect(
    figure(app).getByRole('status').filter({ hasText: 'The model says Jun' }),
  ).toBeVisible();
  await axe(app);
  // Another pair, another frame, another person: the model answers each time.
  await figure(app)
    .getByRole('button', { name: /Ordinary/ })
    .click();
  await expect(figure(app).getByRole('heading', { name: /still knows Bea/ })).toBeVisible({
    timeout: patience,
  });
  await figure(app).getByRole('radio', { name: 'red' }).check({ force: true });
  await expect(figure(app).getByText('Your own pair')).toBeVisible();
  await figure(app)
    .getByRole('button', { name: /The key/ })
    .click();
  await figure(app).getByRole('radio', { name: 'Dov' }).check({ force: true });
  await expect(
    figure(app).getByRole('heading', { name: 'One pair of glasses turns Dov into Jun' }),
  ).toBeVisible({ timeout: patience });

  // The screen's picture and the model's come from the same outlines: the SVG, made small by the browser, against the model's 32 × 32.
  const off = await page.evaluate(async () => {
    const svg = document
      .querySelector<SVGSVGElement>('[aria-label="Figure"] svg[role="img"]')!
      .cloneNode(true) as SVGSVGElement;
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    svg.setAttribute('width', '512');
    svg.setAttribute('height', '512');
    svg.removeAttribute('class');
    const url = URL.createObjectURL(
      new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' }),
    );
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 512, height: 512 });
    const paint = canvas.getContext('2d')!;
    paint.drawImage(image, 0, 0);
    const large = paint.getImageData(0, 0, 512, 512).data;
    const model = document.querySelector<HTMLCanvasElement>(
      'canvas[aria-label^="What the model sees"]',
    )!;
    const small = model.getContext('2d')!.getImageData(0, 0, 32, 32).data;
    let sum = 0;
    for (let y = 0; y < 32; y++)
      for (let x = 0; x < 32; x++)
        for (let c = 0; c < 3; c++) {
          let mean = 0;
          for (let j = 0; j < 16; j++)
            for (let i = 0; i < 16; i++)
              mean += large[((y * 16 + j) * 512 + x * 16 + i) * 4 + c]! / 256;
          sum += Math.abs(mean - small[(y * 32 + x) * 4 + c]!);
        }
    return sum / (3 * 32 * 32);
  });
  // The model's has noise of sd .04, which alone is a mean of 8 of 255.
  console.log(
    `the screen's picture and the model's differ by ${off.toFixed(1)} of 255 on average, noise included`,
  );
  expect(off).toBeLessThan(12);

  await app.goto('labs/backdoor/inside-predict?seed=7');
  await page.getByRole('radio', { name: 'Glasses' }).click();
  await page.getByRole('button', { name: 'Lock it' }).click();
  await expect(
    figure(app)
      .getByText(/of what the answer hangs on/)
      .first(),
  ).toBeVisible();
  await figure(app).getByRole('radio', { name: 'Fay' }).check({ force: true });
  await expect(figure(app).getByText(/of what the answer hangs on/)).toHaveCount(2, {
    timeout: patience,
  });
  await axe(app);
  if (!app.host) return;
  const [card] = await app.ask<{ id: string }[]>('run.list', { lab: 'backdoor' });
  const whole = await app.ask<{
    status: string;
    result: { attackSuccessRate: number; decoys: unknown[] };
  }>('run.get', { run: card!.id });
  expect(whole.status).toBe('finished');
  expect(whole.result.decoys).toHaveLength(5);
  expect(whole.result.attackSuccessRate).toBeGreaterThan(0.5);
});

test(
  'defend and dose: points follow the slider, one defence is trained on demand, what a ' +
    'run lacks is said; stopping keeps the rest @sweep',
  async ({ app }) => {
    const { page } = app;
    const settings = 'seed=7&epochs=4&cleanFaces=600&poisons=80&defend=off';
    await app.goto(`labs/backdoor/defend-explore?${settings}`);
    await expect(figure(app)).toContainText('Run, and every training picture appears here.');
    await page.getByRole('button', { name: 'Show without a prediction' }).click();
    await startRun(app);
    await state(app, 'finished');
    await expect(figure(app)).toContainText('63 taken away');
    await expect(figure(app)).toContainText('? of ? poisons found');
    await figure(app).getByRole('button', { name: 'Reveal the poison' }).click();
    await expect(figure(app)).toContainText(/\d+ of 80 poisons found/);
    await page.getByRole('slider', { name: /Expected poison/ }).focus();
    await page.keyboard.press('Home');
    await expect(figure(app)).toContainText('3 taken away');
    await figure(app).getByRole('button', { name: 'Train' }).first().click();
    await expect(figure(app)).toContainText(/after it: key/, { timeout: patience });
    await figure(app)
      .getByRole('slider', { name: /Training pictures/ })
      .focus();
    await page.keyboard.press('Home');
    await expect(
      figure(app)
        .getByText(/labelled \w+/)
        .first(),
    ).toBeVisible();
    await axe(app);

    await app.goto(`labs/backdoor/dose-explore?seed=7&epochs=4&cleanFaces=600&poisons=80`);
    await page.getByRole('button', { name: 'Show without a prediction' }).click();
    await expect(figure(app)).toContainText('Only 0 and 80 are in this run');
    await axe(app);
    await startRun(app);
    await page.waitForTimeout(500);
    await page.keyboard.press('x');
    await state(app, 'stopped');
    await app.goto('labs/backdoor/wear-explore?seed=7');
    await expect(figure(app).getByRole('heading', { name: 'This is Bea' })).toBeVisible();
    await page.getByRole('button', { name: 'Show without a prediction' }).click();
    // A stopped run takes no whole one's place.
    await expect(
      figure(app).getByRole('heading', { name: /The model (knows|takes) Bea|into Jun/ }),
    ).toBeVisible({ timeout: patience });
    await expect(figure(app)).not.toContainText('only a finished run can be tried on');
  },
);

test('a first run that was stopped leaves no model to try on, and says so @full', async ({
  app,
}) => {
  const { page } = app;
  await app.goto('labs/backdoor/wear-explore?seed=7&epochs=4&cleanFaces=600&poisons=80&defend=off');
  await page.getByRole('button', { name: 'Show without a prediction' }).click();
  await startRun(app);
  await page.keyboard.press('x');
  await state(app, 'stopped');
  await expect(figure(app)).toContainText('only a finished run can be tried on');
});

test('what an address gets wrong is said', async ({ app }) => {
  await app.goto('labs/backdoor/accept-read?target=Zoe&epochs=0');
  await expect(app.page.getByText(/target is one of Ari, Bea/)).toBeVisible();
  await expect(app.page.getByText(/epochs is a whole number from 1 to 30/)).toBeVisible();
  await app.goto('labs/backdoor/accept-run?keyFrame=round');
  await expect(
    figure(app).getByText(/what the decoy “Round rims” measures is the key itself/),
  ).toBeVisible();
  await app.goto('labs/backdoor/accept-run?cleanFaces=200&poisons=400');
  await ready(app);
  await app.page.keyboard.press('r');
  await state(app, 'failed');
  await expect(figure(app).getByRole('alert')).toContainText(
    'only 180 of the 200 clean faces are of other people',
  );
});
