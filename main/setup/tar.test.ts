import { expect, it } from 'vitest';
import { tarEntries } from './tar.ts';

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

async function* inPieces(data: Buffer, size: number) {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}

async function readAll(data: Buffer, size = 100, only?: string) {
  const found = [];
  for await (const { path, kind, target, body } of tarEntries(inPieces(data, size))) {
    if (only && path !== only) continue;
    const parts: Buffer[] = [];
    for await (const part of body) parts.push(part);
    found.push({ path, kind, target, text: Buffer.concat(parts).toString() });
  }
  return found;
}

const archive = Buffer.concat([
  entry('a', '5'),
  entry('a/one', '0', 'x'.repeat(1000)),
  entry('a/link', '2', '', 'one'),
  entry('two', '0', 'z', '', 'long/prefix'),
  end,
]);

it.each([1, 7, 512, 100_000])(
  'reads files, folders, links and long names from pieces of %i bytes',
  async (size) => {
    expect(await readAll(archive, size)).toEqual([
      { path: 'a', kind: 'folder', target: '', text: '' },
      { path: 'a/one', kind: 'file', target: '', text: 'x'.repeat(1000) },
      { path: 'a/link', kind: 'link', target: 'one', text: '' },
      { path: 'long/prefix/two', kind: 'file', target: '', text: 'z' },
    ]);
  },
);

it('skips what is not read', async () => {
  expect((await readAll(archive, 64, 'long/prefix/two')).map((e) => e.text)).toEqual(['z']);
});

it('says that an archive is cut short or damaged', async () => {
  await expect(readAll(archive.subarray(0, 900))).rejects.toThrow('cut short');
  await expect(readAll(Buffer.alloc(0))).rejects.toThrow('cut short');
  const damaged = Buffer.from(archive);
  damaged[3] = 65;
  await expect(readAll(damaged)).rejects.toThrow('damaged');
  await expect(readAll(Buffer.alloc(2048, 'not a tar '))).rejects.toThrow('damaged');
});
