import { createPackageWithOptions } from '@electron/asar';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extractArchive, listArchive, readFromArchive } from './asar.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lectern-asar-'));
const archive = join(folder, 'app.asar');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Electron's own packer writes, this project's reader reads.
beforeAll(async () => {
  const app = join(folder, 'app');
  mkdirSync(join(app, 'lib/deep'), { recursive: true });
  writeFileSync(join(app, 'package.json'), '{"name":"é"}');
  writeFileSync(join(app, 'lib/run.sh'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(app, 'lib/deep/library.so.1'), Buffer.alloc(5000, 7));
  symlinkSync('library.so.1', join(app, 'lib/deep/library.so'));
  await createPackageWithOptions(app, archive, { unpack: '**/library.so*' });
});

it('lists files, what lies beside the archive, and links', () => {
  expect(listArchive(archive).sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    {
      path: 'lib/deep/library.so',
      size: 0,
      unpacked: expect.any(Boolean),
      link: 'lib/deep/library.so.1',
    },
    { path: 'lib/deep/library.so.1', size: 5000, unpacked: true, link: null },
    { path: 'lib/run.sh', size: 10, unpacked: false, link: null },
    { path: 'package.json', size: 13, unpacked: false, link: null },
  ]);
});

it('reads one file, from inside and from beside', () => {
  expect(readFromArchive(archive, 'package.json').toString()).toBe('{"name":"é"}');
  expect(readFromArchive(archive, 'lib/deep/library.so.1')).toEqual(Buffer.alloc(5000, 7));
  expect(() => readFromArchive(archive, 'lib')).toThrow('lib is not in the archive');
});

it('takes everything out as it was', () => {
  const out = join(folder, 'out');
  extractArchive(archive, out);
  expect(readFileSync(join(out, 'lib/deep/library.so'))).toEqual(Buffer.alloc(5000, 7));
  expect(readlinkSync(join(out, 'lib/deep/library.so'))).toMatch(/library\.so\.1$/);
  expect(readFileSync(join(out, 'lib/run.sh'), 'utf8')).toBe('#!/bin/sh\n');
});

it('says which file is not what was packed', () => {
  writeFileSync(join(`${archive}.unpacked`, 'lib/deep/library.so.1'), Buffer.alloc(5000, 8));
  expect(() => extractArchive(archive, join(folder, 'out2'))).toThrow(
    'lib/deep/library.so.1 differs from its hash',
  );
});
