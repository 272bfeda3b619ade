import { isRoot } from '../../setup/choose-host.ts';
import { findElectron, wantedElectron } from '../../setup/electron/electron-binary.ts';
import { noDisplay, unreachableDisplay } from '../../setup/electron/display.ts';
import { lastFailedFetch } from '../../setup/electron/failed-fetch.ts';
import { missingLibraries } from '../../setup/electron/libraries.ts';
import { sandboxFault } from '../../setup/electron/sandbox.ts';

async function sandboxSays(program: string | null): Promise<string> {
  if (isRoot()) return 'Electron’s does not work for root';
  if (program === null) return 'not asked: there is no program';
  return (await sandboxFault(program)) ?? 'can work';
}

async function librariesSay(program: string | null): Promise<string> {
  if (program === null) return 'not asked: there is no program';
  const missing = await missingLibraries(program);
  if (missing === null) return 'not asked: this system has no ldd';
  return missing.length === 0 ? 'none' : missing.join(', ');
}

async function displaySays(): Promise<string> {
  const none = noDisplay();
  if (none !== null) return none;
  return (await unreachableDisplay()) ?? 'can be reached';
}

function fetchSays(): string {
  const failed = lastFailedFetch();
  if (!failed) return 'none';
  return `${new Date(failed.at).toISOString().slice(0, 16).replace('T', ' ')} UTC: ${failed.why}`;
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
  ];
}
