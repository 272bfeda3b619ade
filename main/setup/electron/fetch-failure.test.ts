import { expect, it } from 'vitest';
import { fetchFailure } from './fetch-failure.ts';

const say = (complaint: string, env: NodeJS.ProcessEnv = {}) =>
  fetchFailure(complaint, env, new Date(Date.UTC(2019, 0, 2, 23, 59)));

it.each([
  [
    'Error: getaddrinfo ENOTFOUND example.invalid\n    at x',
    'the server’s name was not found (ENOTFOUND example.invalid)',
  ],
  [
    'connect ECONNREFUSED 127.0.0.1:9\nTypeError: fetch failed',
    'the connection was refused (ECONNREFUSED 127.0.0.1:9)',
  ],
  [
    'UND_ERR_CONNECT_TIMEOUT Connect Timeout Error',
    'the connection broke or was never answered (UND_ERR_CONNECT_TIMEOUT)',
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
    'the connection was refused (ECONNREFUSED 127.0.0.1:9); HTTPS_PROXY names the proxy that was asked',
  );
  expect(say('Proxy response (407) !== 200', { https_proxy: 'x' })).toBe(
    'the proxy answered 407; https_proxy names the proxy that was asked',
  );
});
