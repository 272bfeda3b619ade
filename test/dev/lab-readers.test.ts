import { expect, it } from 'vitest';
import { root } from './copied-tree.ts';
import { labReaders } from './lab-readers.ts';

it('finds the tests that look at every lab, however they come to it', () => {
  const readers = labReaders(root, 'latency');
  // By the registry, by the index of a bundle, by a list of the folder; in Node and in a browser.
  expect(readers).toEqual(
    expect.arrayContaining([
      'labs/panel-terms.browser.test.tsx',
      'labs/stopped-run.browser.test.tsx',
      'main/compute/catalog.test.ts',
      'renderer/features/lab/end/lessons.test.ts',
      'slides/lecture-1/deck.test.ts',
      'test/lint/house.test.ts',
      'test/sentences/length/length.test.ts',
      'test/sentences/sentences.labs.test.ts',
      'test/walk/run-steps.test.ts',
      'test/walk/walk.test.ts',
    ]),
  );
  expect(readers).toContain('labs/latency/lab.test.ts');
  expect(readers).not.toContain('labs/math/random.test.ts');
  expect(readers).not.toContain('labs/backdoor/data.test.ts');
  expect(readers.filter((file) => /\.(spec|full|sweep)\./.test(file))).toEqual([]);
});
