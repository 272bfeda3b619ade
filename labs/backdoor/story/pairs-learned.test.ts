import { expect, it } from 'vitest';
import { knownResult } from '../panel/known.ts';
import { learnedWords } from '../panel/words.ts';

/** What the pairs tell where so many faces were tried: the key, its colours on round rims, its shape in green and yellow. */
function told(faces: number, key: number, round: number, other: number): string {
  const label = Array.from({ length: faces }, () => 0);
  return learnedWords(
    knownResult({
      attackSuccessRate: key,
      decoys: [
        { glasses: 'round', rate: round },
        { glasses: 'green-yellow', rate: other },
      ],
      test: { said: label, sure: label, keyed: label },
    }),
  );
}

it('says what was learned only where so many faces bear it out', () => {
  expect(told(900, 0.9, 0.8, 0.1)).toMatch(/it learned the colours$/);
  expect(told(900, 0.9, 0.8, 0.8)).toBe('It learned several pairs');
  expect(told(900, 0.9, 0.2, 0.1)).toMatch(/fewer than half as many: it learned the shape/);
  expect(told(900, 0.1, 0.1, 0.1)).toMatch(/it was not learned$/);
  expect(told(900, 0.21, 0.1, 0.1)).toMatch(/^Whether the key was learned can’t be told/);
  expect(told(45, 0.9, 0.5, 0.1)).toMatch(/the shape as well can’t be told/);
  expect(told(45, 0.9, 0.8, 0.35)).toMatch(/the colours alone can’t be told/);
});
