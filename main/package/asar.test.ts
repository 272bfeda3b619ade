import { createPackageWithOptions } from '@electron/asar';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { extractArchive, listArchive, readFromArchive } from './asar.mjs';

/** The library is done before the last bytes are written, as is seen beside other work: waits until all of it can be read. */
async function pack(
  from: string,
  to: string,
  options: Parameters<typeof createPackageWithOptions>[2],
) {
  await createPackageWithOptions(from, to, options);
  await vi.waitFor(() => {
    for (const { path, unpacked, link } of listArchive(to))
      if (!unpacked && link === null)
        expect(readFromArchive(to, path).equals(readFileSync(join(from, path))), path).toBe(true);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'lectern-asar-'));
const archive = join(folder, 'app.asar');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const app = join(folder, 'app');
  mkdirSync(join(app, 'lib/deep'), { recursive: true });
  writeFileSync(join(app, 'package.json'), '{"name":"é"}');
  writeFileSync(join(app, 'lib/run.sh'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(app, 'lib/deep/library.so.1'), Buffer.alloc(5000, 7));
  symlinkSync('library.so.1', join(app, 'lib/deep/library.so'));
  await pack(app, archive, { unpack: '**/library.so*' });
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
  expect(() => readFromArchive(archive, 'none/at.all')).toThrow(
    'none/at.all is not in the archive',
  );
  // Asking for what is not there leaves no trace in the list.
  expect(listArchive(archive).map(({ path }) => path)).not.toContain('none/at.all');
});

it('takes everything out as it was', () => {
  const out = join(folder, 'out');
  extractArchive(archive, out);
  expect(readFileSync(join(out, 'lib/deep/library.so'))).toEqual(Buffer.alloc(5000, 7));
  expect(readlinkSync(join(out, 'lib/deep/library.so'))).toMatch(/library\.so\.1$/);
  expect(readFileSync(join(out, 'lib/run.sh'), 'utf8')).toBe('#!/bin/sh\n');
  if (process.platform !== 'win32')
    expect(statSync(join(out, 'lib/run.sh')).mode & 0o777).toBe(0o755);
});

it('says which file is not what was packed', () => {
  writeFileSync(join(`${archive}.unpacked`, 'lib/deep/library.so.1'), Buffer.alloc(5000, 8));
  expect(() => extractArchive(archive, join(folder, 'out2'))).toThrow(
    'lib/deep/library.so.1 differs from its hash',
  );
});

it('says which file lies beside the archive no more', () => {
  rmSync(join(`${archive}.unpacked`, 'lib/deep/library.so.1'));
  expect(() => extractArchive(archive, join(folder, 'out3'))).toThrow('library.so.1');
});

it('reads an archive anew that was packed anew', async () => {
  const app = join(folder, 'other');
  mkdirSync(app);
  writeFileSync(join(app, 'a.txt'), 'first');
  const again = join(folder, 'again.asar');
  await pack(app, again, {});
  expect(readFromArchive(again, 'a.txt').toString()).toBe('first');
  writeFileSync(join(app, 'a.txt'), 'the second');
  await pack(app, again, {});
  expect(readFromArchive(again, 'a.txt').toString()).toBe('the second');
  expect(listArchive(again)).toEqual([{ path: 'a.txt', size: 10, unpacked: false, link: null }]);
});

it('says where the archive itself was cut short or changed', async () => {
  const app = join(folder, 'third');
  mkdirSync(app);
  writeFileSync(join(app, 'a.bin'), Buffer.alloc(2000, 3));
  const cut = join(folder, 'cut.asar');
  await pack(app, cut, {});
  const whole = readFileSync(cut);
  writeFileSync(cut, whole.subarray(0, -100));
  expect(() => extractArchive(cut, join(folder, 'out4'))).toThrow('a.bin differs from its hash');
  writeFileSync(cut, whole.subarray(0, 10));
  expect(() => listArchive(cut)).toThrow();
});

it('refuses a path or a link that leaves the folder', () => {
  const hostile = [
    { files: { '..': { files: { escaped: { size: 1, offset: '0' } } } }, says: 'was not found' },
    { files: { link: { link: '../escaped' } }, says: 'links out of the package' },
  ];
  for (const { files, says } of hostile) {
    const evil = join(folder, 'evil.asar');
    const text = Buffer.from(JSON.stringify({ files }));
    const padded = Math.ceil(text.length / 4) * 4;
    const head = Buffer.alloc(16 + padded + 1);
    head.writeUInt32LE(4, 0);
    head.writeUInt32LE(padded + 8, 4);
    head.writeUInt32LE(padded + 4, 8);
    head.writeUInt32LE(text.length, 12);
    text.copy(head, 16);
    writeFileSync(evil, head);
    expect(() => extractArchive(evil, join(folder, 'out5'))).toThrow(says);
    expect(existsSync(join(folder, 'escaped'))).toBe(false);
  }
});
