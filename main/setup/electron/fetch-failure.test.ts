import { expect, it } from 'vitest';
import { fetchFailure, proxySettings } from './fetch-failure.ts';

const say = (complaint: string, env: NodeJS.ProcessEnv = {}) =>
  fetchFailure(complaint, env, new Date(Date.UTC(2019, 0, 2, 23, 59)));

it.each([
  [
    'Error: getaddrinfo ENOTFOUND example.invalid\n    at x',
    'the server’s name was not found (ENOTFOUND example.invalid); if a proxy leads to the internet here, name it with HTTPS_PROXY',
  ],
  [
    'connect ECONNREFUSED 127.0.0.1:9\nTypeError: fetch failed',
    'the connection was refused (ECONNREFUSED 127.0.0.1:9); if a proxy leads to the internet here, name it with HTTPS_PROXY',
  ],
  [
    'UND_ERR_CONNECT_TIMEOUT Connect Timeout Error',
    'the connection broke or was never answered (UND_ERR_CONNECT_TIMEOUT); if a proxy leads to the internet here, name it with HTTPS_PROXY',
  ],
  ['HTTPError: Response code 403 (Forbidden) for https://x', 'the server answered 403'],
  ['Error: Generated checksum for "electron.zip" did not match', /not the file that Electron’s/],
  ['Error: ENOSPC: no space left on device, write', 'the disk is full'],
  ["Error: EACCES: permission denied, mkdir '/x/dist'\n at y", 'writing to /x/dist is not allowed'],
  [
    'SELF_SIGNED_CERT_IN_CHAIN self-signed certificate',
    /not trusted here \(SELF_SIGNED_CERT_IN_CHAIN\); NODE_EXTRA_CA_CERTS/,
  ],
  ['CERT_NOT_YET_VALID certificate is not yet valid', /clock shows, 2019-01-02; .* set the clock$/],
  ['Error: something else\n    at Object.<anonymous>', 'Error: something else'],
  ['', ''],
])('%j', (complaint, said) => {
  if (typeof said === 'string') expect(say(complaint)).toBe(said);
  else expect(say(complaint)).toMatch(said);
});

it('names the proxy’s variable where one was asked', () => {
  expect(say('connect ECONNREFUSED 127.0.0.1:9', { HTTPS_PROXY: 'http://127.0.0.1:9' })).toBe(
    'the connection was refused (ECONNREFUSED 127.0.0.1:9); HTTPS_PROXY names the proxy that was asked (http://127.0.0.1:9)',
  );
  expect(say('Proxy response (407) !== 200', { https_proxy: 'http://ada:secret@proxy:8080' })).toBe(
    'the proxy answered 407; https_proxy names the proxy that was asked (http://proxy:8080)',
  );
});

it('says where a proxy would be named, where none is', () => {
  expect(say('getaddrinfo ENOTFOUND github.com')).toMatch(/name it with HTTPS_PROXY$/);
});

it('takes a proxy without http:// as curl does', () => {
  const env = { HTTPS_PROXY: 'proxy.example:8080', http_proxy: 'https://other:1', NO_PROXY: 'x' };
  expect(proxySettings(env)).toEqual({
    HTTPS_PROXY: 'http://proxy.example:8080',
    http_proxy: 'https://other:1',
  });
});
