import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unpackTar, type UnpackOptions, type Wanted } from './tar.ts';

/** One entry as tar writes it. */
function entry(
  path: string,
  type: string,
  data: string | Buffer = '',
  target = '',
  prefix = '',
): Buffer {
  const body = Buffer.from(data);
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write('0000644\0', 100);
  header.write('0001750\0', 108);
  header.write('0001750\0', 116);
  header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(target, 157);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345);
  const sum = header.reduce((a, b) => a + b, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}
const end = Buffer.alloc(1024);

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-tar-'));
  out = join(folder, 'in/out');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const all: Wanted = () => true;

async function unpacked(data: Buffer, wanted: Wanted = all, options: UnpackOptions = {}) {
  const archive = join(folder, 'archive');
  writeFileSync(archive, data);
  await unpackTar(archive, out, wanted, options);
  return readdirSync(out, { recursive: true }).sort();
}

const archive = Buffer.concat([
  entry('a', '5'),
  entry('a/one', '0', 'x'.repeat(1000)),
  entry('a/link', '2', '', 'one'),
  entry('two', '0', 'z', '', 'long/prefix'),
  end,
]);

it.each<[string, Buffer, UnpackOptions]>([
  ['plain', archive, {}],
  ['gzip', gzipSync(archive), {}],
  ['Brotli', brotliCompressSync(archive), { brotli: true }],
])('takes files, folders, links and long names out of a %s archive', async (_, data, options) => {
  expect(await unpacked(data, all, options)).toEqual([
    'a',
    'a/link',
    'a/one',
    'long',
    'long/prefix',
    'long/prefix/two',
  ]);
  expect(readFileSync(join(out, 'a/one'), 'utf8')).toBe('x'.repeat(1000));
  expect(readlinkSync(join(out, 'a/link'))).toBe('one');
  expect(readFileSync(join(out, 'long/prefix/two'), 'utf8')).toBe('z');
  if (process.getuid) expect(statSync(join(out, 'a/one')).uid).toBe(process.getuid());
});

it('writes what is wanted and nothing else, less the folders in front', async () => {
  const wanted: Wanted = (path, { type }) => path.startsWith('long/') && type === 'File';
  expect(await unpacked(archive, wanted, { strip: 2 })).toEqual(['two']);
});

it('tells where a link points before it is made', async () => {
  const seen: unknown[] = [];
  await unpacked(archive, (path, { type, linkpath }) => {
    seen.push([path, type, linkpath ?? '']);
    return false;
  });
  expect(seen).toEqual([
    ['a', 'Directory', ''],
    ['a/one', 'File', ''],
    ['a/link', 'SymbolicLink', 'one'],
    ['long/prefix/two', 'File', ''],
  ]);
  expect(readdirSync(out)).toEqual([]);
});

it.each<[string, Buffer[]]>([
  ['a path that climbs', [entry('../escaped', '0', 'x')]],
  ['a path that climbs from within', [entry('a/../../escaped', '0', 'x')]],
  ['a link that climbs', [entry('link', '2', '', '../escaped')]],
  ['a hard link that climbs', [entry('link', '1', '', '../escaped')]],
  ['a file through a link', [entry('link', '2', '', '.'), entry('link/escaped', '0', 'x')]],
])('refuses %s', async (_, entries) => {
  await expect(unpacked(Buffer.concat([...entries, end]))).rejects.toThrow();
  expect(existsSync(join(folder, 'in/escaped'))).toBe(false);
  expect(existsSync(join(out, 'escaped'))).toBe(false);
});

it('keeps an absolute path inside its folder', async () => {
  const absolute = join(folder, 'escaped');
  await expect(unpacked(Buffer.concat([entry(absolute, '0', 'x'), end]))).rejects.toThrow(
    'absolute path',
  );
  expect(existsSync(absolute)).toBe(false);
});

it('writes through no link that stood in the folder before', async () => {
  mkdirSync(join(folder, 'elsewhere'));
  await unpacked(Buffer.concat([entry('a', '2', '', 'elsewhere'), end]));
  await expect(unpacked(Buffer.concat([entry('a/one', '0', 'x'), end]))).rejects.toThrow();
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
});

it.each<[string, Buffer, UnpackOptions]>([
  ['within a file', archive.subarray(0, 900), {}],
  ['within a header', archive.subarray(0, 700), {}],
  ['after a file, without its end', archive.subarray(0, archive.length - end.length), {}],
  ['before it began', Buffer.alloc(0), {}],
  ['within gzip', gzipSync(archive).subarray(0, -20), {}],
  ['within Brotli', brotliCompressSync(archive).subarray(0, -20), { brotli: true }],
])('says that an archive is cut short %s', async (_, data, options) => {
  await expect(unpacked(data, all, options)).rejects.toThrow('the archive is cut short');
});

it('says that an archive is damaged', async () => {
  const damaged = Buffer.from(archive);
  damaged[3] = 65;
  await expect(unpacked(damaged)).rejects.toThrow('the archive is damaged');
  await expect(unpacked(Buffer.alloc(2048, 'not a tar '))).rejects.toThrow(
    'the archive is damaged',
  );
  const compressed = gzipSync(archive);
  compressed.fill(7, 20, 60);
  await expect(unpacked(compressed)).rejects.toThrow('the archive is damaged');
});

it('an error of the disk is told as it is', async () => {
  await expect(unpackTar(join(folder, 'none'), out, all)).rejects.toThrow('ENOENT');
  writeFileSync(join(folder, 'file'), '');
  await expect(unpackTar(join(folder, 'none'), join(folder, 'file'), all)).rejects.toThrow(
    'EEXIST',
  );
});
