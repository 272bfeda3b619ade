import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const name = 'lectern:code-worker';
const quickjs = '@jitl/quickjs-wasmfile-release-sync';
const loader = `${quickjs}/emscripten-module`;

/**
 * The module `lectern:code-worker`: `source`, the sandbox's worker with its packages as one script, and `wasm`, QuickJS itself in base64.
 * As text in the program that starts it, the worker is found wherever that program is, inside a package too.
 * @param {string} root the project's folder
 */
async function codeWorkerSource(root) {
  const { build } = await import('esbuild');
  const packages = createRequire(join(root, 'package.json'));
  const { outputFiles } = await build({
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
  const wasm = readFileSync(file).toString('base64');
  return `export const source = ${JSON.stringify(outputFiles[0].text)};\nexport const wasm = ${JSON.stringify(wasm)};\n`;
}

/** @param {string} root @returns {import('esbuild').Plugin} */
export function codeWorkerForEsbuild(root) {
  return {
    name,
    setup(build) {
      build.onResolve({ filter: /^lectern:code-worker$/ }, ({ path }) => ({
        path,
        namespace: 'lectern-code',
      }));
      build.onLoad({ filter: /.*/, namespace: 'lectern-code' }, async () => ({
        contents: await codeWorkerSource(root),
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
