import { expect, test } from 'vitest';
import { compareReplay, otherMachine, sameMachine } from './replay.ts';

const versions = { lectern: '1.0.0', tfjs: '4.22.0', tensorflow: '1.15.0', node: '20.19.0' };
const machine = { platform: 'linux' as const, arch: 'x64', cpu: 'A', cores: 2, memoryGb: 8 };
const card = (result: unknown, over: object = {}) => ({
  labVersion: 1,
  backend: 'tensorflow' as const,
  threads: 1,
  versions,
  machine,
  result: result as never,
  ...over,
});
const result = { models: [{ name: 'small', auc: 0.64, p99Ms: null }], text: 'x', zero: 0 };

test('the same result matches, and every value was looked at', () => {
  expect(compareReplay(card(result), card(structuredClone(result)), true)).toEqual({
    agrees: true,
    other: [],
    tolerance: sameMachine,
    within: 0,
    leftOut: [],
    compared: 5,
    differing: 0,
    differences: [],
    hashFits: true,
  });
});

test('names each value that differs by its path and by how much, the farthest off first', () => {
  const other = { models: [{ name: 'small', auc: 0.65, p99Ms: 3 }], text: 'x', zero: 0 };
  const report = compareReplay(card(result), card(other), false);
  expect(report).toMatchObject({ agrees: false, differing: 2, hashFits: false });
  expect(report.differences).toEqual([
    { path: 'models[0].p99Ms', was: 'none', is: '3', by: null },
    { path: 'models[0].auc', was: '0.64', is: '0.65', by: expect.closeTo(0.01 / 0.65, 6) },
  ]);
});

test('what is missing on either side differs, and a list is no record', () => {
  expect(compareReplay(card({ a: 1 }), card({ a: 1, b: 2 }), true).differences).toEqual([
    { path: 'b', was: 'none', is: '2', by: null },
  ]);
  expect(compareReplay(card({ a: [1] }), card({ a: { 0: 1 } }), true).differing).toBe(1);
  expect(compareReplay(card(null), card(null), true)).toMatchObject({ agrees: true, compared: 1 });
});

test('one part in ten thousand is the edge on the same machine', () => {
  const at = (by: number) => compareReplay(card({ x: 1 }), card({ x: 1 + by }), true).agrees;
  expect(at(0.9e-4)).toBe(true);
  expect(at(1.2e-4)).toBe(false);
  expect(compareReplay(card({ x: 1e-14 }), card({ x: -1e-14 }), true).agrees).toBe(true);
});

test('another backend, version or processor is said, and compared more widely', () => {
  const wasm = card({ x: 1.01 }, { backend: 'wasm', versions: { ...versions, tensorflow: null } });
  const report = compareReplay(card({ x: 1 }), wasm, true);
  expect(report).toMatchObject({ agrees: true, tolerance: otherMachine, hashFits: true });
  expect(report.other).toEqual(['backend tensorflow, now wasm', 'TensorFlow 1.15.0, now none']);
  expect(
    compareReplay(card({ x: 1 }), card({ x: 1.1 }, { machine: { ...machine, cpu: 'B' } }), true),
  ).toMatchObject({ agrees: false, other: ['processor A, now B'] });
  // Node's own version changes no arithmetic of the backend.
  expect(
    compareReplay(
      card({ x: 1 }),
      card({ x: 1 }, { versions: { ...versions, node: '24.0.0' } }),
      true,
    ).other,
  ).toEqual([]);
});

test('a lab says how it is compared on another machine; on the same one that changes nothing', () => {
  const rates = { rate: 0.004, large: 0.9, inside: { points: [1] } };
  const [was, is] = [
    card(rates),
    card({ rate: 0.002, large: 0.88, inside: { points: [-1] } }, { backend: 'wasm' }),
  ];
  const lab = { tolerance: 0.001, within: 0.03, leftOut: ['inside', 'not-there'] };
  expect(compareReplay(was, is, true, lab)).toMatchObject({
    agrees: true,
    tolerance: 0.001,
    within: 0.03,
    leftOut: ['inside'],
    compared: 2,
  });
  expect(compareReplay(was, is, true, { ...lab, within: 0.01 }).differences).toMatchObject([
    { path: 'large' },
  ]);
  expect(compareReplay(was, is, true)).toMatchObject({
    tolerance: otherMachine,
    within: 0,
    leftOut: [],
    differing: 3,
  });
  expect(compareReplay(was, card(is.result), true, lab)).toMatchObject({
    agrees: false,
    tolerance: sameMachine,
    within: 0,
    leftOut: [],
    differing: 3,
  });
  expect(
    compareReplay(card({ word: 'a' }), card({ word: 'b' }, { backend: 'wasm' }), true, lab)
      .differing,
  ).toBe(1);
});

test('at most fifty differences are listed, all are counted', () => {
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`n${i}`, i + 1]));
  const report = compareReplay(
    card(many),
    card(Object.fromEntries(Object.keys(many).map((key) => [key, 1000]))),
    true,
  );
  expect(report.differences).toHaveLength(50);
  expect(report.differing).toBe(80);
});
