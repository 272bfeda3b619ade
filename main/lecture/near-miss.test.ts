import { expect, it } from 'vitest';
import { nearMiss, suggestion } from './read/near-miss.ts';

const named = (count: number) => Array.from({ length: count }, (_, index) => `file-${index}.md`);

it.each([
  ['wavs.md', ['waves.md', 'hours.md'], 'Did you mean “waves.md”?'],
  ['zzz', [], 'There are no files yet.'],
  ['zzz', ['a.md', 'b.md'], 'Known files: a.md, b.md.'],
])('%s of %j: %s', (word, known, says) => expect(suggestion(word, known, 'files')).toBe(says));

it('many are named in part, with how many more there are', () => {
  expect(suggestion('zzz', named(24), 'files')).toMatch(/file-23\.md\.$/);
  expect(suggestion('zzz', named(30), 'files')).toMatch(/file-23\.md, and 6 more\.$/);
});

it('letters that were swapped, left out or added are seen through, other words are not', () => {
  expect(['gradnig', 'gradng', 'gradings'].map((word) => nearMiss(word, ['grading']))).toEqual([
    'grading',
    'grading',
    'grading',
  ]);
  expect(nearMiss('recap', ['grading'])).toBeNull();
});
