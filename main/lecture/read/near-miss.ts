import { oursAreListed } from '../../contract/lecture-folder.ts';

/** How many letters must be changed, added, left out or swapped to make one word of the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** The word that was probably meant, of those there are; null where none is near. */
export function nearMiss(word: string, known: Iterable<string>): string | null {
  const typed = word.toLowerCase().slice(0, 80);
  let best: { word: string; far: number } | null = null;
  for (const one of known) {
    const far = one.startsWith(typed) && typed.length >= 3 ? 1 : distance(typed, one.toLowerCase());
    if (best === null || far < best.far) best = { word: one, far };
  }
  const most = Math.max(1, Math.floor(typed.length / 3));
  return best !== null && best.far <= most ? best.word : null;
}

/** So many are named. */
const mostNamed = 24;

/** “Did you mean …?”, or which there are. */
export function suggestion(word: string, known: readonly string[], named: string): string {
  const near = nearMiss(word, known);
  if (near !== null) return `Did you mean “${near}”?`;
  if (known.length === 0) return `There are no ${named} yet.`;
  const more = known.length > mostNamed ? `, and ${known.length - mostNamed} more` : '';
  return `Known ${named}: ${known.slice(0, mostNamed).join(', ')}${more}.`;
}

/** The same of the slides of lecture 1: they are too many to be named, and the guide lists them. */
export function suggestedSlide(word: string, known: readonly string[]): string {
  const near = nearMiss(word, known);
  return near === null ? oursAreListed : `Did you mean “${near}”?`;
}
