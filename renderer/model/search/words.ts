/** A word as it is compared, and where it stands in its text. */
export interface Word {
  folded: string;
  start: number;
  end: number;
}

/** A word, or a number with its sign and separators: 11.7 is one number, not the words 11 and 7. */
const word = /[−–-]?\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu;

/**
 * Letters without accents and case; numbers with a plain minus and without thousands' commas. A
 * comma before one or two digits is a decimal's.
 */
function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (!/^[−–-]?\p{N}/u.test(plain)) return plain;
  const signed = plain.replace(/^[−–]/, '-');
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(signed)
    ? signed.replaceAll(',', '')
    : signed.replace(',', '.');
}

/** The words of a text, in order. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].map((match) => {
    // A dash after a letter or a number joins or means a range; it is no sign.
    const joins = /^[−–-]/.test(match[0]) && /[\p{L}\p{N}]/u.test(text[match.index - 1] ?? '');
    const start = match.index + (joins ? 1 : 0);
    const end = match.index + match[0].length;
    return { folded: fold(text.slice(start, end)), start, end };
  });
}

/** The words of a text as they are compared. */
export const foldedWords = (text: string): string[] => wordsIn(text).map((one) => one.folded);

/**
 * The same words as others write them: two in one ("ml ops", "mlops"), one in two ("handin",
 * "hand in"), and a name apart from its number ("gpt3", "gpt 3"). One letter is no name: F1 is not
 * whatever has an f and a 1.
 */
export function otherWays(typed: readonly string[]): string[][] {
  const joined = typed
    .slice(1)
    .map((word, i) => [...typed.slice(0, i), typed[i]! + word, ...typed.slice(i + 2)]);
  const apart = typed.flatMap((word) => {
    const parts = word.match(/\p{L}+|[^\p{L}]+/gu) ?? [];
    return parts.every((part) => isNumber(part) || part.length > 1) ? parts : [word];
  });
  const inTwo = typed.flatMap((word, i) =>
    cuts(word).map((parts) => [...typed.slice(0, i), ...parts, ...typed.slice(i + 1)]),
  );
  return [...(apart.length > typed.length ? [apart] : []), ...joined, ...inTwo];
}

/** A word of letters in two, of two letters at least. */
const cuts = (word: string): string[][] =>
  /^\p{L}{4,}$/u.test(word)
    ? Array.from({ length: word.length - 3 }, (_, i) => [word.slice(0, i + 2), word.slice(i + 2)])
    : [];

/** Whether a folded word is a number. */
export const isNumber = (folded: string): boolean => /^-?\p{N}/u.test(folded);
