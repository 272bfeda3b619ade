import { afterEach, describe, expect, test } from 'vitest';
import {
  changed,
  compare,
  inWords,
  intervalOf,
  onSaid,
  said,
  shareOf,
  writtenDifference,
  type Said,
} from './compare.ts';

const relation = (...args: Parameters<typeof compare>) => compare(...args).relation;

describe('exact values', () => {
  test('are less, equal or more, never unclear', () => {
    expect(relation({ value: 1 }, { value: 2 })).toBe('less');
    expect(relation({ value: 2 }, { value: 2 })).toBe('equal');
    expect(relation({ value: 3 }, { value: 2 })).toBe('more');
  });
  test('within the margin they are equal, on the edge too', () => {
    expect(relation({ value: 0.65 }, { value: 0.6 }, { margin: 0.05 })).toBe('equal');
    expect(relation({ value: 0.66 }, { value: 0.6 }, { margin: 0.05 })).toBe('more');
    expect(relation({ value: 1.04 }, { value: 1 }, { scale: 'ratio', margin: 0.05 })).toBe('equal');
    expect(relation({ value: 1 }, { value: 1.06 }, { scale: 'ratio', margin: 0.05 })).toBe('less');
  });
  test('that read the same are the same', () => {
    const format = (value: number) => value.toFixed(2);
    expect(relation({ value: 0.871 }, { value: 0.874 }, { format })).toBe('equal');
    expect(relation({ value: 0.874 }, { value: 0.876 }, { format })).toBe('less');
  });
  test('a ratio that is not defined is compared by its difference', () => {
    const nothing = compare({ value: 3 }, { value: 0 }, { scale: 'ratio', margin: 0.05 });
    expect(nothing).toMatchObject({ scale: 'difference', relation: 'more', by: 3 });
    expect(relation({ value: 0 }, { value: 0 }, { scale: 'ratio' })).toBe('equal');
  });
  test('what is no number does not compare', () => {
    expect(() => compare({ value: NaN }, { value: 1 })).toThrow(RangeError);
  });
});

describe('noisy values', () => {
  test('are told apart only where the interval of their difference does not hold 0', () => {
    // 1.96 · √(0.1² + 0.1²) is 0.277.
    expect(relation({ value: 1.27, error: 0.1 }, { value: 1, error: 0.1 })).toBe('unclear');
    expect(relation({ value: 1.29, error: 0.1 }, { value: 1, error: 0.1 })).toBe('more');
    expect(relation({ value: 0.71, error: 0.1 }, { value: 1, error: 0.1 })).toBe('less');
  });
  test('are equal only where the whole interval is within the margin', () => {
    const b = { value: 1, error: 0.001 };
    expect(relation({ value: 1.01, error: 0.001 }, b, { margin: 0.05 })).toBe('equal');
    expect(relation({ value: 1.01, error: 0.1 }, b, { margin: 0.05 })).toBe('unclear');
  });
  test('an interval that is wider on one side counts on that side', () => {
    const up = { value: 1, interval: [0.99, 1.6] as const };
    expect(relation(up, { value: 0.9 })).toBe('more');
    expect(relation(up, { value: 1.3 })).toBe('unclear');
  });
  test('a step is the least that can be told', () => {
    const of = (value: number) => ({ value, resolution: 0.02 });
    expect(relation(of(0.5), of(0.51))).toBe('unclear');
    expect(relation(of(0.5), of(0.52))).toBe('less');
  });
  test('ratios are compared by their logarithms', () => {
    const noisy = (value: number) => ({ value, interval: [value / 1.2, value * 1.2] as const });
    expect(relation(noisy(10), noisy(13), { scale: 'ratio' })).toBe('less');
    expect(relation(noisy(10), noisy(12), { scale: 'ratio' })).toBe('unclear');
    expect(compare(noisy(10), noisy(14), { scale: 'ratio' }).by).toBeCloseTo(1.4);
  });
});

test('the interval of a share holds where all or none are counted (Wilson 1927)', () => {
  expect(shareOf(1, 10).interval![0]).toBeCloseTo(0.7225, 3);
  expect(shareOf(0, 10).interval![1]).toBeCloseTo(0.2775, 3);
  // Newcombe 1998, table I: 81 of 263.
  expect(shareOf(81 / 263, 263).interval![0]).toBeCloseTo(0.2553, 4);
  expect(shareOf(81 / 263, 263).interval![1]).toBeCloseTo(0.3662, 4);
  expect(relation(shareOf(1, 3), shareOf(0.5, 4))).toBe('unclear');
  expect(intervalOf({ value: 3 })).toEqual([3, 3]);
});

describe('words', () => {
  afterEach(() => onSaid(null));
  test('follow the relation', () => {
    const words = (a: number) => said({ value: a }, { value: 2 }, changed);
    expect([1, 2, 3].map(words)).toEqual(['shrank', 'stayed the same', 'grew']);
    expect(said({ value: 1, error: 9 }, { value: 2 }, changed)).toMatch(/can’t be told apart/);
  });
  test('figures have four significant digits at most', () => {
    expect(compare({ value: 1234.567 }, { value: -0.123456 }).figures).toEqual([
      '1,235',
      '−0.1235',
    ]);
  });
  test('a test hears what was compared, and may mark it', () => {
    const heard: Said[] = [];
    onSaid((one) => {
      heard.push(one);
      return `[${one.words}]`;
    });
    const comparison = compare({ value: 1 }, { value: 2 });
    expect(inWords(comparison, { ...changed, less: { turned: 'b is larger' } })).toBe(
      '[b is larger]',
    );
    expect(heard).toMatchObject([
      { relation: 'less', turned: true, comparison: { a: { value: 1 } } },
    ]);
    expect(inWords(comparison, { ...changed, less: '' })).toBe('');
    expect(heard).toHaveLength(1);
  });
});

test('a difference fits the two figures as they are written', () => {
  expect(writtenDifference(0.858, 0.434, 2)).toBe(0.43);
  expect(writtenDifference(0.7, 0.72, 2)).toBe(-0.02);
  expect(writtenDifference(0.7131, 0.7109, 3)).toBe(0.002);
  expect(Object.is(writtenDifference(0.5, 0.5, 2), 0)).toBe(true);
});
