import { expect, test } from 'vitest';
import { chunkSize } from './chunk-size.ts';

/** Runs a training of so many steps, each of so long; how large its chunks were. */
function chunks(steps: number, stepMs: (step: number) => number, firstMs = 0): number[] {
  let clock = 0;
  let step = 0;
  const sizes: number[] = [];
  const size = chunkSize(() => clock);
  while (step < steps) {
    size.run(steps - step, (count) => {
      if (step === 0) clock += firstMs;
      for (let k = 0; k < count; k++) clock += stepMs(step + k);
      step += count;
      sizes.push(count);
    });
  }
  return sizes;
}

test('chunks grow until they take as long as they may, and hold all steps', () => {
  const sizes = chunks(500, () => 0.5);
  expect(sizes.slice(0, 5)).toEqual([1, 1, 4, 16, 60]);
  expect(Math.max(...sizes)).toBe(60);
  expect(sizes.reduce((a, b) => a + b)).toBe(500);
});

test('a first call that prepares does not make the others small', () => {
  expect(chunks(100, () => 1, 60)).toEqual(chunks(100, () => 1));
});

test('steps that take longer than a chunk may go one by one, and steps that become slow make smaller chunks', () => {
  expect(new Set(chunks(10, () => 80))).toEqual(new Set([1]));
  const sizes = chunks(300, (step) => (step < 100 ? 0.5 : 10));
  expect(sizes.slice(-5, -1)).toEqual([3, 3, 3, 3]);
});

test('steps that take no time at all end all the same', () => {
  expect(chunks(1000, () => 0).length).toBeLessThan(12);
});
