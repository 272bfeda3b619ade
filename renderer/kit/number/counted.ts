import { formatFixed } from './format.ts';

/** A number of things in words: "1 seed", "3 seeds", "1,500 faces". `many`: the plural where it is more than the word with an s. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatFixed(count)} ${count === 1 ? one : many}`;
