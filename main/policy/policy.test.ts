import { join, sep } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { computeEnvironment } from './compute-env.ts';
import { contentSecurityPolicy, securityHeaders } from './csp.ts';
import { externalAllowed } from './external.ts';
import { classifyNavigation } from './navigation.ts';
import { appHost, appOrigin, originOf, senderAllowed, webRequestAllowed } from './origin.ts';
import { containedAppPath, containedPath } from './paths.ts';
import { permissionAllowed } from './permission.ts';
import { isPresenter, presenterPage } from './presenter.ts';
import { safePreferences, unsafePreferences } from './window-safety.ts';

const folder = join(sep, 'srv', 'pages');

describe('the presenter’s window', () => {
  test.each([
    ['app://lectern/#/present', true],
    [`${appOrigin}${presenterPage}`, true],
    ['app://lectern/', false],
    ['app://lectern/#/slides/title', false],
    ['app://lectern/#/presenter', false],
    ['https://evil.example/#/present', false],
    ['app://lectern.evil/#/present', false],
    ['nonsense', false],
  ])('%s: %s', (address, verdict) => expect(isPresenter(address, appOrigin)).toBe(verdict));
});

describe('paths', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/a-1.js', join('assets', 'a-1.js')],
    ['/a%20b.js', 'a b.js'],
    ['/%C3%A9.js', 'é.js'],
    ['/..a', '..a'],
  ])('serves %s', (path, file) => expect(containedPath(folder, path)).toBe(join(folder, file)));

  test.each([
    '',
    'index.html',
    '//',
    '//etc/passwd',
    '/..',
    '/../x',
    '/a/../../x',
    '/a/..',
    '/./a',
    '/a//b',
    '/a/',
    '/%2e%2e/x',
    '/%2E%2e%2fx',
    '/a%2f..%2f..%2fx',
    '/..%5cx',
    '/..\\x',
    '/a\\b',
    '/%5c%5chost%5cshare',
    '/%00',
    '/a%00.js',
    '/a\0b',
    '/%252e%252e/x',
    '/%',
    '/%ff',
    '/C:/x',
    '/a:stream',
    '/%0d%0aSet-Cookie',
    '/a\nb',
    '../pages-other/x',
  ])('refuses %j', (path) => expect(containedPath(folder, path)).toBeNull());

  it('does not take a neighbour with the same beginning for the folder itself', () => {
    expect(containedPath(join(sep, 'srv', 'pages'), '/../pages2/x')).toBeNull();
    expect(containedPath(`${folder}${sep}`, '/x.js')).toBe(join(folder, 'x.js'));
  });

  test.each([
    ['app://lectern/', 'index.html'],
    ['app://lectern', 'index.html'],
    ['app://lectern/a.js?x=/../..#/../y', 'a.js'],
  ])('app: serves %s', (address, file) =>
    expect(containedAppPath(folder, address, appHost)).toBe(join(folder, file)),
  );

  test.each([
    'app://other/a.js',
    'app://lectern:80/a.js',
    'app://user@lectern/a.js',
    'app://lectern.evil/a.js',
    'app://Lectern/a.js',
    'app:///a.js',
    'app:a.js',
    'file:///a.js',
    'http://lectern/a.js',
    'app://lectern/../a.js',
    'app://lectern/%2e%2e/a.js',
    'app://lectern/..%5ca.js',
    'app://lectern\\..\\a.js',
    '',
  ])('app: refuses %j', (address) => expect(containedAppPath(folder, address, appHost)).toBeNull());
});

