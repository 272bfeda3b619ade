import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The one index of labs: `import { labs } from 'lectern:labs'` gives every folder of `labs/` that has a `lab.ts` and a `run.ts`,
 * with the exercises in code of those that have some.
 * Written when a bundle is made, so adding a lab is adding a folder. Plain JavaScript because the bootstrap builds with it.
 * @param {string} root the project's folder
 */
export function labIndexSource(root) {
  const folder = join(root, 'labs');
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() &&
        ['lab.ts', 'run.ts'].every((file) => existsSync(join(folder, entry.name, file))),
    )
    .map((entry) => entry.name)
    .sort();
  const imports = ids.map(
    (id, i) => `import { lab as lab${i} } from ${JSON.stringify(join(folder, id, 'lab.ts'))};`,
  );
  const rows = ids.map((id, i) => {
    const load = (file) => `() => import(${JSON.stringify(join(folder, id, file))})`;
    const exercises = existsSync(join(folder, id, 'code/exercises.ts'))
      ? `, exercises: ${load('code/exercises.ts')}`
      : '';
    return `{ lab: lab${i}, load: ${load('run.ts')}${exercises} }`;
  });
  return `${imports.join('\n')}\nexport const labs = [${rows.join(', ')}];\n`;
}

const name = 'lectern:labs';

/** @param {string} root @returns {import('esbuild').Plugin} */
export function labIndexForEsbuild(root) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: /^lectern:labs$/ }, (args) => ({
        path: args.path,
        namespace: 'lectern',
      }));
      build.onLoad({ filter: /.*/, namespace: 'lectern' }, () => ({
        contents: labIndexSource(root),
        loader: 'js',
        resolveDir: root,
      }));
    },
  };
}

/** @param {string} root @returns {import('vite').Plugin} */
export function labIndexForVite(root) {
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? labIndexSource(root) : undefined),
  };
}
