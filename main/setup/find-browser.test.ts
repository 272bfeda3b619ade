import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';

it('a cache where nothing can be written is no error: what is found, or nothing', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'lectern-browser-'));
  // A folder where a file should be written, as nothing else is denied to root.
  await mkdir(join(cache, 'chromium-147.0.2/lectern-fonts.conf'), { recursive: true });
  try {
    await expect(findBrowser(cache, {})).resolves.not.toBeUndefined();
    const nowhere = process.platform === 'linux' ? '/proc/lectern/cache' : cache;
    await expect(findBrowser(nowhere, {})).resolves.not.toBeUndefined();
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
});
