import type { Page } from '@playwright/test';
import { launch } from '../../bench/rows/pages.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import { lostOf, settledCards } from '../parts/cards.ts';
import { nodeMemory } from '../parts/inspector.ts';
import { pageMemory } from '../parts/page-memory.ts';
import { quickest, smallRuns } from '../parts/lab-runs.ts';
import { goto, openPage, pressRun, walkSlides } from '../parts/screen.ts';
import { ended, joinHost, pause, type JoinedWindow } from '../parts/window.ts';
import { notTried, type Finding, type Tormentor } from '../torture.ts';

/** Which lab runs in each of ten runs: the quick one most often. */
const tenRuns = [
  quickest,
  'latency',
  quickest,
  'time-leak',
  quickest,
  'backdoor',
  quickest,
  quickest,
  quickest,
  quickest,
];
const slidesPerRun = 10;
/** Memory may grow by this part after the first ten runs. */
const mayGrow = 0.2;

/** Bytes, and for compute the number of its tensors, with everything at rest. */
interface Look {
  renderer: number;
  rendererCode: number;
  rendererRss: number;
  host: number;
  hostRss: number;
  compute: number;
  computeRss: number;
  tensors: number;
}

async function look(page: Page, host: number, window: JoinedWindow): Promise<Look> {
  // The same screen each time, and what is done a moment later is done.
  await goto(page, 'slides/title');
  await pause(1_500);
  const { compute } = await window.call('app.info', {});
  if (compute.state !== 'ready') throw new Error('compute is not ready');
  const renderer = await pageMemory(page);
  const hostMemory = await nodeMemory(host);
  const computeMemory = await nodeMemory(compute.pid);
  return {
    renderer: renderer.heap,
    rendererCode: renderer.code,
    rendererRss: renderer.rss,
    host: hostMemory.heap,
    hostRss: hostMemory.rss,
    compute: computeMemory.heap,
    computeRss: computeMemory.rss,
    tensors: computeMemory.tensors ?? -1,
  };
}

/** Presses Run and waits until the host and the screen say that it has finished. */
async function runOnScreen(
  page: Page,
  window: JoinedWindow,
  number: number,
  lab: string,
): Promise<string> {
  await pressRun(page, lab, number, smallRuns[lab]!);
  for (;;) {
    const run = window.snapshots.findLast(
      (snapshot) => snapshot.number === number && ended(snapshot),
    );
    window.snapshots.length = 0;
    if (run && run.status !== 'finished')
      throw new Error(`run ${number} of ${lab} ended as ${run.status}: ${run.error?.what ?? ''}`);
    if (run)
      return page
        .locator('[aria-label="Run"][data-state=finished]')
        .waitFor()
        .then(() => run.id);
    await pause(20);
  }
}

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/**
 * Hundreds of runs and thousands of slide changes in one window: what renderer, host and compute
 * take in the end beside after the first ten runs.
 */
export const endurance: Tormentor = async ({ root, times, browser: find, say }) => {
  const runs = Math.max(11, times(200, 14));
  const found = await find();
  if (!found || process.platform !== 'linux')
    return [
      notTried(
        'endurance',
        found
          ? 'memory is read from /proc, which this system does not have'
          : 'no browser was found',
      ),
    ];
  const host = await startHost({ root });
  const browser = await launch(found);
  try {
    const window = await joinHost(host.url);
    await window.info((info) => info.compute.state === 'ready');
    const page = await openPage(browser, host.origin, window.cookie);
    const cards = new Set<string>();
    let place: string | null = null;
    let slides = 0;
    let first: Look | null = null;
    const trail: Look[] = [];
    for (let number = 1; number <= runs; number++) {
      say(`Run ${number} of ${runs}, slide change ${slides}`);
      cards.add(await runOnScreen(page, window, number, tenRuns[(number - 1) % tenRuns.length]!));
      const walked: Awaited<ReturnType<typeof walkSlides>> = await walkSlides(
        page,
        slidesPerRun,
        place,
      );
      place = walked.last;
      slides += slidesPerRun;
      if (number === 10) first = await look(page, host.pid, window);
      else if (number % 50 === 0 && number < runs) trail.push(await look(page, host.pid, window));
    }
    const last = await look(page, host.pid, window);
    const files = await settledCards(host.home, cards);
    const row = (what: string, of: (look: Look) => number): Finding => {
      const [then, now] = [of(first!), of(last)];
      const between =
        trail.length > 0 ? `, in between ${trail.map((one) => megabytes(of(one))).join(', ')}` : '';
      const change = `${now >= then ? '+' : '−'}${Math.abs(100 * (now / then - 1)).toFixed(1)} %`;
      return {
        what: `${runs} runs, ${slides} slide changes: ${what}`,
        figure: `${megabytes(then)} → ${megabytes(now)} (${change})${between}`,
        target: '≤ +20 % after the first ten runs',
        met: now <= then * (1 + mayGrow),
        safety: false,
      };
    };
    return [
      row('renderer, JavaScript heap', (one) => one.renderer),
      // A leak shows here; the row above also counts what the engine compiles as it learns which functions run often.
      row('renderer, the same without compiled code', (one) => one.renderer - one.rendererCode),
      row('renderer, resident', (one) => one.rendererRss),
      row('host, JavaScript heap', (one) => one.host),
      row('host, resident', (one) => one.hostRss),
      row('compute, JavaScript heap', (one) => one.compute),
      row('compute, resident', (one) => one.computeRss),
      {
        what: `${runs} runs: tensors that compute holds`,
        figure: `${first!.tensors} after ten runs, ${last.tensors} in the end`,
        target: 'none more',
        met: last.tensors <= first!.tensors && first!.tensors >= 0,
        safety: false,
      },
      {
        what: `${runs} runs: cards lost, corrupt`,
        figure: `${lostOf(cards, files).length}, ${files.corrupt.length}`,
        target: '0, 0',
        met: lostOf(cards, files).length + files.corrupt.length === 0,
        safety: true,
      },
    ];
  } finally {
    await browser.close();
    await host.stop();
    await forget(host.home);
  }
};
