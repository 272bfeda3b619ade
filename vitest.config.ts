import { fileURLToPath } from 'node:url';
import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { Browser } from './main/setup/find-browser.ts';
import { codeWorkerForVite } from './main/setup/code-worker.mjs';
import { labIndexForVite } from './main/setup/lab-index.mjs';
import { figureScripts } from './main/setup/figure-scripts.ts';
import { playerFiles } from './main/setup/inline/player-files.ts';
import { shownCode } from './main/setup/shown-code.ts';
import { slideTexts } from './main/setup/slide-texts.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const slides = () => ({
  enforce: 'pre' as const,
  ...mdx({ providerImportSource: '@mdx-js/react' }),
});
const shared = {
  // MDX: to find which tests reach a changed file, Vitest reads whatever a test could load.
  plugins: [
    slides(),
    react(),
    labIndexForVite(root),
    codeWorkerForVite(root),
    shownCode(root),
    figureScripts(root),
    playerFiles(root),
    slideTexts(root, slides()),
  ],
  // Node's conditions hide the browser's half, which the renderer uses.
  resolve: {
    alias: {
      'vscode-jsonrpc/browser': fileURLToPath(
        new URL('node_modules/vscode-jsonrpc/lib/browser/main.js', import.meta.url),
      ),
    },
  },
};

/**
 * The browser for components: `LECTERN_TEST_BROWSER` (JSON from `findBrowser`), which `npm test`
 * sets; else the one that Playwright has fetched.
 */
const browser = process.env['LECTERN_TEST_BROWSER'];
function launchOptions() {
  if (!browser) return {};
  const { path, args, env } = JSON.parse(browser) as Browser;
  return { executablePath: path, args, env: { ...process.env, ...env } as Record<string, string> };
}

/**
 * Packages that components load, bundled before the first test: one that is found in the middle
 * would load the page again.
 */
const inBrowser = [
  ...['button', 'dialog', 'popover', 'radio', 'radio-group', 'slider'].map(
    (part) => `@base-ui/react/${part}`,
  ),
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/lang-javascript',
  '@codemirror/language',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/highlight',
  'cmdk',
  'minisearch',
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'recharts',
  'vitest-browser-react/pure',
  'zod',
  'zustand',
  'zustand/vanilla',
];

/** Science that times its own calls: nothing else may run beside it. */
const timed = ['labs/latency/latency.labs{,.full,.sweep}.test.ts'];
/**
 * `npm test` leaves these to `npm run test:full` and `npm run test:sweeps`; asked for by name, they run without further
 * ado.
 */
const left =
  process.env['LECTERN_TEST_SELECTION'] === 'short' ? ['**/*.{full,sweep}.test.{ts,tsx}'] : [];

/**
 * Where TensorFlow's native library can't be had, `npm test` leaves out the labs' tests, and says so:
 * all but those of WebAssembly, the backend that the labs run on there.
 */
const noNative = process.env['LECTERN_TEST_NATIVE'] === 'missing';

/** They put another module in the place of one that is loaded: nobody else may get that one. */
const mocked = [
  'main/electron/**/*.test.ts',
  'test/electron-double/*.test.ts',
  'main/cli/commands.test.ts',
];

/** Property tests draw from one seed; waits are long enough for a busy machine. */
const setupFiles = ['test/fixed-seed.ts', 'test/patience.ts'];
const expect = { poll: { timeout: 60_000 } };
/** For what hangs (milliseconds): on a busy machine a test takes ten times as long as alone. */
const hangs = { testTimeout: 300_000, hookTimeout: 300_000 };
const unit = {
  exclude: [
    '**/*.labs{,.full,.sweep}.test.ts',
    '**/*.pages{,.full}.test.ts',
    '**/*.browser.test.tsx',
    'test/e2e/**',
    'node_modules/**',
    ...left,
  ],
  environment: 'node' as const,
  setupFiles,
  expect,
  ...hangs,
  // Vitest would leave one core idle, of two.
  maxWorkers: '100%',
  // What a test watches or sets is given back before the next one, which may be another file's.
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  sequence: { groupOrder: 0 },
};
const native = {
  environment: 'node' as const,
  setupFiles,
  expect,
  pool: 'forks' as const,
  ...hangs,
  hookTimeout: 600_000,
};

/**
 * One after the other: `unit` and `unit-mocked` beside the code; `labs` trains real models on the native backend, two
 * files at once; `timed` also times them, alone.
 */
export default defineConfig({
  test: {
    // The order of files is by their size, as on a fresh clone. With results kept, those that failed
    // last time would come first: files that share what they loaded, in another order each time.
    cache: false,
    // Asked for by `npm run coverage`. Only what runs is counted: not tests, nor what only a build
    // or a browser runs.
    coverage: {
      provider: 'v8',
      include: ['{main,renderer,labs,slides}/**/*.{ts,tsx}'],
      exclude: ['**/*.test.{ts,tsx}', '**/*.d.ts', '**/fixtures/**', '**/fixture.ts'],
      reportsDirectory: 'coverage',
      reportOnFailure: true,
      reporter: ['html', 'json-summary'],
    },
    projects: [
      {
        ...shared,
        test: {
          ...unit,
          name: 'unit',
          include: ['{main,test,renderer,labs,slides}/**/*.test.{ts,tsx}'],
          exclude: [...unit.exclude, ...mocked],
          // Loading everything anew for each file would be half of their time.
          isolate: false,
        },
      },
      {
        ...shared,
        test: { ...unit, name: 'unit-mocked', include: mocked },
      },
      {
        ...shared,
        optimizeDeps: { include: inBrowser },
        test: {
          name: 'components',
          include: ['{labs,renderer,slides}/**/*.browser.test.tsx'],
          setupFiles: ['test/components/setup.ts'],
          expect,
          ...hangs,
          browser: {
            enabled: true,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
            headless: true,
            // One browser, one page for all files: each test clears away what it drew.
            isolate: false,
            fileParallelism: false,
            api: { host: '127.0.0.1', port: 0 },
            viewport: { width: 1280, height: 720 },
            screenshotFailures: false,
          },
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          ...native,
          name: 'labs',
          include: [`{labs,main,test}/**/${noNative ? 'wasm' : ''}*.labs{,.full,.sweep}.test.ts`],
          exclude: [...timed, 'node_modules/**', ...left],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        ...shared,
        test: {
          ...native,
          name: 'pages',
          include: ['test/**/*.pages{,.full}.test.ts'],
          exclude: ['node_modules/**', ...left],
          // Beside the components: each of the two waits for a browser of its own for half of its time.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          ...native,
          name: 'timed',
          include: noNative ? [] : timed,
          exclude: ['node_modules/**', ...left],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
