import { existsSync, readdirSync } from 'node:fs';

const labsFolder = new URL('labs/', import.meta.url);

/** Every folder that holds a lab: a new one is kept apart from the others without being named here. */
const labIds = readdirSync(labsFolder).filter((name) =>
  existsSync(new URL(`${name}/lab.ts`, labsFolder)),
);

/**
 * Who may import whom. Each entry: the files of a room, and what they must not reach, by the path they would write.
 * `test/lint/layers.test.ts` shows that each rule bites.
 */
const room = (files, forbidden, extra = {}) => ({
  files,
  ...extra.config,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: forbidden.map(([regex, message]) => ({ regex, message })) },
    ],
    ...extra.rules,
  },
});

const node = ['^node:', 'Nothing of Node here: this code also runs where there is none.'];
const react = [
  '^(react|react-dom|recharts|zustand|@base-ui)',
  'No React here: this is a pure module.',
];
const electron = ['^electron$', 'Only main/electron imports electron.'];
const tensorflow = [
  '^@tensorflow/',
  'TensorFlow.js is handed in as an argument; only main/compute loads it.',
];
const main = ['/main/', 'Nothing of main here.'];
const beyondContract = [
  '/main/(?!contract/)',
  'The renderer knows main/contract and nothing else of main.',
];
const renderer = ['/renderer/', 'Nothing of the renderer here.'];
const otherLab = [`^\\.\\./(${labIds.join('|')})/`, 'Labs never import each other.'];
const sockets = ['^(node:)?(http|https|net|tls|dgram)$|^ws$', 'Only main/web opens a socket.'];
const labs = ['/labs/', 'Only main/compute, main/cli and the renderer know labs.'];

const noGlobals = {
  rules: {
    'no-restricted-globals': [
      'error',
      'process',
      'Buffer',
      'window',
      'document',
      'navigator',
      'performance',
      'localStorage',
      'sessionStorage',
      'fetch',
    ],
    'no-restricted-properties': [
      'error',
      {
        object: 'Math',
        property: 'random',
        message: 'Use the random numbers the run is handed: they are seeded.',
      },
      { object: 'Date', property: 'now', message: 'Use the clock the run is handed.' },
    ],
  },
};

export const layers = [
  room(['main/contract/**/*.ts'], [['^(?!zod$|\\./)', 'The contract is zod and nothing else.']]),
  room(['main/{rpc,compute,services,storage,policy}/**/*.ts'], [electron, renderer, sockets]),
  room(
    ['main/{rpc,services,storage,policy}/**/*.ts'],
    [electron, renderer, sockets, labs, tensorflow],
  ),
  room(['main/{setup,cli,package}/**/*.{ts,mjs}'], [electron, renderer]),
  room(['main/web/**/*.ts'], [electron, renderer, labs, tensorflow]),
  room(['main/electron/**/*.ts'], [renderer, sockets]),
  room(
    ['renderer/**/*.{ts,tsx}', 'slides/**/*.{ts,tsx}'],
    [node, electron, tensorflow, beyondContract],
  ),
  room(['labs/**/*.ts'], [node, react, electron, tensorflow, main, renderer, otherLab], noGlobals),
  room(
    ['labs/**/*.tsx', 'labs/*/{panel,story}/**/*.ts'],
    [node, electron, tensorflow, main, otherLab],
  ),
  {
    files: ['labs/tensors.ts', '**/*.test.ts', '**/*.test.tsx', 'test/**'],
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
    },
  },
];
