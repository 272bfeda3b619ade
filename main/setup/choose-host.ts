import { LecternError } from '../contract/errors.ts';
import { findElectron, type ElectronBinary } from './electron/electron-binary.ts';
import { noDisplay } from './electron/display.ts';
import { failedToday, noteFetch } from './electron/failed-fetch.ts';
import { fetchElectron } from './electron/fetch.ts';
import { sandboxFault } from './electron/sandbox.ts';
import type { Report } from './report.ts';

export type HostChoice = { host: 'electron'; binary: string } | { host: 'web'; why: string };

/** Electron refuses to run for root with its sandbox on, and Lectern never turns the sandbox off. */
export function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** The error of a person who asked for Electron and nothing else. `why` is the end of a sentence. */
export function electronRefused(why: string): LecternError {
  return new LecternError({
    code: 'internal',
    what: `Electron can't be started: ${why}`,
    safe: 'Nothing was changed.',
    next: 'Use npm start -- --web for the same program in a browser.',
  });
}

/** The line above the address, where the web host stands in for Electron. `why` is the end of a sentence. */
export function webInstead(why: string): string {
  return `Electron can't be started: ${why} Lectern runs as a local web page instead. Open this address:`;
}

/** The program that is there, or that is fetched now. A fetch that failed today is tried again only where Electron was asked for. */
async function obtainElectron(
  root: string,
  report: Report,
  asked: boolean,
): Promise<ElectronBinary> {
  const present = findElectron(root);
  if (present.path || process.env['ELECTRON_OVERRIDE_DIST_PATH']) return present;
  const failed = failedToday();
  if (failed && !asked)
    return {
      path: null,
      why: `${failed.why} That was less than a day ago; npm start -- --electron tries again at once.`,
    };
  const fetched = await fetchElectron(root, report);
  noteFetch(fetched.path ? null : fetched.why);
  return fetched;
}

/**
 * Electron where its program is present or can be fetched, a display exists and its sandbox can work; else the web host and the
 * reason. Throws a `LecternError` where Electron was asked for and can't be had.
 */
export async function chooseHost(
  root: string,
  report: Report,
  asked: { web?: boolean | undefined; electron?: boolean | undefined },
): Promise<HostChoice> {
  if (asked.web)
    return {
      host: 'web',
      why: 'Lectern runs as a local web page, as asked with --web. Open this address:',
    };
  const instead = (why: string): HostChoice => {
    if (asked.electron) throw electronRefused(why);
    return { host: 'web', why: webInstead(why) };
  };
  const impossible =
    noDisplay() ??
    (isRoot()
      ? 'you are root, and Electron’s sandbox does not work for root; start Lectern as an ordinary user.'
      : null);
  if (impossible) return instead(impossible);
  const electron = await obtainElectron(root, report, asked.electron ?? false);
  if (electron.path === null) return instead(electron.why);
  if (electron.warning) report.say(electron.warning);
  const fault = await sandboxFault(electron.path);
  return fault ? instead(fault) : { host: 'electron', binary: electron.path };
}
