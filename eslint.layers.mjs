import { existsSync, readdirSync } from 'node:fs';

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
const noReact = [
  '^(react|react-dom|recharts|@base-ui)|^zustand$|\\.tsx$',
  'No React in the model: it is plain TypeScript, tested without a browser.',
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
const beyondWire = [
  '/main/(?!contract/|rpc/)',
  'The renderer’s host knows main/contract and main/rpc, and nothing else of main.',
];
const renderer = ['/renderer/', 'Nothing of the renderer here.'];
const labFolder = new URL('./labs/', import.meta.url);
const labNames = readdirSync(labFolder).filter((name) =>
  existsSync(new URL(`${name}/lab.ts`, labFolder)),
);
const anyLab = [
  `^(\\.\\./)+(${labNames.join('|')})/`,
  'Labs never import each other, and what they share imports none of them.',
];
const kitPanel = ['/kit/panel/', 'A pure module takes the pure part of labs/kit.'];
const otherRoom = [
  '^(?:\\.\\./)+(?:contract|rpc|services|storage|policy|compute|setup|cli|web|package)/',
  'The sandbox stands alone: whoever uses it brings what it runs.',
];
const sockets = [
  '^(node:)?(http|https|net|tls|dgram)$|^ws$',
  'Only main/web and main/room open a socket.',
];
const labs = ['/labs/', 'Only main/compute, main/cli and the renderer know labs.'];

/**
 * The renderer's layers: kit, charts, host, styles, glossary · model · shared · features · app. A file may import its own layer and those
 * before it. What several features need stands below them, or the app hands it in.
 */
const features = readdirSync(new URL('renderer/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const rendererRoom = (name, message) => [`^(?:\\.\\./)+${name}/`, message];
const model = rendererRoom('model', 'kit, charts, host and glossary know nothing of the model.');
const shared = rendererRoom('shared', 'What is shared stands on this layer, not below it.');
const app = rendererRoom('app', 'Only the app knows the app: it composes the features.');
const anyFeature = ['/features/', 'No feature below the features.'];
const otherFeature = (feature) =>
  rendererRoom(
    `(?:${features.filter((other) => other !== feature).join('|')})`,
    'Features never import one another: share it below them, or let the app hand it in.',
  );
const inBrowser = [node, electron, tensorflow, beyondContract];
const forLabs = [
  '/renderer/(?!kit/|charts/|host/|glossary/)',
  'Labs take kit, charts, the host and the glossary; types are in labs/view.ts.',
];
const forSlides = [
  '/renderer/(?:features|app)/',
  'Slides take kit, charts, host, glossary, model and shared: features and the app show them.',
];

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

const namedOnly = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: a name is searched for, a default is guessed at.',
};

/** What must not be written in the Electron shell, and by which name its one place may write it all the same. */
const shellForbids = [
  {
    name: 'windows',
    selector:
      'NewExpression[callee.name=/^(BrowserWindow|BaseWindow|BrowserView|WebContentsView)$/]',
    message: 'Windows are made in main/electron/window.ts only, with the options that all have.',
  },
  {
    name: 'links',
    selector: '[property.name="openExternal"]',
    message:
      'Links are opened in main/electron/guards.ts only, after the policy has looked at them.',
  },
  {
    name: 'folders',
    selector: '[property.name="openPath"]',
    message: 'Only the data folder is opened, in main/electron/open-app.ts.',
  },
  {
    selector: '[property.name="commandLine"], Property[key.name=/BlinkFeatures$/]',
    message: 'No feature of the engine is switched by hand.',
  },
  {
    selector:
      'Property[key.name="webviewTag"][value.value=true], Literal[value=/webview ' +
      '|<webview|allowpopups/], TemplateElement[value.raw=/webview |<webview|allowpopups/]',
    message: 'There are no guest pages.',
  },
  {
    selector:
      '[property.name="loadFile"], Literal[value=/^(file|https?):/], TemplateElement[value.raw=/^(file|https?):/]',
    message: 'Pages come over app: only.',
  },
];
const shellRules = (...allowed) => ({
  'no-restricted-syntax': [
    'error',
    namedOnly,
    ...shellForbids
      .filter(({ name }) => !allowed.includes(name))
      .map(({ selector, message }) => ({ selector, message })),
  ],
});

/** The Electron shell's own rules. `test/lint/shell.test.ts` shows that each bites. */
export const shell = [
  { files: ['main/electron/**/*.ts'], ignores: ['**/*.test.ts'], rules: shellRules() },
  { files: ['main/electron/window.ts'], rules: shellRules('windows') },
  { files: ['main/electron/guards.ts'], rules: shellRules('links') },
  { files: ['main/electron/open-app.ts'], rules: shellRules('folders') },
];

export const layers = [
  room(['main/contract/**/*.ts'], [['^(?!zod$|\\./)', 'The contract is zod and nothing else.']]),
  room(['main/{compute,services,storage,policy}/**/*.ts'], [electron, renderer, sockets]),
  room(
    ['main/{services,storage,policy,lecture}/**/*.ts'],
    [electron, renderer, sockets, labs, tensorflow],
  ),
  room(['main/sandbox/**/*.ts'], [electron, renderer, sockets, labs, tensorflow, otherRoom]),
  room(['main/{setup,cli,package}/**/*.{ts,mjs}'], [electron, renderer]),
  // Both ends of a connection are made of it: Node's processes and the page.
  room(['main/rpc/**/*.ts'], [node, electron, renderer, sockets, labs, tensorflow]),
  room(['main/{web,room}/**/*.ts'], [electron, renderer, labs, tensorflow]),
  room(['main/electron/**/*.ts'], [renderer, sockets]),
  room(['renderer/**/*.{ts,tsx}'], inBrowser),
  room(['slides/**/*.{ts,tsx}'], [...inBrowser, forSlides]),
  room(
    ['renderer/{kit,charts,host,styles,glossary}/**/*.{ts,tsx}'],
    [...inBrowser, model, shared, anyFeature, app],
  ),
  room(
    ['renderer/host/**/*.{ts,tsx}'],
    [node, electron, tensorflow, beyondWire, model, shared, anyFeature, app],
  ),
  room(['renderer/model/**/*.{ts,tsx}'], [...inBrowser, noReact, shared, anyFeature, app]),
  room(['renderer/shared/**/*.{ts,tsx}'], [...inBrowser, anyFeature, app]),
  room(
    ['renderer/{room,player}/**/*.ts'],
    [
      ...inBrowser,
      [
        '^(?!\\.{1,2}/)|/renderer/|^(?:\\.\\./)+(?:kit|charts|host|glossary|model|shared|features|app)/',
        'The phone’s page and the player are built apart and stay small: no package, nothing else of the renderer.',
      ],
    ],
  ),
  ...features.map((feature) =>
    room(
      [`renderer/features/${feature}/**/*.{ts,tsx}`],
      [...inBrowser, anyFeature, otherFeature(feature), app],
    ),
  ),
  room(
    ['labs/**/*.ts'],
    [node, react, electron, tensorflow, main, renderer, anyLab, kitPanel],
    noGlobals,
  ),
  room(
    ['labs/**/*.ts'],
    [node, react, electron, tensorflow, main, renderer, anyLab, kitPanel],
    noGlobals,
  ),
  room(
    ['labs/**/*.tsx', 'labs/*/{panel,story}/**/*.ts'],
    [node, electron, tensorflow, main, anyLab, forLabs],
  ),
  room(['labs/view.ts'], [...inBrowser, renderer]),
  {
    files: ['labs/tensors.ts', '**/*.test.ts', '**/*.test.tsx', 'test/**'],
    rules: {
      'no-restricted-imports': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
    },
  },
];
