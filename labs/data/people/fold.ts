/** Signs that only turn the direction of writing: two names that differ in them look the same. */
const turns = /[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** A name as it is compared: without case, accents and signs that can't be seen. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(turns, '')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();

/** The same for "Pérez, José" and "José Pérez": the words of a name, in the order of the alphabet. */
export const nameKey = (name: string): string =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
