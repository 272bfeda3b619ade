import type { Packed } from '../../main/package/asar.mjs';
import { packageFolder } from './rules.ts';

const tensorflow = (path: string) => path.includes('@tensorflow/');

/** The parts of a package, in the order of the table. A file belongs to the first that knows it. */
const parts: [name: string, test: (file: Packed) => boolean][] = [
  [
    'TensorFlow’s library (outside the archive)',
    ({ path }) => /tfjs-node\/deps\/lib\/|\/tensorflow\.dll$/.test(path),
  ],
  ['its addon (outside the archive)', ({ path }) => path.endsWith('.node')],
  ['tfjs-node’s JavaScript (outside the archive)', ({ unpacked }) => unpacked],
  ['TensorFlow.js’ WebAssembly', ({ path }) => path.endsWith('.wasm')],
  ['TensorFlow.js', ({ path }) => tensorflow(path)],
  ['other packages', ({ path }) => packageFolder(path) !== null],
  ['the programs (out/node)', ({ path }) => path.startsWith('out/node/')],
  ['the pages’ fonts', ({ path }) => /^out\/renderer\/.*\.woff2$/.test(path)],
  ['the pages (out/renderer)', ({ path }) => path.startsWith('out/renderer/')],
  ['the page for phones (out/room)', ({ path }) => path.startsWith('out/room/')],
  ['the rest', () => true],
];

/** Rows of the table of sizes: part, files, megabytes (of 10⁶ bytes). Links are other names for a file and weigh nothing. */
export function sizesByPart(files: readonly Packed[]): string[][] {
  const rows = parts.map(([name]) => ({ name, files: 0, links: 0, bytes: 0 }));
  for (const file of files) {
    const row = rows[parts.findIndex(([, test]) => test(file))]!;
    if (file.link === null) row.files += 1;
    else row.links += 1;
    row.bytes += file.link === null ? file.size : 0;
  }
  const all = rows.reduce(
    (sum, { files: f, bytes, links }) => ({
      name: 'together',
      files: sum.files + f,
      links: sum.links + links,
      bytes: sum.bytes + bytes,
    }),
    { name: '', files: 0, links: 0, bytes: 0 },
  );
  return [
    ['part', 'files', 'links', 'MB'],
    ...[...rows, all].map(({ name, files: f, links, bytes }) => [
      name,
      String(f),
      String(links),
      (bytes / 1e6).toFixed(2),
    ]),
  ];
}
