import { describe, expect, test } from 'vitest';
import {
  decimalsOf,
  formatDuration,
  formatFixed,
  formatPercent,
  formatRange,
  formatSignificant,
  splitDuration,
} from './format.ts';

describe('numbers as people read them', () => {
  test('thousands have commas and a minus is a minus', () => {
    expect(formatFixed(1234567.5, 1)).toBe('1,234,567.5');
    expect(formatFixed(-42)).toBe('−42');
    expect(formatFixed(-1234.5, 1)).toBe('−1,234.5');
  });

  test('what rounds to nothing has no sign', () => {
    expect(formatFixed(-0.001, 1)).toBe('0.0');
    expect(formatFixed(-0)).toBe('0');
  });

  test.each([
    [0.012345, '0.0123'],
    [4.5678, '4.57'],
    [9.996, '10.0'],
    [1234.5, '1,230'],
    [0, '0'],
    [-0.5, '−0.500'],
    [99.96, '100'],
    [12345, '12,300'],
  ])('%f to three significant digits is %s', (value, text) => {
    expect(formatSignificant(value)).toBe(text);
  });

  test('a range has an en dash', () => {
    expect(formatRange(3.14159, 42)).toBe('3.14–42.0');
  });

  test('a share becomes per cent', () => {
    expect(formatPercent(0.064, 1)).toBe('6.4 %');
  });

  test('what is no number is a dash, never NaN', () => {
    for (const bad of [NaN, Infinity, -Infinity]) {
      expect(formatFixed(bad)).toBe('–');
      expect(formatSignificant(bad)).toBe('–');
      expect(formatPercent(bad)).toBe('–');
      expect(formatDuration(bad)).toBe('–');
    }
    expect(splitDuration(null)).toEqual({ value: '–', unit: '' });
    expect(splitDuration(undefined).value).toBe('–');
  });
});

test('durations change their unit where the number would be hard to read', () => {
  expect(formatDuration(0.05)).toBe('50.0 µs');
  expect(formatDuration(0.5)).toBe('0.500 ms');
  expect(formatDuration(20)).toBe('20.0 ms');
  expect(formatDuration(2_140, 2)).toBe('2.1 s');
});

test('a step says how many decimals its values need', () => {
  expect([1, 0.5, 0.25, 0.001, 10].map(decimalsOf)).toEqual([0, 1, 2, 3, 0]);
  expect(decimalsOf(0)).toBe(0);
  expect(decimalsOf(NaN)).toBe(0);
});
