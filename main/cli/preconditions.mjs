import { homedir } from 'node:os';
import { isAbsolute, resolve } from 'node:path';

/**
 * Why a version of Node can't run Lectern, for the person; null where it can. The same as `engines` in package.json: Electron's
 * fetcher can't be loaded by 21 and by 22.0 to 22.11.
 * @param {string} version as in process.versions.node
 * @returns {string | null}
 */
export function unfitNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (fits) return null;
  return (
    `Lectern needs Node 20.19 or a later 20, or 22.12 or later; this is ${version}. ` +
    'Nothing was changed. Install another Node and run the command again.'
  );
}

/** The person's home folder as the system knows it; null where it knows none. */
function systemHome() {
  try {
    const home = homedir();
    return isAbsolute(home) ? home : null;
  } catch {
    return null;
  }
}

/**
 * Sees to it that this program has a home folder, which several packages ask for as they are loaded. `LECTERN_HOME` stands in for one.
 * @param {NodeJS.ProcessEnv} env is changed where that helps
 * @returns {string | null} why there is none, for the person
 */
export function findHome(env) {
  if (systemHome()) return null;
  // An empty HOME hides the one that the system knows.
  delete env.HOME;
  const home = systemHome() ?? (env.LECTERN_HOME ? resolve(env.LECTERN_HOME) : null);
  if (home === null)
    return (
      'There is no home folder to keep your work in: HOME is not set, and the system knows ' +
      'none. Nothing was changed. Set HOME, or name a folder with LECTERN_HOME.'
    );
  env.HOME = home;
  return null;
}
