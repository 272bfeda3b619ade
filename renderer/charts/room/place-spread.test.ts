import { expect, it } from 'vitest';
import { asSaid, placeSpread } from './place-spread.ts';

const room = { count: 5, marks: [10, 20, 30, 40, 90], was: { value: 25, words: 'run: 25 ms' } };

it('a room’s answers keep their quartiles on an axis of the same unit, and on a stretched or turned one', () => {
  expect(placeSpread(room, asSaid)).toMatchObject({
    count: 5,
    lower: 20,
    median: 30,
    upper: 40,
    was: { at: 25, words: 'run: 25 ms' },
  });
  // As a multiple of 3 ms; as what is left of 100.
  expect(placeSpread(room, (times) => times * 3)).toMatchObject({ lower: 60, median: 90 });
  expect(placeSpread(room, (less) => 100 - less)).toMatchObject({
    marks: [10, 60, 70, 80, 90],
    lower: 60,
    median: 70,
    upper: 80,
    was: { at: 75 },
  });
});

it('has no place on an axis that does not know the unit yet', () => {
  expect(placeSpread(room, () => null)).toBeNull();
  expect(placeSpread(room, (answer) => (answer > 50 ? NaN : answer))).toBeNull();
  expect(placeSpread({ count: 0, marks: [], was: null }, asSaid)).toBeNull();
  expect(placeSpread({ ...room, was: null }, asSaid)!.was).toBeNull();
});
