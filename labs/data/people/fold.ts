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

/** Scripts that are written without a space between the names of a person. */
const unspaced =
  /^(?:\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|ー)+$/u;

/**
 * All keys that a name can be found by. "李 雷", "雷 李" and "李雷" are one name: whether there is a space,
 * and which name comes first, is a matter of the list it stands in. Two people are the same where
 * they have a key in common.
 */
export function nameKeys(name: string): string[] {
  const key = nameKey(name);
  const [one, other, ...more] = key.split(' ');
  const joins = other !== undefined && more.length === 0 && unspaced.test(one! + other);
  return joins ? [key, one! + other, other + one!] : [key];
}

/** The same for "Pérez, José" and "José Pérez": the words of a name, in the order of the alphabet. */
export const nameKey = (name: string): string =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .sort()
    .join(' ');
