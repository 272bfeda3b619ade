import { afterEach, expect, it } from 'vitest';
import { setNumberLanguage } from '../../kit/number/number-language.ts';
import {
  canUndo,
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
  ['4,5', 270],
  ['4,5 min', 270],
  ['4:30', 270],
  ['99', 5940],
  ['99:00', 5940],
  ['2:30', 150],
  [' 02:05 min ', 125],
  ['0', 0],
  ['120', 7200],
])('%s is %i seconds', (text, value) =>
  expect(readSlideMinutes(text)).toEqual({ ok: true, value }),
);

it.each(['', '1,234', '-1', '121', '120:01', '2:60', 'two', '1e9'])('%j is refused', (text) =>
  expect(readSlideMinutes(text)).toMatchObject({ ok: false, what: 'Minutes, such as 2:30 or 2.5' }),
);

it('decimals are written as the settings say', () => {
  setNumberLanguage('de');
  expect(readSlideMinutes('2,5')).toEqual({ ok: true, value: 150 });
});

it('changes are undone one after another, and so is taking all away', () => {
  const first = withSeconds(sharedSlideMinutes.fallback, { a: 60, b: 90 });
  const second = withSeconds(first, { a: null });
  expect(second.own).toEqual({ b: 90 });
  expect(undone(second).own).toEqual({ a: 60, b: 90 });
  expect(undone(undone(second))).toEqual(sharedSlideMinutes.fallback);
  expect(undone(undone(undone(second)))).toEqual(sharedSlideMinutes.fallback);
  expect(withoutOwn(first).own).toEqual({});
  expect(undone(withoutOwn(first)).own).toEqual(first.own);
});

it('ten changes are taken back one by one, and no more than the last thirty are kept beside the last', () => {
  let minutes = sharedSlideMinutes.fallback;
  for (let i = 1; i <= 50; i += 1) minutes = withSeconds(minutes, { a: i });
  expect(sharedSlideMinutes.schema.safeParse(minutes).success).toBe(true);
  for (let i = 49; i >= 20; i -= 1) {
    minutes = undone(minutes);
    expect(minutes.own).toEqual({ a: i });
  }
  expect(canUndo(minutes)).toBe(true);
  expect(canUndo(undone(minutes))).toBe(false);
});

it('minutes that an older Lectern kept are read, with their one undo', () => {
  const kept = sharedSlideMinutes.schema.parse({ own: { a: 60 }, before: { b: 90 } });
  expect(undone(kept)).toEqual({ own: { b: 90 }, before: null, earlier: [] });
});
