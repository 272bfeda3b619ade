import { expect, it } from 'vitest';
import { batches } from './call.ts';
import {
  aloneChange,
  aloneWords,
  changeWords,
  describeRequests,
  spanWords,
} from './requests-words.ts';

const words = (size: number, perSecond: number) =>
  changeWords(batches(size, perSecond), batches(1, perSecond)).join(' ');

it('says of batches what they are beside one request at a time, so that the two captions agree', () => {
  expect(words(6, Infinity)).toBe('longer wait, more answers');
  // The model keeps up alone: batches only make people wait.
  expect(words(6, 1)).toBe('longer wait, no more answers');
});

it('where more come than are answered the wait grows without end, and no caption calls it short', () => {
  // One by one a second a request is left behind; six at a time keep up.
  expect(aloneChange(batches(1, 2)).join(' ')).toBe('growing wait, few answers');
  expect(aloneWords(batches(1, 2))).toBe('latency 1 s at first');
  expect(words(6, 2)).toBe('steady wait, more answers');
  expect(words(2, 2)).toBe('growing wait, more answers');
  expect(spanWords(batches(2, 2), 2)).toBe('latency 1.7 s at first: wait 0.5, answer 1.2');
  expect(describeRequests(3, 6, 2)).toMatch(
    /1 a second are left behind.* In batches of 6: latency 4/,
  );
  expect(aloneChange(batches(1, 1)).join(' ')).toBe('short wait, few answers');
  expect(aloneWords(batches(1, 1))).toBe('latency 1 s');
});
