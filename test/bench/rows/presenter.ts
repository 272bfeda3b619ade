import type { Page } from '@playwright/test';
import { forget, startHost } from '../../e2e/host-process.ts';
import type { Bench, Measure } from '../bench.ts';
import { figures, notMeasured, summarize, type Row } from '../table.ts';
import { launch, viewport } from './pages.ts';

const presses = 40;
const moves = 30;
const betweenMs = 200;
const giveUpMs = 5_000;
/** How long anything else is waited for. */
const patienceMs = 180_000;
/** Long enough for all presses on any machine; stopped when they are done. */
const longRun = 'labs/latency/measure-run?epochs=10&repetitions=1000&replications=20';
const explored = 'slides/latency-matters?lab=latency/convert-explore';

interface Noting {
  pressedAt: number;
  shownAt: number;
}

const goto = (page: Page, place: string) =>
  page.evaluate((hash) => void (location.hash = hash), `#/${place}`);

/** Has a window note when a key was pressed in it: the event's own time, in milliseconds since 1970. */
const notePresses = (page: Page) =>
  page.evaluate(() =>
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        void Object.assign(window, { pressedAt: performance.timeOrigin + timeStamp }),
      { capture: true },
    ),
  );

/** Has the room note when what `selector` holds next looked otherwise: the frame after the one it was drawn in. */
const noteChange = (room: Page, selector: string) =>
  room.evaluate((wanted) => {
    const noting = window as unknown as Noting;
    noting.shownAt = 0;
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame(
          () => void (noting.shownAt = performance.timeOrigin + performance.now()),
        ),
      );
    });
    watch.observe(document.querySelector(wanted)!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  }, selector);

/** Presses `key` in the presenter's window so often; milliseconds until the room showed each. */
async function time(presenter: Page, room: Page, selector: string, keys: readonly string[]) {
  const noted: number[] = [];
  for (const key of keys) {
    await noteChange(room, selector);
    await presenter.keyboard.press(key);
    const shown = await room
      .waitForFunction(() => (window as unknown as Noting).shownAt, undefined, {
        timeout: giveUpMs,
      })
      .then((handle) => handle.jsonValue())
      .catch(() => null);
    const pressed = await presenter.evaluate(() => (window as unknown as Noting).pressedAt);
    noted.push(shown === null ? giveUpMs : shown - pressed);
    await room.waitForTimeout(betweenMs);
  }
  return noted;
}

async function begin(room: Page): Promise<Page> {
  await room.locator('.reveal.ready section.present').first().waitFor();
  await goto(room, longRun);
  await room
    .getByText(/TensorFlow native|WebAssembly/)
    .first()
    .waitFor();
  await room.keyboard.press('r');
  await room.locator('[data-state=running]').first().waitFor();
  await goto(room, 'slides/title');
  await room.locator('section.present h1').waitFor();
  const opened = room.waitForEvent('popup');
  await room.keyboard.press('s');
  const presenter = await opened;
  await presenter.getByText(/^Projector connected/).waitFor();
  await notePresses(presenter);
  return presenter;
}

const row = (what: string, noted: readonly number[], most: number, how: string): Row => {
  const { p50, p95, most: longest } = summarize(noted);
  return {
    what,
    value: p95,
    text: `${figures(p95)} ms (p50 ${figures(p50)}, at most ${figures(longest)})`,
    goal: { value: most, is: 'at most' },
    goalText: `p95 ≤ ${most} ms`,
    peer: '',
    how: `${noted.length} ${how}, until the frame after the change in the room's window; up to two frames too long`,
  };
};

async function measure(presenter: Page, room: Page, say: Bench['say']): Promise<Row[]> {
  say('Turning slides from the presenter’s window while a run is going on');
  // The first time through loads what the slides need.
  const turn = (count: number) => Array.from({ length: count }, () => 'PageDown');
  await time(presenter, room, '.reveal .slides', turn(5));
  const turned = await time(presenter, room, '.reveal .slides', turn(presses));
  say('Moving a lab’s slider in the presenter’s window while a run is going on');
  await goto(room, explored);
  // A part whose answer was said already hides nothing.
  const hidden = presenter.getByRole('button', { name: 'Show without a prediction' });
  const curve = presenter.locator('[aria-label="Figure"] .recharts-line path');
  await hidden.or(curve).first().waitFor();
  if (await hidden.isVisible()) await hidden.click();
  await room.locator('[aria-label="Figure"] .recharts-line path').first().waitFor();
  await presenter.getByRole('region', { name: 'Settings' }).getByRole('slider').first().focus();
  const to = Array.from({ length: moves }, (_, at) => (at % 10 < 5 ? 'ArrowRight' : 'ArrowLeft'));
  await time(presenter, room, '[aria-label="Figure"]', to.slice(0, 4));
  const moved = await time(presenter, room, '[aria-label="Figure"]', to);
  return [
    row('presenter to room during a run, p95', turned, 60, 'page keys'),
    row('the same for a lab’s slider, p95', moved, 150, 'arrow keys on a slider'),
  ];
}

/** From a key in the presenter's window to the picture in the room's, while a run keeps compute busy. */
export const presenter: Measure = async ({ root, browser: find, say }) => {
  const found = await find();
  const what = 'presenter to room during a run, p95';
  if (!found) return [notMeasured(what, 'no browser was found')];
  const host = await startHost({ root });
  const browser = await launch(found);
  try {
    const context = await browser.newContext({ viewport });
    context.setDefaultTimeout(patienceMs);
    const room = await context.newPage();
    await room.goto(host.url);
    const window = await begin(room);
    const rows = await measure(window, room, say);
    await goto(room, longRun);
    const state = await room.getByRole('region', { name: 'Run' }).getAttribute('data-state');
    await room.keyboard.press('x');
    if (state !== 'running')
      return rows.map((one) =>
        notMeasured(one.what, 'the run was over before all keys were pressed'),
      );
    return rows;
  } finally {
    await browser.close();
    await host.stop();
    await forget(host.home);
  }
};
