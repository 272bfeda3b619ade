import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../policy/csp.ts';
import { appResponse } from './app-response.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('app:// pages come with the policy, from our folder only', async () => {
  writeFileSync(join(folder, 'index.html'), '<p>hi');
  const good = await appResponse(folder, { url: 'app://lectern/', method: 'GET' });
  expect([good.status, await good.text(), good.headers.get('content-type')]).toEqual([
    200,
    '<p>hi',
    'text/html; charset=utf-8',
  ]);
  for (const url of [
    'app://lectern/no.html',
    'app://lectern/%2e%2e/x',
    'app://other/',
    'https://lectern/',
  ]) {
    const bad = await appResponse(folder, { url, method: 'GET' });
    expect([url, bad.status, bad.headers.get('content-security-policy')]).toEqual([
      url,
      404,
      contentSecurityPolicy,
    ]);
  }
  expect((await appResponse(folder, { url: 'app://lectern/', method: 'POST' })).status).toBe(405);
  expect(good.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
});
