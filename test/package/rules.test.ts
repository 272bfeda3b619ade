import { describe, expect, it } from 'vitest';
import type { Packed } from '../../main/package/asar.mjs';
import { expected } from './expected.ts';
import { complaints, duplicates } from './rules.ts';

const file = (path: string, change: Partial<Packed> = {}): Packed => ({
  path,
  size: 1,
  unpacked: path.startsWith('node_modules/@tensorflow/tfjs-node/'),
  link: null,
  ...change,
});
const tfjsNode = 'node_modules/@tensorflow/tfjs-node';
const right = [
  'LICENSE',
  'package.json',
  'out/renderer/index.html',
  'out/room/index.html',
  'assets/icons/linux/256x256.png',
  'out/node/chunks/run-ABC.js',
  ...expected.programs,
  ...expected.packages.map((folder) => `${folder}/package.json`),
  'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  `${tfjsNode}/lib/napi-v8/tfjs_binding.node`,
  `${tfjsNode}/deps/lib/libtensorflow.so.1.15.0`,
].map((path) => file(path));
const more = (...files: Packed[]) => complaints([...right, ...files], expected);
const without = (pattern: RegExp) =>
  complaints(
    right.filter(({ path }) => !pattern.test(path)),
    expected,
  );

describe('the list of a package', () => {
  it('is in order where it is as expected', () => expect(complaints(right, expected)).toEqual([]));

  it.each<[string, Packed, RegExp]>([
    [
      'a new package',
      file('node_modules/left-pad/index.js'),
      /package that nobody expects: node_modules\/left-pad$/,
    ],
    [
      'a package inside another',
      file('node_modules/ws/node_modules/left-pad/index.js'),
      /ws\/node_modules\/left-pad$/,
    ],
    [
      'something else at the top',
      file('labs/latency/lab.js'),
      /At the top that nobody expects: labs/,
    ],
    [
      'the command line',
      file('out/node/cli.js'),
      /program that nobody expects: out\/node\/cli\.js/,
    ],
    ['another build', file('out/app/compute.js'), /In out that nobody expects: out\/app/],
    ['a source map', file('out/renderer/assets/index.js.map'), /is a source map$/],
    [
      'a type declaration',
      file('node_modules/zod/index.d.cts'),
      /is a source or a type declaration$/,
    ],
    ['a header', file(`${tfjsNode}/deps/include/tensorflow/c/c_api.h`), /is a header/],
    ['tests', file('node_modules/ws/test/a.js'), /is tests or examples$/],
    ['a test of tfjs-node’s', file(`${tfjsNode}/dist/image_test.js`), /is a test$/],
    [
      'a native file inside the archive',
      file('node_modules/ws/build/bufferutil.node'),
      /native and inside the archive/,
    ],
    [
      'a library inside the archive',
      file(`${tfjsNode}/deps/lib/libtensorflow.so.2.9.1`, { unpacked: false }),
      /native and inside the archive/,
    ],
    [
      'another package unpacked',
      file('node_modules/zod/index.js', { unpacked: true }),
      /unpacked package that nobody expects: node_modules\/zod$/,
    ],
  ])('complains of %s', (_what, extra, said) => {
    expect(more(extra)).toHaveLength(1);
    expect(more(extra)[0]).toMatch(said);
  });

  it('complains of what is missing', () => {
    expect(without(/^node_modules\/zod\//)).toEqual([
      'A package that is missing: node_modules/zod',
    ]);
    expect(without(/preload/)).toEqual(['A program that is missing: out/node/preload.cjs']);
    expect(without(/libtensorflow/)[0]).toMatch(/^Nothing fits .*libtensorflow/);
    expect(without(/\.wasm$/)[0]).toMatch(/^Nothing fits .*wasm/);
  });
});

it('a file that is there twice is told once, whatever its name', () => {
  expect(
    duplicates([
      { path: 'a.so', hash: '1' },
      { path: 'b.so', hash: '2' },
      { path: 'c/a.so.2', hash: '1' },
    ]),
  ).toEqual(['c/a.so.2 is a copy of a.so']);
});
