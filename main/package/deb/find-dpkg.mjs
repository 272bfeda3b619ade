import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where a program lies that is called by its name; null where there is none.
 * @param {string} name @param {NodeJS.ProcessEnv} env @returns {string | null}
 */
export function findProgram(name, env = process.env) {
  // Debian's tools for administrators are not on everybody's PATH.
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].filter(Boolean);
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this one.
    }
  }
  return null;
}

/**
 * What electron-builder has to be told in its environment so that our program makes the deb: nothing where dpkg-deb is missing (it
 * fetches fpm then), or where the person has named another.
 * @param {string} root the project's folder @param {NodeJS.ProcessEnv} env @returns {Record<string, string>}
 */
export function debEnvironment(root, env = process.env) {
  if (env.CUSTOM_FPM_PATH || env.USE_SYSTEM_FPM || findProgram('dpkg-deb', env) === null) return {};
  return { CUSTOM_FPM_PATH: join(root, 'main/package/deb/make-deb.mjs') };
}
