import { expect, it } from 'vitest';
import { batches } from './call.ts';
import { changeWords } from './requests-words.ts';

const words = (size: number, perSecond: number) =>
  changeWords(batches(size, perSecond), batches(1, perSecond)).join(' ');

it('says of batches what they are beside one request at a time, so that the two captions agree', () => {
  expect(words(6, Infinity)).toBe('longer wait, more answers');
  // The model keeps up alone: batches only make people wait.
  expect(words(6, 1)).toBe('longer wait, no more answers');
  expect(words(2, 2)).toBe('longer wait, more answers');
});
