import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ParseArgsConfig } from 'node:util';
import { ensureReady } from '../setup/ensure-ready.ts';
import { findBrowser, type Browser } from '../setup/find-browser.ts';
import { cacheFolder } from '../setup/places.ts';
import { createReport } from '../setup/report.ts';
import {
  add,
  closingLine,
  exitCode,
  failedLines,
  oneFailure,
  tallied,
  type Count,
} from './test/count.ts';
import { electronForTests, notRun } from './test/electron.ts';
import { labsLeftOut, nativeMissing, whyNoLabs } from './test/native.ts';
import {
  browserEnv,
  playwright,
  shuffled,
  vitest,
  type Place,
  type Selection,
} from './test/runners.ts';
import { inOtherZones } from './test/zones.ts';
import { parseCommand } from './usage.ts';

const help: Record<Selection, string> = {
  short: `npm test -- [--electron]
  --electron   also the short list of specs in Electron, where its program, a display and its sandbox are there`,
  rest: 'npm run test:full takes no options. It runs what npm test leaves out, but for the sweeps.',
  sweeps:
    'npm run test:sweeps takes no options. It runs what npm test and npm run test:full leave ' +
    'out, and the unit tests once more in another order.',
};

/** Specs in a browser: most of them two files at once, then those that must not measure each other, one at a time. */
async function inBrowser(
  place: Place,
  selection: Selection,
  browser: Browser | null,
): Promise<Count> {
  if (!browser) {
    return oneFailure(
      'Components and end to end: no Chromium, Chrome or Edge was found. Install one, or name one with CHROMIUM_PATH.',
    );
  }
  console.log(`\nEnd to end in ${browser.path} (${browser.source})`);
  const env = browserEnv(browser);
  const together = await playwright(place, selection, 'web-together', env);
  // What must run alone is in npm test only.
  if (selection !== 'short') return together;
  return add(together, await playwright(place, selection, 'web-alone', env));
}

/** Electron's short list, where it is asked for and can run. */
async function inElectron(place: Place, asked: boolean): Promise<Count> {
  const electron = await electronForTests(place.root, asked);
  if (electron.path === null) {
    console.log(`\nEnd to end in Electron: not run: ${electron.why}`);
    return notRun(electron.why, asked);
  }
  console.log(`\nEnd to end in ${electron.path}`);
  return playwright(place, 'short', 'electron', { LECTERN_TEST_ELECTRON: electron.path });
}

/** What comes last: Electron's short list, the tests of dates in other zones, or the files that share what they loaded in another order. */
function ending(place: Place, selection: Selection, electron: boolean): Promise<Count> {
  if (selection === 'short') return inElectron(place, electron);
  return selection === 'rest' ? inOtherZones(place) : shuffled(place);
}

/**
 * Runs the tests: `short` is what every change is tried with, the others are what that leaves out. Prints one closing line.
 * What is out of date is built first, but not for a command that can't be followed. Returns 0 only when something was run
 * and nothing failed.
 */
export async function test(args: string[], root: string, selection: Selection): Promise<number> {
  const short = selection === 'short';
  const options: ParseArgsConfig['options'] = {
    help: { type: 'boolean', short: 'h' },
    ...(short && { electron: { type: 'boolean' } }),
  };
  const { values } = parseCommand({ args, options }, help[selection]);
  if (values['help']) {
    console.log(help[selection]);
    return 0;
  }
  const { library } = await ensureReady(root, createReport(), {});
  const noLabs = whyNoLabs(library);
  const place = { root, reports: await mkdtemp(join(tmpdir(), 'lectern-test-')) };
  try {
    const browser = await findBrowser(cacheFolder());
    const beside = add(
      await vitest(place, selection, browser, noLabs === null ? {} : nativeMissing),
      labsLeftOut(noLabs),
    );
    if (noLabs !== null)
      console.log(`\nThe labs on TensorFlow’s native library: not run: ${noLabs}`);
    const seen = await inBrowser(place, selection, browser);
    const last = await ending(place, selection, values['electron'] === true);
    const own = add(add(beside, seen), last);
    const sum = tallied(own, short, process.env['LECTERN_TEST_TALLY']);
    for (const line of [...failedLines(sum), closingLine(sum)]) console.log(line);
    return exitCode(own);
  } finally {
    await rm(place.reports, { recursive: true, force: true });
  }
}
