import { plainWord } from './cells.ts';
import type { Column, TwoValues } from './column.ts';
import { parseNumber } from './numbers.ts';

const yes = new Set(
  'true t yes y ja j sí si s oui o sim da verdadero verdadeiro vrai wahr vero waar да 是 はい pos positive on good approved accepted granted admitted hired selected paid repaid high pass passed present won aprobado aprobada aceptado aceptada admitido admitida concedido concedida bewilligt genehmigt angenommen zugelassen bestanden accepte acceptee approuve approuvee admis accorde aprovado aprovada aceito approvato approvata'.split(
    ' ',
  ),
);
const no = new Set(
  'false f no n nein não nao non falso faux falsch onwaar нет 否 いいえ neg negative off bad rejected denied refused declined unpaid low fail failed absent lost nej ne rechazado rechazada denegado denegada abgelehnt verweigert refuse refusee rejete rejetee recuse refusado reprovado recusado rifiutato respinto'.split(
    ' ',
  ),
);

/** A value as it is compared: a number by its value, a word without case and spaces, a yes or a no without its accents. */
export function sameValue(value: string): string {
  const number = parseNumber(value, '.');
  if (!Number.isNaN(number)) return String(number);
  const word = plainWord(value);
  const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
  return bare !== word && (yes.has(bare) || no.has(bare)) ? bare : word;
}

/**
 * Which of two different values stands for 1: the one that says yes, the one above the mark (`>50K`), the one that is not a “no …”, or the
 * larger number. Null where nothing tells.
 */
export function positiveOf(first: string, second: string): string | null {
  const words = wordsOf(first, second);
  const numbers = [parseNumber(first, '.'), parseNumber(second, '.')] as const;
  if (!Number.isNaN(numbers[0]) && !Number.isNaN(numbers[1]))
    return numbers[0] > numbers[1] ? first : second;
  // A number and a word are no pair.
  if (!Number.isNaN(numbers[0]) || !Number.isNaN(numbers[1])) return null;
  // One letter says yes or no only beside its opposite: “f” may be female.
  const clear = (word: string, opposite: string, others: ReadonlySet<string>) =>
    word.length > 1 || others.has(opposite);
  const said = pick(
    words,
    (word, other) => yes.has(word) && !yes.has(other) && clear(word, other, no),
  );
  const denied = pick(
    words,
    (word, other) => !no.has(word) && no.has(other) && clear(other, word, yes),
  );
  const place = plainPlace(words) ?? said ?? denied;
  if (place === null) return null;
  return place === 0 ? first : second;
}

type Two = readonly [string, string];
const wordsOf = (first: string, second: string): Two => [plainWord(first), plainWord(second)];

/** Which of two words is above a mark, or is denied by the other one; null where neither is. */
function plainPlace(words: Two): 0 | 1 | null {
  const above = pick(words, (word, other) => /^(>|≥)/.test(word) && /^(<|≤)/.test(other));
  const denials = ['no ', 'not ', 'non ', 'no-', 'not-', 'non-', 'un'];
  return above ?? pick(words, (word, other) => denials.some((no) => `${no}${word}` === other));
}

const levels = new Set(['high', 'low', 'good', 'bad']);
/** Whether two words say how much or how good, not whether. */
export const areLevels = (first: string, second: string): boolean =>
  wordsOf(first, second).every((word) => levels.has(word));

/** Whether two words are a yes and its no, so that no other word stands beside them. */
export function areOpposites(first: string, second: string): boolean {
  const words = wordsOf(first, second);
  return (
    plainPlace(words) !== null ||
    pick(words, (word, other) => yes.has(word) && no.has(other)) !== null
  );
}

const pick = (words: Two, fits: (word: string, other: string) => boolean): 0 | 1 | null => {
  if (fits(words[0], words[1])) return 0;
  return fits(words[1], words[0]) ? 1 : null;
};

const usualPairs = [
  ['0', '1'],
  ['false', 'true'],
  ['no', 'yes'],
] as const;

/**
 * A value with the other one that usually stands beside it: a column of 0 alone may be decisions
 * that all are no. Null where it has none.
 */
export function usualOther(value: string): TwoValues | null {
  const same = sameValue(value);
  const pair = usualPairs.find((words) => words.some((word) => word === same));
  if (!pair) return null;
  const [zero, one] = pair;
  const word = (key: string) => (key === same ? value : key);
  return { zero, one, zeroWord: word(zero), oneWord: word(one), told: true };
}

/** Two whole numbers above 0, such as 1 and 2: codes, which do not tell which of them is the yes. */
export const areCodes = ({ zero, one }: Pick<TwoValues, 'zero' | 'one'>): boolean =>
  Number(zero) > 0 && [zero, one].every((code) => Number.isInteger(Number(code)));

/** Classes of a school, such as 1a and 10b: who is taught together, and nothing that turned out. */
export const areSchoolClasses = ({ values }: Pick<Column, 'values'>): boolean =>
  values !== null &&
  values.length > 1 &&
  values.every(({ value }) => /^\d{1,2}\s?[-./]?\s?[a-h]$/i.test(value));

/** Larger whole numbers are no codes of an outcome. */
const largestCode = 20;

/** Two amounts, such as 180 and 360 or “36 months” and “60 months”: no yes and no, however few they are. */
export function areAmounts({ two }: Pick<Column, 'two'>): boolean {
  if (two === null) return false;
  const numbers = [two.zero, two.one].map(Number);
  if (numbers.every((value) => !Number.isNaN(value)))
    return numbers.some((value) => !Number.isInteger(value) || Math.abs(value) > largestCode);
  return !two.told && [two.zeroWord, two.oneWord].every((word) => /^[<>≤≥]?\s*\d/.test(word));
}
