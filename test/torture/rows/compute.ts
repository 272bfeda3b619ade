import type { Page } from '@playwright/test';
import { seededRandom } from '../../../labs/math/random.ts';
import { launch, viewport } from '../../bench/rows/pages.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import { lostOf, readCards, settledCards } from '../parts/cards.ts';
import { finishSmall, labIds, quickest, runOf } from '../parts/lab-runs.ts';
import { ended, joinHost, pause, within, type JoinedWindow } from '../parts/window.ts';
import type { Finding, Tormentor } from '../torture.ts';

/** A kill comes at a random moment of the first so many milliseconds of a run. */
const momentsMs = 2_000;
/** Every so many kills a browser looks on. */
const lookEvery = 5;
const recoverWithinMs = 2_000;

interface Blow {
  lab: string;
  /** From the kill until compute is ready and the run is marked as failed. */
  recoveredMs: number;
  /** In the browser: from the kill until its message stands and Run can be pressed; null where nobody looked. */
  screenMs: number | null;
  /** The run says what happened, what is safe and what to do. */
  told: boolean;
}

/** Waits, in the page, for the message of a failed run and a Run button that can be pressed. */
async function screenRecovers(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const bar = document.querySelector('[aria-label="Run"][data-state]');
      const words =
        document.querySelector('[aria-label="Figure"]')?.textContent ??
        document.body.textContent ??
        '';
      const button = [...(bar?.querySelectorAll('button') ?? [])].find((one) =>
        /^\s*Run/.test(one.textContent ?? ''),
      );
      return (
        bar?.getAttribute('data-state') === 'failed' &&
        /Safe/.test(words) &&
        /Try/.test(words) &&
        button !== undefined &&
        !button.disabled
      );
    },
    undefined,
    { timeout: 15_000 },
  );
}

async function strike(
  window: JoinedWindow,
  lab: string,
  seed: number,
  afterMs: number,
  page: Page | null,
): Promise<Blow | null> {
  if (page) await page.evaluate((hash) => void (location.hash = hash), `#/labs/${lab}`);
  const { id } = await window.call('run.start', runOf(lab, seed));
  await within(
    20_000,
    'the start of a run',
    window.run(id, ({ status }) => status !== 'queued'),
  );
  if (page)
    await page.locator('[aria-label="Run"][data-state=running]').waitFor({ timeout: 20_000 });
  await pause(afterMs);
  const { compute } = await window.call('app.info', {});
  if (compute.state !== 'ready' || ended(await window.run(id, () => true))) return null;
  const began = performance.now();
  process.kill(compute.pid, 'SIGKILL');
  const screen = page ? screenRecovers(page).then(() => performance.now() - began) : null;
  const run = await within(20_000, 'the end of the run that was hit', window.run(id, ended));
  await within(
    20_000,
    'the restart of compute',
    window.info((info) => info.compute.state === 'ready' && info.compute.pid !== compute.pid),
  );
  const recoveredMs = performance.now() - began;
  const { error } = run;
  return {
    lab,
    recoveredMs,
    screenMs: screen && (await screen),
    told:
      run.status === 'failed' &&
      error?.code === 'compute-crashed' &&
      [error.what, error.safe, error.next].every((words) => words.length > 10),
  };
}

/** Compute killed at random moments of runs of every lab, with a short run between two kills. */
export const compute: Tormentor = async ({ root, seed, times, browser: find, say }) => {
  const count = times(50, 2);
  const random = seededRandom(seed);
  const host = await startHost({ root });
  const found = await find();
  const browser = found && (await launch(found));
  try {
    const window = await joinHost(host.url);
    await window.info((info) => info.compute.state === 'ready');
    let page: Page | null = null;
    if (browser) {
      const context = await browser.newContext({ viewport });
      const [name, ...value] = window.cookie.split('=');
      await context.addCookies([{ name: name!, value: value.join('='), url: host.origin }]);
      page = await context.newPage();
      await page.goto(host.origin);
      await page.locator('.reveal.ready section.present h1').waitFor();
    }
    const blows: Blow[] = [];
    const cards = new Set<string>();
    let lost = 0;
    let corrupt = 0;
    for (let k = 0; blows.length < count; k++) {
      if (k > 3 * count) throw new Error('most runs were over before they could be hit');
      const lab = labIds[k % labIds.length]!;
      say(`Killing compute in a run of ${lab}, ${blows.length + 1} of ${count}`);
      const looks = page !== null && k % lookEvery === 0;
      const blow = await strike(window, lab, k, random.uniform() * momentsMs, looks ? page : null);
      if (blow) blows.push(blow);
      cards.add(await within(60_000, 'a short run', finishSmall(window, quickest, k)));
      for (const { id } of await window.call('run.list', {})) cards.add(id);
      const files = await settledCards(host.home, cards);
      lost = Math.max(lost, lostOf(cards, files).length);
      corrupt = Math.max(corrupt, files.corrupt.length);
    }
    window.close();
    const closing = await host.stop();
    const files = await readCards(host.home);
    const slowest = (ms: readonly number[]) =>
      `${(Math.max(...ms) / 1000).toFixed(2)} s at most, ${ms.filter((one) => one > recoverWithinMs).length} of ${ms.length} later`;
    const late = (ms: readonly number[]) => ms.every((one) => one <= recoverWithinMs);
    const recovered = blows.map(({ recoveredMs }) => recoveredMs);
    const screens = blows.flatMap(({ screenMs }) => screenMs ?? []);
    const untold = blows.filter(({ told }) => !told).length;
    const rows: Finding[] = [
      {
        what: `compute killed ${count} times in runs of ${labIds.length} labs: cards lost, half-written`,
        figure: `${Math.max(lost, lostOf(cards, files).length)} lost, ${Math.max(corrupt, files.corrupt.length)} corrupt of ${cards.size}`,
        target: '0, 0',
        met: lost + corrupt + lostOf(cards, files).length + files.corrupt.length === 0,
        safety: true,
      },
      {
        what: 'compute killed: runs that did not say what happened; exit code of the host afterwards',
        figure: `${untold}; ${closing}`,
        target: '0; 0',
        met: untold === 0 && closing === 0,
        safety: true,
      },
      {
        what: 'compute killed: ready again and the run marked as failed',
        figure: slowest(recovered),
        target: '≤ 2 s each',
        met: late(recovered),
        safety: false,
      },
    ];
    if (screens.length > 0)
      rows.push({
        what: 'compute killed: the screen’s message stands and Run can be pressed',
        figure: slowest(screens),
        target: '≤ 2 s each',
        met: late(screens),
        safety: false,
      });
    return rows;
  } finally {
    await browser?.close();
    await host.stop();
    await forget(host.home);
  }
};
