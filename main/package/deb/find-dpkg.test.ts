import { access, chmod, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { debEnvironment } from './find-dpkg.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

it.skipIf(process.platform === 'win32')(
  'names our program where dpkg-deb is there and nobody named another',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-dpkg-'));
    try {
      await writeFile(join(folder, 'dpkg-deb'), '#!/bin/sh\n');
      await chmod(join(folder, 'dpkg-deb'), 0o755);
      const told = debEnvironment(root, { PATH: folder });
      expect(Object.keys(told)).toEqual(['CUSTOM_FPM_PATH']);
      await access(told['CUSTOM_FPM_PATH']!, constants.X_OK);
      expect(debEnvironment(root, { PATH: folder, CUSTOM_FPM_PATH: '/mine' })).toEqual({});
      await rm(join(folder, 'dpkg-deb'));
      expect(debEnvironment(root, { PATH: folder })).toEqual({});
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
