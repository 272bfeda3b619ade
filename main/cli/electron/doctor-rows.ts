import { isRoot } from '../../setup/choose-host.ts';
import { findElectron, wantedElectron } from '../../setup/electron/electron-binary.ts';
import { noDisplay, unreachableDisplay } from '../../setup/electron/display.ts';
import { lastFailedFetch } from '../../setup/electron/failed-fetch.ts';
import { missingLibraries } from '../../setup/electron/libraries.ts';
import { sandboxFault } from '../../setup/electron/sandbox.ts';
import { lastWindowlessStart } from './last-start.ts';

async function sandboxSays(program: string | null): Promise<string> {
  if (isRoot()) return 'Electron’s does not work for root; start Lectern as an ordinary user';
  if (program === null) return 'not asked: there is no program';
  return (await sandboxFault(program)) ?? 'can work';
}

async function librariesSay(program: string | null): Promise<string> {
  if (program === null) return 'not asked: there is no program';
  const missing = await missingLibraries(program);
  if (missing === null) return 'not asked: this system has no ldd';
  if (missing.length === 0) return 'none';
  return `${missing.join(', ')}; install the packages that hold them`;
}

async function displaySays(): Promise<string> {
  const none = noDisplay();
  if (none !== null) return none;
  return (await unreachableDisplay()) ?? 'can be reached';
}

const noted = ({ at, why }: { at: number; why: string }) =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC: ${why}`;

function fetchSays(): string {
  const failed = lastFailedFetch();
  return failed ? noted(failed) : 'none';
}

/** A death by a signal and a hang leave nothing behind that could be looked at now: only this note. */
function startSays(): string {
  const failed = lastWindowlessStart();
  return failed ? noted(failed) : 'not known to have failed';
}

/** What decides whether `npm start` opens a window: one row for each, its name and what is found. */
export async function electronRows(root: string): Promise<[string, string][]> {
  const electron = findElectron(root);
  const { path } = electron;
  const version = (electron.path !== null && electron.version) || wantedElectron(root);
  const [sandbox, display, libraries] = await Promise.all([
    sandboxSays(path),
    displaySays(),
    librariesSay(path),
  ]);
  const warning = electron.path !== null ? electron.warning : null;
  return [
    ['Electron', `${version ?? ''}, ${path ?? `not usable: ${electron.why}`}`],
    ...(warning ? ([['Electron’s version', warning]] as [string, string][]) : []),
    ['Sandbox', sandbox],
    ['Display', display],
    ['Missing libraries', libraries],
    ['Last failed fetch', fetchSays()],
    ['Last start', startSays()],
  ];
}
