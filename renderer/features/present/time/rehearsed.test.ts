import { expect, it } from 'vitest';
import { slidesOf, type Lecture } from '../../../model/lecture/lecture.ts';
import { newClock } from './clock.ts';
import { planWords, rehearsalSeconds } from './minutes-words.ts';
import { planOf } from './pace.ts';
import { passagesKept, rehearsedOf, rehearsedWords } from './rehearsed.ts';

const second = 1000;
const closed = { begunAt: null, usedAt: null, problem: null };
const passages = passagesKept(
  [
    { ...closed, number: 3, passages: [{ a: 300 * second }] },
    { ...closed, number: 2, problem: 'damaged' },
    { ...closed, number: 1, passages: [{ a: 100 * second, b: 10 * second }, { a: 700 * second }] },
  ],
  { ...newClock, passages: [{ a: 200 * second }] },
);
const rehearsed = rehearsedOf(passages);

it('earlier classes come first, the oldest of them before all, and this class’s passages last', () =>
  expect(passages.map(({ a }) => a! / second)).toEqual([100, 700, 300, 200]));

it('the last passage that has a slide, and the median of all', () => {
  expect(rehearsed.get('a')).toEqual({ lastMs: 200_000, medianMs: 250_000, times: 4 });
  expect(rehearsedOf([{ a: 9 }, { a: 1 }, { a: 5 }]).get('a')).toMatchObject({ medianMs: 5 });
  expect(rehearsedWords(rehearsed.get('a'))).toBe('Rehearsed: 03:20 last, 04:10 median of 4');
  expect(rehearsedWords(rehearsed.get('b'))).toBe('Rehearsed: 00:10');
  expect(rehearsedWords(rehearsed.get('c'))).toBe('Not rehearsed yet.');
});

const slides = slidesOf({
  parts: [{ id: 'p', title: 'P', minutes: 5, slides: ['a', 'b', 'c'].map((id) => ({ id })) }],
} as unknown as Lecture);
const words = (own: Record<string, number>, before = rehearsed) =>
  planWords(planOf(slides, 10, own), own, before, slides);

it('the plan takes the medians over, of slides that there still are', () => {
  expect(rehearsalSeconds(rehearsedOf([...passages, { gone: 5 }]), slides)).toEqual({
    a: 250,
    b: 10,
  });
});

it('says how the minutes add up, from the plan itself', () => {
  expect(words({}, new Map())).toBe('All slides share 10:00. No slide was rehearsed yet.');
  expect(words({ a: 60 })).toBe(
    '1 slide has a time of your own. All together take 10:00, as planned. ' +
      '2 of 3 slides were rehearsed: 04:20 together, by their medians.',
  );
  expect(words({ a: 600, b: 90 })).toContain('take 11:30: 01:30 more than the planned 10:00.');
  expect(words({ a: 60, b: 60, c: 60 })).toContain(
    'take 03:00: 07:00 less than the planned 10:00.',
  );
});
