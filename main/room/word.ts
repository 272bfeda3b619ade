import { randomInt } from 'node:crypto';

/** No vowels, so that no word is one; nothing that is taken for another letter or a digit. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** Four random letters: 160,000 words. */
export const randomWord = (): string =>
  Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');

/** A word as it was typed: in any case, with spaces or hyphens. */
export const sameWord = (typed: string, word: string): boolean =>
  typed.replace(/[\s-]/g, '').toUpperCase() === word;
