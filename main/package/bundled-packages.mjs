import { writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/**
 * The package that a file belongs to, as its folder below the project; null for the project's own files.
 * @param {string} root @param {string} file @returns {string | null}
 */
export function packageOf(root, file) {
  const path = relative(root, file.replace(/^\0/, '').replace(/[?#].*$/, ''))
    .split(sep)
    .join('/');
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

/**
 * Vite's plugins that note which packages went into the pages, code and fonts alike: their licences have to be shipped too.
 * @param {string} root @param {string} file where the list is written (JSON)
 * @returns {{ pages: import('vite').Plugin, workers: () => import('vite').Plugin[] }}
 */
export function noteBundledPackages(root, file) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @returns {import('vite').Plugin} */
  const note = () => ({
    name: 'lectern:bundled-packages',
    // A development server that ends would leave an empty list behind.
    apply: 'build',
    generateBundle(_options, bundle) {
      const assets = Object.values(bundle).flatMap((made) =>
        made.type === 'asset' ? made.originalFileNames : [],
      );
      for (const id of [
        ...this.getModuleIds(),
        ...assets.map((name) => `${root}/${name.replace(/^(\.\.\/)+/, '')}`),
      ]) {
        const folder = packageOf(root, id);
        if (folder) found.add(folder);
      }
    },
  });
  const pages = {
    ...note(),
    closeBundle: () => writeFileSync(file, `${JSON.stringify([...found].sort(), null, 1)}\n`),
  };
  return { pages, workers: () => [note()] };
}
