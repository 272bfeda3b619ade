import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LecternError } from '../contract/errors.ts';
import { fetchElectron, findElectron } from './electron-binary.ts';
import { cacheFolder } from './places.ts';
import { whileTicking, type Report } from './report.ts';

export type HostChoice = { host: 'electron'; binary: string } | { host: 'web'; why: string };

/** Why no window can be shown here; null where one can. */
export function noDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): string | null {
  if (platform !== 'linux') return null;
  return env['DISPLAY'] || env['WAYLAND_DISPLAY']
    ? null
    : 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set).';
}

/** Electron refuses to run for root with its sandbox on, and Lectern never turns the sandbox off. */
export function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** A download that can't work is tried once a day, not at every start: behind some walls it takes minutes to fail. */
const noteFile = () => join(cacheFolder(), 'electron-not-fetched');
function failedToday(): boolean {
  return (
    Date.now() - (statSync(noteFile(), { throwIfNoEntry: false })?.mtimeMs ?? 0) < 24 * 3_600_000
  );
}
function noteFailure(): void {
  try {
    if (failedToday()) return;
    mkdirSync(cacheFolder(), { recursive: true });
    writeFileSync(noteFile(), '');
  } catch {
    // Without a cache every start tries.
  }
}

/**
 * Electron where its program is present or can be fetched and a display exists; else the web host and the reason.
 * Throws a `LecternError` where Electron was asked for and can't be had.
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
  const why =
    noDisplay() ??
    (isRoot() ? 'you are root, and Electron’s sandbox does not work for root.' : null);
  let electron = findElectron(root);
  if (!why && !electron.path && (asked.electron || !failedToday())) {
    electron = await whileTicking(fetchElectron(root), (seconds) =>
      report.doing('Fetching Electron (about 110 MB, once)', `${seconds} s`),
    );
  }
  if (!why && !electron.path) noteFailure();
  if (!why && electron.path) return { host: 'electron', binary: electron.path };
  const reason = why ?? electron.why ?? 'it is not on this computer.';
  if (asked.electron) {
    throw new LecternError({
      code: 'internal',
      what: `Electron can't be started: ${reason}`,
      safe: 'Nothing was changed.',
      next: 'Use npm start -- --web for the same program in a browser.',
    });
  }
  return {
    host: 'web',
    why: `Electron can't be started: ${reason} Lectern runs as a local web page instead. Open this address:`,
  };
}
