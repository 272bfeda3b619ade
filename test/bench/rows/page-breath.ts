import type { Page } from '@playwright/test';
import { forget, startHost } from '../../e2e/host-process.ts';
import type { Measure } from '../bench.ts';
import { figures, notMeasured, summarize, type Row } from '../table.ts';
import { launch, viewport } from './pages.ts';

/** A run of each lab, by the step that starts it. */
const runs = {
  latency: 'labs/latency/measure-run',
  'time-leak': 'labs/time-leak/split-run',
  backdoor: 'labs/backdoor/accept-run',
  fairness: 'labs/fairness/audit-run',
} as const;
const explored = 'labs/fairness/thresholds-explore';
const moves = 60;
const moveEveryMs = 16;
/** How long anything is waited for. */
const patience = { timeout: 180_000 };

interface Noting {
  longest: number;
  frames: number[];
}

const goto = (page: Page, place: string) =>
  page.evaluate((hash) => void (location.hash = hash), `#/${place}`);

/** Has the page note the longest time between two turns of its event loop, by a timer that is set again and again. */
const noteTurns = (page: Page) =>
  page.evaluate(() => {
    const noting = window as unknown as Noting;
    let last = performance.now();
    noting.longest = 0;
    const turn = () => {
      const now = performance.now();
      noting.longest = Math.max(noting.longest, now - last);
      last = now;
      setTimeout(turn, 0);
    };
    turn();
  });

/** Has the page note, for each move of the pointer, how long it works until the frame is drawn. */
const noteFrames = (page: Page) =>
  page.evaluate(() => {
    const noting = window as unknown as Noting;
    noting.frames = [];
    let waits = false;
    addEventListener(
      'pointermove',
      () => {
        // Two moves of one frame are drawn together.
        if (waits) return;
        waits = true;
        const began = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            noting.frames.push(performance.now() - began);
            waits = false;
          };
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });

/** Starts a run by key and waits for its end; the longest time without a turn meanwhile, in milliseconds. */
async function longestDuring(page: Page, place: string): Promise<number> {
  await goto(page, place);
  const bar = page.getByRole('region', { name: 'Run', exact: true });
  await bar.getByRole('button', { name: /^Run/, disabled: false }).waitFor(patience);
  await page.waitForTimeout(800);
  await page.evaluate(() => void ((window as unknown as Noting).longest = 0));
  await page.keyboard.press('r');
  await page.locator('section[aria-label="Run"][data-state="finished"]').waitFor(patience);
  return page.evaluate(() => (window as unknown as Noting).longest);
}

/** Drags a threshold to and fro over 20,000 people; the page's work for each frame, in milliseconds. */
async function dragged(page: Page): Promise<number[]> {
  await goto(page, explored);
  await page.getByRole('button', { name: 'Show without a prediction' }).click(patience);
  const line = page
    .getByRole('region', { name: 'Figure' })
    .getByRole('slider', { name: 'Threshold, minority' });
  await line.waitFor(patience);
  const box = (await line.boundingBox())!;
  const [middle, high] = [box.x + box.width / 2, box.y + 8];
  await page.mouse.move(middle, high);
  await page.mouse.down();
  await noteFrames(page);
  for (let move = 0; move < moves; move++) {
    await page.mouse.move(middle + 100 * Math.sin(move / 5), high + 4);
    await page.waitForTimeout(moveEveryMs);
  }
  await page.mouse.up();
  return page.evaluate(() => (window as unknown as Noting).frames);
}

/** The page meanwhile: the longest time that it hears nothing while a lab runs, and the frames of a drag. */
export const pageBreath: Measure = async ({ root, browser: find, say }) => {
  const during = 'longest time without a breath, the page during a run';
  const drag = 'frames of a threshold drag, p95';
  const found = await find();
  if (!found) return [during, drag].map((what) => notMeasured(what, 'no browser was found'));
  const host = await startHost({ root });
  const browser = await launch(found);
  try {
    const page = await (await browser.newContext({ viewport })).newPage();
    await page.goto(host.url);
    await page.locator('.reveal.ready section.present').first().waitFor(patience);
    await noteTurns(page);
    const longest: [string, number][] = [];
    for (const [lab, place] of Object.entries(runs)) {
      say(`Listening to the page during a run of the ${lab} lab`);
      longest.push([lab, await longestDuring(page, place)]);
    }
    say('Dragging a threshold');
    const frames = summarize(await dragged(page));
    const worst = Math.max(...longest.map(([, ms]) => ms));
    const rows: Row[] = [
      {
        what: during,
        value: worst,
        text: `${figures(worst)} ms (${longest.map(([lab, ms]) => `${lab} ${figures(ms)}`).join(', ')})`,
        goal: { value: 50, is: 'at most' },
        goalText: '≤ 50 ms',
        peer: 'no peer',
        how: `${found.source}; one run of each lab, from one turn of the page's event loop to the next; a timer sees it, which takes up to 5 ms itself`,
      },
      {
        what: drag,
        value: frames.p95,
        text: `${figures(frames.p95)} ms (p50 ${figures(frames.p50)}, at most ${figures(frames.most)})`,
        goal: { value: 16, is: 'at most' },
        goalText: 'p95 ≤ 16 ms',
        peer: 'no peer',
        how: `${found.source}; ${moves} moves over 20,000 people, from the pointer's event until its frame is drawn; waiting for the frame is part of it`,
      },
    ];
    return rows;
  } finally {
    await browser.close();
    await host.stop();
    await forget(host.home);
  }
};
