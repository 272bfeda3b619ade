import { afterEach, describe, expect, test } from 'vitest';
import type { NumberLanguage } from '../../../main/contract/learner.ts';
import {
  formatDuration,
  formatFixed,
  formatPercent,
  formatRange,
  formatSignificant,
} from './format.ts';
import { figuresInLanguage, readTyped, setNumberLanguage } from './number-language.ts';
import { parseTyped } from './typed-number.ts';

afterEach(() => setNumberLanguage('en'));
const languages: NumberLanguage[] = ['en', 'de', 'fr', 'ch'];

test.each([
  ['en', '−1,234,567.5'],
  ['de', '−1.234.567,5'],
  ['fr', '−1\u202f234\u202f567,5'],
  ['ch', '−1’234’567.5'],
] as const)('%s writes %s', (language, text) => {
  setNumberLanguage(language);
  expect(formatFixed(-1_234_567.5)).toBe(text);
});

test('every way of writing a number follows', () => {
  setNumberLanguage('de');
  expect([
    formatSignificant(0.0123),
    formatPercent(0.064, 1),
    formatRange(3.14, 42),
    formatDuration(2_140, 2),
    formatFixed(0.0, 1),
  ]).toEqual(['0,0123', '6,4 %', '3,14–42,0', '2,1 s', '0,0']);
});

describe('typed back in', () => {
  // Each row: the text, and what it is in English, German, French, Swiss; null where it is refused rather than guessed.
  test.each([
    ['1,234', [1234, 1.234, 1.234, null]],
    ['1.234', [1.234, 1234, 1.234, 1.234]],
    ['1,2', [null, 1.2, 1.2, null]],
    ['1.5', [1.5, 1.5, 1.5, 1.5]],
    ['0.125', [0.125, 0.125, 0.125, 0.125]],
    ['0,125', [null, 0.125, 0.125, null]],
    ['1,234.5', [1234.5, null, null, null]],
    ['1.234,5', [null, 1234.5, null, null]],
    ['1 234,5', [null, 1234.5, 1234.5, null]],
    ['1\u202f234,5', [null, 1234.5, 1234.5, null]],
    ['1’234.5', [1234.5, 1234.5, 1234.5, 1234.5]],
    ["1'234", [1234, 1234, 1234, 1234]],
    ['1,234,567', [1_234_567, null, null, null]],
    ['1.234.567', [null, 1_234_567, null, null]],
    ['12,34', [null, 12.34, 12.34, null]],
    ['1,5,2', [null, null, null, null]],
    ['−0,5', [null, -0.5, -0.5, null]],
    ['-12', [-12, -12, -12, -12]],
    ['1e3', [1000, 1000, 1000, 1000]],
    ['', [null, null, null, null]],
    [',', [null, null, null, null]],
  ] as const)('%j', (text, values) => {
    const read = languages.map((language) => {
      setNumberLanguage(language);
      return readTyped(text);
    });
    expect(read).toEqual(values);
  });

  test.each(languages)('what %s writes it reads again', (language) => {
    setNumberLanguage(language);
    for (const value of [0, 1, -1, 0.5, 1234, -1234.5, 999_999, 1_234_567.25, 0.000123, 12.3])
      expect(readTyped(formatFixed(value))).toBe(value);
  });

  test('in a value field too, with its unit and its message', () => {
    setNumberLanguage('de');
    const range = { min: 0.5, max: 20_000 };
    expect(parseTyped('1.234,5 ms', range, 'ms')).toEqual({ ok: true, value: 1234.5 });
    expect(parseTyped('viel', range, 'ms')).toMatchObject({
      ok: false,
      what: 'Type a number, such as 0,5 or 20.000 ms.',
    });
  });
});

test('the system’s marks come from its locale, with plain figures', () => {
  setNumberLanguage('system', 'de-CH');
  expect(formatFixed(1234.5)).toMatch(/^1['’]234\.5$/);
  setNumberLanguage('system', 'ar-EG');
  expect(formatFixed(1234.5)).toMatch(/^1.234.5$/);
  setNumberLanguage('system', 'no such locale');
  expect(formatFixed(1234.5)).toBe('1,234.5');
});

test('figures in a short text follow, and what is no figure stands', () => {
  setNumberLanguage('de');
  expect(figuresInLanguage('0.71 → 0.63')).toBe('0,71 → 0,63');
  expect(figuresInLanguage('1,234 of 5')).toBe('1.234 of 5');
  expect(figuresInLanguage('–')).toBe('–');
  expect(figuresInLanguage('1,2')).toBe('1,2');
});
