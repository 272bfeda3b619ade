import { readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import type { Browser } from '../../../main/setup/find-browser.ts';
import { listenOn } from '../../e2e/wire.ts';
import { launch } from '../../bench/rows/pages.ts';
import { forget, startHost } from '../../e2e/host-process.ts';
import { finishSmall, labIds, quickest, smallRuns } from '../parts/lab-runs.ts';
import { goto, openPage, pressRun, walkSlides } from '../parts/screen.ts';
import { ended, joinHost, pause, within } from '../parts/window.ts';

/** What a whole lecture without a network came to. */
export interface Offline {
  /** Names of network interfaces that there were, loopback included. */
  interfaces: string[];
  /** Different slides that were shown, and that there are. */
  slides: number;
  ofSlides: number;
  finished: string[];
  /** What the pages asked for elsewhere, and errors that nobody caught. */
  foreign: string[];
  errors: string[];
  /** Packets that the kernel had no way to send, by its own counters. */
  noRoutes: number;
  hostExit: number | null;
}

async function counter(file: string, name: string): Promise<number> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  // Either a pair of lines, names over numbers, or a name and its number on one line.
  const heads = lines.findIndex((line) => line.startsWith('Ip:'));
  const at = heads < 0 ? -1 : lines[heads]!.split(/\s+/).indexOf(name);
  if (at > 0) return Number(lines[heads + 1]!.split(/\s+/)[at]);
  return Number(new RegExp(`^${name}\\s+(\\d+)`, 'm').exec(lines.join('\n'))?.[1] ?? 0);
}

/** The whole lecture on a screen, and the smallest run of each lab. */
async function onScreen(
  url: string,
  origin: string,
  found: Browser,
  slides: number,
): Promise<Omit<Offline, 'interfaces' | 'noRoutes' | 'hostExit'>> {
  const browser = await launch(found);
  try {
    const window = await joinHost(url);
    await window.info((info) => info.compute.state === 'ready');
    const page = await openPage(browser, origin, window.cookie);
    const wire = await listenOn(page.context());
    await page.reload();
    await goto(page, 'slides/title');
    const ofSlides = await page.evaluate(
      () =>
        new Set(
          [...document.querySelectorAll('.reveal .slides section[data-slide]')].map((one) =>
            one.getAttribute('data-slide'),
          ),
        ).size,
    );
    const { seen } = await walkSlides(page, slides, null);
    const finished: string[] = [];
    for (const [i, lab] of labIds.entries()) {
      await pressRun(page, lab, 1, smallRuns[lab]!);
      for (let tries = 0; tries < 2_000; tries++) {
        const run = window.snapshots.findLast(
          (snapshot) => snapshot.number === i + 1 && ended(snapshot),
        );
        if (run?.status === 'finished') finished.push(lab);
        if (run) break;
        await pause(50);
      }
    }
    for (const room of ['read', 'notebook', 'present']) {
      await goto(page, room);
      await page.getByRole('heading').first().waitFor();
      await pause(500);
    }
    window.close();
    return {
      slides: new Set(['title', ...seen]).size,
      ofSlides,
      finished,
      foreign: wire.foreign,
      errors: wire.errors,
    };
  } finally {
    await browser.close();
  }
}

/** The short form: host and compute as a window's socket has them, and one run. */
async function offScreen(
  url: string,
): Promise<Omit<Offline, 'interfaces' | 'noRoutes' | 'hostExit'>> {
  const window = await joinHost(url);
  await finishSmall(window, quickest, 1);
  window.close();
  return { slides: 0, ofSlides: 0, finished: [quickest], foreign: [], errors: [] };
}

const [root, found, wanted] = process.argv.slice(2) as [string, string, string];
const browser = JSON.parse(found) as Browser | null;
const host = await startHost({ root });
try {
  const came = browser
    ? await onScreen(host.url, host.origin, browser, wanted === 'all' ? Infinity : Number(wanted))
    : await offScreen(host.url);
  const offline: Offline = {
    ...came,
    interfaces: Object.keys(networkInterfaces()),
    noRoutes:
      (await counter('/proc/net/snmp', 'OutNoRoutes')) +
      (await counter('/proc/net/snmp6', 'Ip6OutNoRoutes')),
    hostExit: await within(20_000, 'the end of the host', host.stop()),
  };
  console.log(JSON.stringify(offline));
} finally {
  await host.stop();
  await forget(host.home);
}
