import { fileURLToPath } from 'node:url';
import mdx from '@mdx-js/rollup';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noteBundledPackages } from './main/package/bundled-packages.mjs';
import { firstSlide } from './main/setup/first-slide/first-slide.ts';
import { figureScripts } from './main/setup/figure-scripts.ts';
import { playerFiles } from './main/setup/inline/player-files.ts';
import { shownCode } from './main/setup/shown-code.ts';
import { slideTexts } from './main/setup/slide-texts.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const packages = noteBundledPackages(root, `${root}out/renderer-packages.json`);

const slides = () => ({
  enforce: 'pre' as const,
  ...mdx({ providerImportSource: '@mdx-js/react' }),
});

/**
 * The renderer's production build. Both hosts serve `out/renderer`. `npm run dev` takes it for its
 * own server, under a policy of its own.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [
    slides(),
    shownCode(root),
    figureScripts(root),
    firstSlide(root),
    playerFiles(root),
    slideTexts(root, slides()),
    // MDX too is brought up to date in place, not by loading the page again.
    react({ include: /\.(mdx|[jt]sx?)$/ }),
    packages.pages,
  ],
  worker: { format: 'es', plugins: packages.workers },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // Small fonts and images would become data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome120',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One chunk, so that zod is set up before any other chunk builds a schema with it.
            { name: 'zod', test: /node_modules[\\/]zod[\\/]|zod-setup\.ts$/, priority: 3 },
            // What the first window needs comes whole: small parts that others share would be
            // eighty requests, which take longer than what they carry.
            { name: 'start', test: /renderer[\\/]app[\\/]main\.tsx$/, priority: 2 },
          ],
        },
      },
    },
  },
});
