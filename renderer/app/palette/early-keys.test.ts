import { expect, it } from 'vitest';
import { noneTyped, withKey } from './early-keys.tsx';

const afterKeys = (...keys: string[]) =>
  keys.reduce((typed, key) => withKey(typed, key) ?? typed, noneTyped);

it('letters, signs of two units and blanks are kept in their order', () =>
  expect(afterKeys('m', ' ', '🎓', 'ễ')).toEqual({ query: 'm 🎓ễ', entered: false }));
it('a letter is taken back whole', () =>
  expect(afterKeys('a', '🎓', 'Backspace')).toEqual({ query: 'a', entered: false }));
it('Return is kept, until something else is typed', () => {
  expect(afterKeys('a', 'Enter')).toEqual({ query: 'a', entered: true });
  expect(afterKeys('a', 'Enter', 'b')).toEqual({ query: 'ab', entered: false });
});
it('keys that write nothing are not its own', () =>
  expect(['Shift', 'ArrowDown', 'F5', 'Dead'].map((key) => withKey(noneTyped, key))).toEqual([
    null,
    null,
    null,
    null,
  ]));
