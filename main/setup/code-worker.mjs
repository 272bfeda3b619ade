import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageOf } from '../package/bundled-packages.mjs';

const name = 'lectern:code-worker';
const quickjs = '@jitl/quickjs-wasmfile-release-sync';
const loader = `${quickjs}/emscripten-module`;

/**
 * The module `lectern:code-worker`: `source`, the sandbox's worker with its packages as one script, and `wasm`, QuickJS itself in base64.
 * As text in the program that starts it, the worker is found wherever that program is, inside a package too.
 * @param {string} root the project's folder
 * @param {(packages: string[]) => void} [note] hears which packages went into it, as folders below
 *   the project: their licences have to be shipped
 */
async function codeWorkerSource(root, note = () => undefined) {
  const { build } = await import('esbuild');
  const packages = createRequire(join(root, 'package.json'));
  const { outputFiles, metafile } = await build({
    metafile: true,
    absWorkingDir: root,
    entryPoints: ['main/sandbox/vm/worker.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The file for `require`: the one for `import` asks after its own address, which text has not.
    alias: { [loader]: packages.resolve(loader) },
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  const file = packages.resolve(`${quickjs}/wasm`);
  note(
    [
      ...new Set(
        Object.keys(metafile.inputs).flatMap((path) => packageOf(root, join(root, path)) ?? []),
      ),
    ].sort(),
  );
  const wasm = readFileSync(file).toString('base64');
  return `export const source = ${JSON.stringify(outputFiles[0].text)};\nexport const wasm = ${JSON.stringify(wasm)};\n`;
}

/** @param {string} root @param {(packages: string[]) => void} [note] @returns {import('esbuild').Plugin} */
export function codeWorkerForEsbuild(root, note) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: /^lectern:code-worker$/ }, ({ path }) => ({
        path,
        namespace: 'lectern-code',
      }));
      build.onLoad({ filter: /.*/, namespace: 'lectern-code' }, async () => ({
        contents: await codeWorkerSource(root, note),
        loader: 'js',
      }));
    },
  };
}

/** @param {string} root @returns {import('vite').Plugin} */
export function codeWorkerForVite(root) {
  return {
    name,
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? codeWorkerSource(root) : undefined),
  };
}
