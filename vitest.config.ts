import { fileURLToPath } from 'node:url';
import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { labIndexForVite } from './main/setup/lab-index.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const shared = {
  // MDX: to find which tests reach a changed file, Vitest reads whatever a test could load.
  plugins: [{ enforce: 'pre' as const, ...mdx() }, react(), labIndexForVite(root)],
  // Node's conditions hide the browser's half, which the renderer uses.
  resolve: {
    alias: {
      'vscode-jsonrpc/browser': fileURLToPath(
        new URL('node_modules/vscode-jsonrpc/lib/browser/main.js', import.meta.url),
      ),
    },
  },
};

/** Science that times its own calls: nothing else may run beside it. */
const timed = ['labs/latency/latency.labs.test.ts'];
const native = {
  environment: 'node' as const,
  pool: 'forks' as const,
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

/** One after the other: `unit` beside the code; `labs` trains real models on the native backend, two files at once; `timed` also times them, alone. */
export default defineConfig({
  test: {
    // Asked for by `npm run coverage`. Only what runs is counted: not tests, nor what only a build or a browser runs.
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
          name: 'unit',
          include: ['{main,renderer,labs,slides,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.labs.test.ts', 'test/e2e/**', 'node_modules/**'],
          environment: 'node',
          testTimeout: 20_000,
          // Vitest would leave one core idle, of two.
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...shared,
        test: {
          ...native,
          name: 'labs',
          include: ['{labs,main,test}/**/*.labs.test.ts'],
          exclude: [...timed, 'node_modules/**'],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          ...native,
          name: 'timed',
          include: timed,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
