import { describe, expect, test } from 'vitest';
import { parseTyped, type NumberRange } from './typed-number.ts';

const arrivals: NumberRange = { min: 1, max: 20_000 };
const wait: NumberRange = { min: 0, max: 50 };
const replicas: NumberRange = { min: 1, max: 8, integer: true };

describe('typing an exact value', () => {
  test.each([
    ['1,200', arrivals, '/s', 1200],
    ['600 /s', arrivals, '/s', 600],
    ['600/s', arrivals, '/s', 600],
    [' 20 ms ', wait, 'ms', 20],
    ['20 MS', wait, 'ms', 20],
    ['.5', wait, 'ms', 0.5],
    ['12,345.5', arrivals, '/s', 12345.5],
  ])('%s is understood', (text, range, unit, value) => {
    expect(parseTyped(text, range, unit)).toEqual({ ok: true, value });
  });

  test.each(['', 'fast', '1,2', '1e3', '0x10', '--3', '12 m', 'NaN', 'Infinity', '1.2.3'])(
    '"%s" is not a number here',
    (text) => {
      const answer = parseTyped(text, wait, 'ms');
      expect(answer.ok).toBe(false);
      expect(!answer.ok && answer.nearest).toBeNull();
    },
  );

  test('out of range offers the nearest end', () => {
    expect(parseTyped('30,000', arrivals, '/s')).toEqual({
      ok: false,
      what: 'It goes from 1 to 20,000 /s.',
      nearest: 20_000,
    });
    expect(parseTyped('−1', wait, 'ms')).toMatchObject({ ok: false, nearest: 0 });
  });

  test('a part of a replica is no replica', () => {
    expect(parseTyped('2.5', replicas)).toMatchObject({ ok: false, nearest: 3 });
  });
});
