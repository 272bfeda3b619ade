/** Shorter words are too like others: nothing is taken for a slip of them. */
const shortest = 4;
/** A slip in a shorter beginning of a word is like too many words' beginnings. */
const shortestBeginning = 6;

/**
 * The known words that a word may have been meant for, the nearest alone: a letter too many or too
 * few, another one, or two that changed places; of eight letters and more two such slips. Of six
 * letters and more it may be unfinished too. Hardly anybody misses the first letter, so it stands,
 * or changed places with the second.
 */
export function meant(typed: string, known: Iterable<string>): string[] {
  if (typed.length < shortest) return [];
  let nearest = Math.round(typed.length / 5);
  let found: string[] = [];
  for (const word of known) {
    if (!beginsAlike(typed, word) || typed.length - word.length > nearest) continue;
    const isTooLong = word.length - typed.length > nearest;
    if (isTooLong && typed.length < shortestBeginning) continue;
    const distance =
      typed.length < shortestBeginning ? slipsBetween(typed, word) : slipsToBeginning(typed, word);
    if (distance > nearest) continue;
    if (distance < nearest) found = [];
    nearest = distance;
    found.push(word);
  }
  return found;
}

const beginsAlike = (a: string, b: string): boolean =>
  a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);

/**
 * How many slips lie between two words: the optimal string alignment distance, in which two
 * neighbours that changed places are one slip.
 * Source: L. Boytsov, Indexing methods for approximate dictionary searching (2011), section 2.2.
 */
export const slipsBetween = (a: string, b: string): number => distances(a, b).at(-1)!;

/** How many slips lie between what was typed and the beginning of a word that is nearest to it. */
export const slipsToBeginning = (typed: string, word: string): number =>
  Math.min(...distances(typed, word));

/** The slips between `a` and each beginning of `b`, from none of it to all. */
function distances(a: string, b: string): number[] {
  let twoBack: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = last[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      let least = Math.min(changed, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, twoBack[j - 2]! + 1);
      row.push(least);
    }
    twoBack = last;
    last = row;
  }
  return last;
}
