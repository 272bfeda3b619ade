import { expect, it } from 'vitest';
import { blankWords } from '../shared/slide-tools/blank.ts';
import { keyWords } from './key-words.ts';

it('no sentence names a single letter as a key where these are switched off', () => {
  const said = (letters: boolean) => [
    ...Object.values(keyWords(letters)),
    blankWords('black', letters),
    blankWords('white', letters),
  ];
  const names = /(?<!Ctrl )\b[B-Z]\b/;
  for (const words of said(true)) expect(words).toMatch(names);
  for (const words of said(false)) expect(words).not.toMatch(names);
  expect(blankWords('white', false)).toBe(
    'The screen is white. A key that turns slides shows the slide again.',
  );
});
