import type { Page } from '@playwright/test';
import { forget, startHost } from '../../e2e/host-process.ts';
import type { Measure } from '../bench.ts';
import { figures, notMeasured, summarize, type Row } from '../table.ts';
import { launch, viewport } from './pages.ts';

/** At least so many; and never less than the whole deck from where it starts. */
const changes = 50;
/** A person who clicks quickly through slides. */
const betweenMs = 150;
/** Long enough for all changes on any machine; stopped when they are done. */
const longRun = 'labs/latency/measure-run?epochs=10&repetitions=1000&replications=20';

/** After so long without another slide a key press is taken to have changed nothing (milliseconds). */
const giveUpMs = 1_500;

interface Watched {
  /** From each key press until its slide was painted (milliseconds). */
  noted: number[];
}

/** Has the page note, for each arrow key, how long it took until a frame with another slide had been drawn. */
export async function noteChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted: number[] = [];
    Object.assign(window, { noted });
    let press = 0;
    const shown = () =>
      location.hash +
      (document.querySelector('.reveal .slides section.present:not(.stack)')?.textContent?.length ??
        '');
    addEventListener(
      'keydown',
      (event) => {
        if (!/^Arrow(Right|Left)$/.test(event.key)) return;
        const before = shown();
        // A press at the end of the deck changes nothing; the next one's change must not be taken for its own.
        const mine = ++press;
        const look = () => {
          if (mine !== press) return;
          // A slide that is not drawn yet has no title: nothing has been shown so far.
          if (shown() === before || !document.querySelector('.reveal .slides section.present h1'))
            return void requestAnimationFrame(look);
          // The next frame begins when this one has been drawn.
          requestAnimationFrame(() => noted.push(performance.now() - event.timeStamp));
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
}

const goto = (page: Page, place: string) =>
  page.evaluate((hash) => void (location.hash = hash), `#/${place}`);
const runBar = (page: Page) => page.getByRole('region', { name: 'Run' });

/** Goes through the deck to its end, and to and fro until so many changes were seen; milliseconds of each. */
export async function walk(page: Page, count: number): Promise<number[]> {
  let key = 'ArrowRight';
  let ends = 0;
  const all: number[] = [];
  // The last press of an earlier walk may have taken the way to this one for its change.
  await page.evaluate(() => void ((window as unknown as Watched).noted.length = 0));
  for (let presses = 0; all.length < count || ends === 0; presses++) {
    if (presses > 3 * count + 500) throw new Error('the arrow keys change no slide');
    const before = page.url();
    await page.keyboard.press(key);
    const seen = await page
      .waitForFunction(() => (window as unknown as Watched).noted.shift(), undefined, {
        timeout: giveUpMs,
      })
      .then(
        (handle) => handle.jsonValue(),
        () => undefined,
      );
    if (seen !== undefined) all.push(seen);
    // Too slow to be waited for, but a change: it counts as at least that slow.
    else if (page.url() !== before) all.push(giveUpMs);
    else {
      ends += 1;
      key = key === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    }
    await page.waitForTimeout(betweenMs);
  }
  return all;
}

/**
 * With the lab beside it a change takes longer, and the run must outlast them all: fewer, from a
 * slide that is so many steps before the end.
 */
const besideChanges = 40;
const besideFrom = 'slides/coupling?lab=latency/measure-run';

/** Starts a long run and walks through the deck while it goes on. Empty where the run was over too soon. */
async function walkDuringRun(page: Page, place: string, count: number): Promise<number[]> {
  await goto(page, longRun);
  await runBar(page)
    .getByRole('button', { name: /^Run/ })
    .and(page.locator(':enabled'))
    .waitFor({ timeout: 30_000 });
  await page
    .getByText(/TensorFlow native|WebAssembly/)
    .first()
    .waitFor({ timeout: 30_000 });
  await page.keyboard.press('r');
  await page.locator('[data-state=running]').first().waitFor({ timeout: 10_000 });
  await goto(page, place);
  await page.locator('section.present').first().waitFor();
  await page.waitForTimeout(800);
  const noted = await walk(page, count);
  await goto(page, longRun);
  const state = await runBar(page).getAttribute('data-state', { timeout: 10_000 });
  await page.keyboard.press('x');
  await page
    .locator('[data-state=running]')
    .first()
    .waitFor({ state: 'detached', timeout: 10_000 });
  return state === 'running' ? noted : [];
}

/** Paint time of a change of slide while a run keeps compute busy. */
export const slideChange: Measure = async ({ root, browser: find, say }) => {
  const what = 'slide change during a run, p95';
  const found = await find();
  if (!found) return [notMeasured(what, 'no browser was found')];
  const host = await startHost({ root });
  const browser = await launch(found);
  try {
    const page = await (await browser.newContext({ viewport })).newPage();
    await page.goto(host.url);
    await page.locator('.reveal.ready section.present').first().waitFor();
    await noteChanges(page);
    say('Changing slides while nothing runs');
    // The first time through the deck loads its later parts.
    await walk(page, 15);
    const idle = summarize(await walk(page, changes));
    const measure = async (
      name: string,
      place: string,
      how: string,
      count: number,
    ): Promise<Row> => {
      say(`Changing slides while a run is going on: ${how}`);
      const noted = await walkDuringRun(page, place, count);
      if (noted.length === 0)
        return notMeasured(name, 'the run was over before all changes were made');
      const { p50, p95, most } = summarize(noted);
      return {
        what: name,
        value: p95,
        text: `${figures(p95)} ms (p50 ${figures(p50)}, at most ${figures(most)})`,
        goal: { value: 33, is: 'at most' },
        goalText: 'p95 ≤ 33 ms',
        peer: `idle: p50 ${figures(idle.p50)}, p95 ${figures(idle.p95)} ms`,
        how:
          `${found.source}; ${noted.length} arrow keys, ${how}, from the key press until the ` +
          'frame after the one with the new slide; up to one frame (16.7 ms) too long',
      };
    };
    return [
      await measure(what, 'slides/title', 'slides only', changes),
      await measure(
        'the same with the lab beside, p95',
        besideFrom,
        'the lab’s live chart beside',
        besideChanges,
      ),
    ];
  } finally {
    await browser.close();
    await host.stop();
    await forget(host.home);
  }
};