describe('origins', () => {
  test.each([
    ['app://lectern/x', 'app://lectern'],
    ['http://127.0.0.1:80/x', 'http://127.0.0.1'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://u:p@127.0.0.1:8080', null],
    ['about:blank', null],
    ['data:text/html,x', null],
    ['file:///x', null],
    ['nonsense', null],
  ])('%s has the origin %s', (address, origin) => expect(originOf(address)).toBe(origin));

  const ours = { ourWindow: true, mainFrame: true, url: 'app://lectern/#/slides/opening' };
  it('hears our own page', () => expect(senderAllowed(ours, appOrigin)).toBe(true));
  test.each([
    { ...ours, ourWindow: false },
    { ...ours, mainFrame: false },
    { ...ours, url: null },
    { ...ours, url: 'app://other/' },
    { ...ours, url: 'https://lectern/' },
    { ...ours, url: 'about:blank' },
  ])('does not hear %o', (sender) => expect(senderAllowed(sender, appOrigin)).toBe(false));

  const host = '127.0.0.1:4000';
  test.each([
    [{ host, origin: undefined }, false, true],
    [{ host, origin: `http://${host}` }, true, true],
    [{ host, origin: undefined }, true, false],
    [{ host: undefined, origin: undefined }, false, false],
    [{ host: 'localhost:4000', origin: undefined }, false, false],
    [{ host: '127.0.0.1', origin: undefined }, false, false],
    [{ host: '127.0.0.1:4001', origin: undefined }, false, false],
    [{ host: 'evil.example', origin: undefined }, false, false],
    [{ host, origin: 'null' }, false, false],
    [{ host, origin: `https://${host}` }, false, false],
    [{ host, origin: 'http://localhost:4000' }, false, false],
    [{ host, origin: 'http://127.0.0.1:4001' }, false, false],
  ])('web request %o, Origin needed: %s → %s', (head, needed, verdict) =>
    expect(webRequestAllowed(head, 4000, needed)).toBe(verdict),
  );
});

describe('links and navigation', () => {
  test.each([
    ['app://lectern/#/labs/latency', 'ours'],
    ['app://lectern/index.html?presenter', 'ours'],
    ['https://arxiv.org/abs/1712.05526', 'external'],
    ['https://www.nber.org/papers/w25943', 'external'],
    ['app://other/', 'refuse'],
    ['https://evil.example/', 'refuse'],
    ['https://arxiv.org.evil.example/', 'refuse'],
    ['https://evil.example/?arxiv.org', 'refuse'],
    ['http://arxiv.org/', 'refuse'],
    ['https://arxiv.org:8443/', 'refuse'],
    ['https://arxiv.org@evil.example/', 'refuse'],
    ['https://user@arxiv.org/', 'refuse'],
    ['file:///etc/passwd', 'refuse'],
    ['javascript:alert(1)', 'refuse'],
    ['data:text/html,x', 'refuse'],
    ['about:blank', 'refuse'],
    ['lectern://slides/opening', 'refuse'],
    ['', 'refuse'],
  ])('%s → %s', (address, verdict) => expect(classifyNavigation(address, appOrigin)).toBe(verdict));

  it('covers a listed name and its www. form only', () => {
    expect(externalAllowed('https://www.a.org/', ['a.org'])).toBe(true);
    expect(externalAllowed('https://b.a.org/', ['a.org'])).toBe(false);
  });
});

test.each<[string, boolean, boolean]>([
  ['fullscreen', true, true],
  ['screen-wake-lock', true, true],
  ['screen-wake-lock', false, false],
  ['clipboard-sanitized-write', true, true],
  ['fullscreen', false, false],
  ...[
    'clipboard-read',
    'geolocation',
    'media',
    'midi',
    'notifications',
    'openExternal',
    'pointerLock',
    'usb',
    'unknown',
    '',
    'constructor',
  ].map((p): [string, boolean, boolean] => [p, true, false]),
])('permission %s for our own origin %s → %s', (permission, ours, verdict) =>
  expect(permissionAllowed(permission, ours)).toBe(verdict),
);

describe('the page', () => {
  it('has exactly this content security policy', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; " +
        "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
    );
    expect(securityHeaders['Content-Security-Policy']).toBe(contentSecurityPolicy);
  });
  it('names every preference that is missing or wrong', () => {
    expect(unsafePreferences(safePreferences())).toEqual([]);
    expect(
      unsafePreferences({ ...safePreferences(), sandbox: false, nodeIntegration: true }),
    ).toEqual(['sandbox', 'nodeIntegration']);
    expect(unsafePreferences({})).toHaveLength(9);
  });
});

describe('the compute process', () => {
  it('gets a short environment, and one thread inside an operation whatever the shell says', () => {
    expect(
      computeEnvironment({
        PATH: '/bin',
        HOME: '/home/me',
        Path: 'C:\\',
        LECTERN_BACKEND: 'wasm',
        LECTERN_WEB_TOKEN: 'x',
        NODE_OPTIONS: '--require evil',
        NODE_PATH: '/x',
        LD_PRELOAD: '/x.so',
        AWS_SECRET_ACCESS_KEY: 'x',
        npm_config_registry: 'x',
        HTTPS_PROXY: 'http://me:pw@proxy',
        TF_NUM_INTRAOP_THREADS: '8',
        ELECTRON_RUN_AS_NODE: '1',
        TZ: undefined,
      }),
    ).toEqual({
      PATH: '/bin',
      HOME: '/home/me',
      Path: 'C:\\',
      LECTERN_BACKEND: 'wasm',
      TF_NUM_INTRAOP_THREADS: '1',
      TF_NUM_INTEROP_THREADS: '2',
      TF_CPP_MIN_LOG_LEVEL: '2',
    });
  });
});
