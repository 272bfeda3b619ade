/** A cell without the white space around it. Most have none: there are millions. */
export function trimCell(cell: string): string {
  const last = cell.charCodeAt(cell.length - 1);
  const first = cell.charCodeAt(0);
  return first > 32 && first < 127 && last > 32 && last < 127 ? cell : cell.trim();
}

/** Marks that say “not known” whatever the column holds. */
const always = new Set(
  ['', 'na', 'n/a', 'nan', 'null', '?', '-', '--', '–', '—', '#n/a', '#na', '<na>', '(null)', '\\n']
    // What a spreadsheet leaves where a formula failed.
    .concat(['#null!', '#div/0!', '#value!', '#ref!', '#name?', '#num!', 'nat', 'n.a.', 'k.a.']),
);
/** Words that say so only among numbers, times or two values: among words they may be a value like any other. */
const amongOthers = new Set(
  [
    'none',
    'nil',
    '.',
    '..',
    'missing',
    'unknown',
    'unk',
    'undefined',
    'not available',
    'inf',
  ].concat(['-inf', '+inf', 'infinity', '-infinity', 'n/d', 'nd', 's/d', 'keine angabe']),
);
const longest = 14;

/**
 * A day that no calendar has, and that databases write where there is none: 0000-00-00 and 00/00/0000, alone or at midnight. 00.00.00 may
 * be a time of day.
 */
const zeroDay =
  /^(?:0000([-/.])00\1(?:00)|00([-/.])00\2(?:0000)|00([-/])00\3(?:00))(?:[T ]00:00(?::00(?:[.,]0+)?)?(?:Z|[+-]00(?::?00)?)?)?$/;
const isZeroDay = (cell: string): boolean =>
  cell.charCodeAt(1) === 48 && cell.length >= 8 && zeroDay.test(cell);

/** Whether a trimmed cell says that nothing is known: in any column, or only beside numbers, times and two values. */
export function missingMark(cell: string): 'always' | 'among others' | null {
  const code = cell.charCodeAt(0);
  if (code === 48) return isZeroDay(cell) ? 'always' : null;
  if (cell.length > longest || (code >= 48 && code <= 57)) return null;
  const word = cell.toLowerCase();
  if (always.has(word)) return 'always';
  return amongOthers.has(word) ? 'among others' : null;
}

/** A word as it is compared where case, spaces and the form of accents are to make no difference. */
export const plainWord = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\u200b\u00ad]+/g, ' ')
    .trim();

/** Values by the word that each is once case, spaces and Unicode form are put aside. */
export function byPlainWord(values: Iterable<string>): Map<string, string[]> {
  const alike = new Map<string, string[]>();
  for (const value of values) {
    const plain = plainWord(value);
    alike.set(plain, [...(alike.get(plain) ?? []), value]);
  }
  return alike;
}

/** Values that are one word but for case, spaces and Unicode form; each list has two or more. */
export const nearlySame = (values: Iterable<string>): string[][] =>
  [...byPlainWord(values).values()].filter((list) => list.length > 1);
