import { expect, it } from 'vitest';
import { packageOf } from './bundled-packages.mjs';

it.each([
  ['/p/node_modules/react/index.js', 'node_modules/react'],
  ['/p/node_modules/@base-ui/react/esm/dialog.js?v=1', 'node_modules/@base-ui/react'],
  ['\0/p/node_modules/react/index.js?commonjs-module', 'node_modules/react'],
  [
    '/p/node_modules/recharts/node_modules/reselect/dist/x.mjs',
    'node_modules/recharts/node_modules/reselect',
  ],
  ['/p/renderer/app/main.tsx', null],
  ['\0vite/modulepreload-polyfill.js', null],
])('%s belongs to %s', (file, folder) => expect(packageOf('/p', file)).toBe(folder));
