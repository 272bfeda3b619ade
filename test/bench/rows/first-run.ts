import type { Page } from '@playwright/test';
import { forget, makeHome, startHost } from '../../e2e/host-process.ts';
import type { Measure } from '../bench.ts';
import { notMeasured } from '../table.ts';
import { launch, viewport } from './pages.ts';

/** Longer than this nobody waits; a busy computer may take a few times the goal. */
const patience = { timeout: 300_000 };
const mostInputs = 3;

/**
 * From the first window of a fresh data folder to the first finished run, by the path of a learner:
 * Learn alone, open the lab, run. Nobody reads meanwhile; every key that is pressed counts.
 */
export const firstRun: Measure = async ({ root, browser: find, say }) => {
  const found = await find();
  if (!found) return [notMeasured('first window to first run', 'no browser was found')];
  say('Doing what a learner does at the first start');
  const host = await startHost({ root, home: await makeHome(null) });
  const browser = await launch(found);
  try {
    const page = await browser.newPage({ viewport });
    const began = performance.now();
    await page.goto(host.url);
    const inputs = await learnAlone(page);
    const seconds = (performance.now() - began) / 1000;
    if (inputs > mostInputs)
      throw new Error(`The first run took ${inputs} inputs; ${mostInputs} is the most.`);
    return [
      {
        what: 'first window to first run',
        value: seconds,
        text: `${seconds.toFixed(1)} s, ${inputs} inputs`,
        goal: { value: 60, is: 'at most' },
        goalText: `≤ 60 s, ≤ ${mostInputs} inputs`,
        peer: 'no peer',
        how: `${found.source}, a data folder with nothing in it; every key pressed is an input`,
      },
    ];
  } finally {
    await browser.close();
    await host.stop();
    await forget(host.home);
  }
};

/** Goes the way, and returns how many inputs it took. */
async function learnAlone(page: Page): Promise<number> {
  let inputs = 0;
  const press = async (key: string) => {
    inputs += 1;
    await page.keyboard.press(key);
  };
  const tour = page.getByRole('region', { name: /^Tour/ });
  const run = page.getByRole('region', { name: 'Run', exact: true });

  await page.getByRole('dialog').getByRole('button', { name: 'Learn alone' }).waitFor(patience);
  await press('1');
  await tour.getByText('comes with a lab').waitFor(patience);
  await page.locator('.reveal.ready section.present h1').waitFor(patience);
  await press('l');
  await run.getByRole('button', { name: /^Run/, disabled: false }).waitFor(patience);
  await press('r');
  await page.locator('section[aria-label="Run"][data-state="finished"]').waitFor(patience);
  return inputs;
}
