/**
 * What a package may hold. Read it before you change it: a line more here is something more that every student installs.
 * `npm run test:package` compares a real package with it.
 */
export interface Expected {
  /** What stands at the top of the archive. */
  top: string[];
  /** The programs; beside them there are only chunks that they load. */
  programs: string[];
  /** Every package in the archive by its folder, packages inside packages included. */
  packages: string[];
  /** Packages that lie beside the archive as real files. */
  unpacked: string[];
  /** What must not be there, and why. */
  forbidden: [pattern: RegExp, why: string][];
  /** What the app could not do without, and no import names. */
  needed: RegExp[];
}

const modules = (names: string) =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `node_modules/${name}`);

export const expected: Expected = {
  top: ['LICENSE', 'assets', 'node_modules', 'out', 'package.json'],
  programs: [
    'out/node/compute.js',
    'out/node/electron.js',
    'out/node/preload.cjs',
    'out/node/web.js',
  ],
  packages: [
    // Lectern's own: contract and connection, files, the web host.
    ...modules('zod vscode-jsonrpc ws env-paths'),
    // Reading a lecture's folder; its other packages are part of the programs.
    ...modules('papaparse yaml'),
    // TensorFlow.js.
    ...modules(`@tensorflow/tfjs @tensorflow/tfjs-backend-cpu @tensorflow/tfjs-backend-wasm
      @tensorflow/tfjs-backend-webgl @tensorflow/tfjs-converter @tensorflow/tfjs-core
      @tensorflow/tfjs-data @tensorflow/tfjs-layers @tensorflow/tfjs-node google-protobuf long
      progress seedrandom`),
    // How tfjs-node finds its addon.
    ...modules(`@mapbox/node-pre-gyp @mapbox/node-pre-gyp/node_modules/semver abbrev ansi-regex aproba
      are-we-there-yet color-support console-control-strings delegates detect-libc emoji-regex
      gauge has-unicode inherits is-fullwidth-code-point nopt npmlog object-assign
      readable-stream safe-buffer semver set-blocking signal-exit string-width string_decoder
      strip-ansi util-deprecate wide-align`),
    // Opening the person's browser.
    ...modules(`open bundle-name default-browser default-browser-id define-lazy-prop is-docker is-in-ssh
      is-inside-container is-safe-filename is-wsl powershell-utils run-applescript wsl-utils`),
  ],
  unpacked: modules('@tensorflow/tfjs-node'),
  forbidden: [
    [/\.map$/, 'a source map'],
    [/\.(ts|mts|cts|tsx|flow)$/, 'a source or a type declaration'],
    [/\.(h|hh|c|cc|cpp|gyp|gypi|lib|a|o)$/, 'a header or a source of the addon'],
    [/(^|\/)(test|tests|__tests__|example|examples|docs|benchmarks?)\//, 'tests or examples'],
    [/[._-](test|spec)\.[cm]?js$/, 'a test'],
    [
      /(^|\/)(tsconfig[^/]*\.json|\.npmrc|\.nycrc|\.bazelversion|electron-builder\.yml|package-lock\.json)$/,
      'a file of a build',
    ],
    [
      /^out\/node\/.*(self-check|vite|playwright|electron-builder)/,
      'a command of the project’s folder',
    ],
    [/\.(sh|ps1|py|rb|bat)$/, 'a script'],
  ],
  needed: [
    /^out\/renderer\/index\.html$/,
    /^out\/room\/index\.html$/,
    /^assets\/icons\/linux\/256x256\.png$/,
    /^out\/node\/chunks\/run-/,
    /^node_modules\/@tensorflow\/tfjs-backend-wasm\/dist\/tfjs-backend-wasm-simd\.wasm$/,
    /^node_modules\/@tensorflow\/tfjs-node\/lib\/napi-v8\/tfjs_binding\.node$/,
    /^node_modules\/@tensorflow\/tfjs-node\/deps\/lib\/libtensorflow\.so/,
  ],
};
