import { afterEach, expect, it } from 'vitest';
import { setNumberLanguage } from '../../kit/number/number-language.ts';
import {
  readSlideMinutes,
  sharedSlideMinutes,
  undone,
  withoutOwn,
  withSeconds,
} from './slide-minutes.ts';

afterEach(() => setNumberLanguage('en'));

it.each([
  ['2', 120],
  ['2.5', 150],
  ['2.5 min', 150],
  ['2:30', 150],
  [' 02:05 min ', 125],
  ['0', 0],
  ['120', 7200],
])('%s is %i seconds', (text, value) =>
  expect(readSlideMinutes(text)).toEqual({ ok: true, value }),
);

it.each(['', '-1', '121', '120:01', '2:60', 'two', '1e9'])('%j is refused', (text) =>
  expect(readSlideMinutes(text)).toMatchObject({ ok: false, what: 'Minutes, such as 2:30 or 2.5' }),
);

it('decimals are written as the settings say', () => {
  setNumberLanguage('de');
  expect(readSlideMinutes('2,5')).toEqual({ ok: true, value: 150 });
});

it('a change is undone once, and so is taking all away', () => {
  const first = withSeconds(sharedSlideMinutes.fallback, { a: 60, b: 90 });
  const second = withSeconds(first, { a: null });
  expect(second.own).toEqual({ b: 90 });
  expect(undone(second)).toEqual({ own: { a: 60, b: 90 }, before: null });
  expect(undone(undone(second))).toEqual(undone(second));
  expect(withoutOwn(first).own).toEqual({});
  expect(undone(withoutOwn(first)).own).toEqual(first.own);
});
