import { expect, test, type App } from './fixtures.ts';
import { bar } from './lab-page.ts';
import { reload } from './reload.ts';

const own = (app: App, name: RegExp) => app.page.getByRole('slider', { name });

test('a deep link opens the same state again; values are typed as people paste them', async ({
  app,
}) => {
  const { page } = app;
  const link =
    'labs/latency/queue-explore?preset=lunch-rush&seed=42&arrivalsPerSecond=2000&limitMs=50';
  await app.goto(link);
  const shown = async () => {
    await expect(bar(app)).toContainText('42');
    await expect(own(app, /Arrivals/)).toHaveAttribute('aria-valuetext', '2,000 /s');
    await expect(own(app, /Replicas/)).toHaveAttribute('aria-valuetext', '3');
    await expect(own(app, /Fixed limit/)).toHaveAttribute('aria-valuetext', '50 ms');
    await expect(page).toHaveURL(new RegExp(`${link.replace('?', '\\?')}$`));
  };
  await shown();
  await reload(page);
  await shown();
  const type = async (control: string, text: string) => {
    await page
      .getByRole('button', { name: new RegExp(`^${control}: .* Type a value`) })
      .press('Enter');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await type('Arrivals', '1,200 /s');
  await expect(own(app, /Arrivals/)).toHaveAttribute('aria-valuetext', '1,200 /s');
  await type('Fixed limit', '30 ms');
  await expect(own(app, /Fixed limit/)).toHaveAttribute('aria-valuetext', '30 ms');
  // Too many: it says what may be set, and offers the nearest.
  await type('Arrivals', '30,000');
  await expect(page.getByRole('alert')).toContainText('It goes from 0 to 20,000 /s.');
  await page.getByRole('button', { name: 'Use 20,000', exact: true }).press('Enter');
  await expect(own(app, /Arrivals/)).toHaveAttribute('aria-valuetext', '20,000 /s');
  // None: the load of the preset holds again, and stands in their place.
  await type('Arrivals', '0');
  await expect(own(app, /Load/)).toHaveAttribute('aria-valuetext', '270 %');
  await expect(own(app, /Arrivals/)).toHaveCount(0);
});

test('what an address gets wrong is said, put right, and the default is shown', async ({ app }) => {
  const { page } = app;
  await app.goto('labs/latency/nonsense');
  await expect(page.getByText(/no step “nonsense”/)).toBeVisible();
  await expect(page).toHaveURL(/labs\/latency\/measure-read$/);
  await app.goto('labs/latency/queue-explore?arrivalsPerSecond=-5&preset=none&speed=3');
  await expect(page.getByText(/arrivalsPerSecond is a number from 0 to/)).toBeVisible();
  await expect(page.getByText(/no preset “none”/)).toBeVisible();
  await expect(page.getByText(/no parameter "speed"/)).toBeVisible();
  await expect(page).not.toHaveURL(/speed/);
});
