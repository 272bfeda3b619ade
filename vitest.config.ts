import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { labIndexForVite } from './main/setup/lab-index.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const shared = {
  plugins: [react(), labIndexForVite(root)],
  resolve: { alias: { 'vscode-jsonrpc/browser': 'vscode-jsonrpc/lib/browser/main.js' } },
};

/** `unit` runs beside the code; `labs` trains real models on the native backend, one file at a time so that timings are its own. */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{main,renderer,labs,slides,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.labs.test.ts', 'test/e2e/**', 'node_modules/**'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'labs',
          include: ['{labs,main,test}/**/*.labs.test.ts'],
          environment: 'node',
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
