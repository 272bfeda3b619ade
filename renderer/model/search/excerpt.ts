import type { Word } from './words.ts';

/** What was found in a text, with the words around it. */
export interface Excerpt {
  before: string;
  hit: string;
  after: string;
}

/** How far an excerpt reaches to either side of what was found (characters). */
const reach = 36;

/** Words side by side, in characters and in number. */
interface Run {
  start: number;
  end: number;
  length: number;
}

/**
 * Where most of what was typed stands side by side and in its order; the first such place. Null
 * where none of it stands.
 */
export function longestRun(
  words: readonly Word[],
  typed: readonly string[],
  fits: (word: string, wanted: string) => boolean,
): Run | null {
  let best: Run | null = null;
  for (const [at, first] of words.entries())
    for (const from of typed.keys()) {
      let length = 0;
      while (
        from + length < typed.length &&
        at + length < words.length &&
        fits(words[at + length]!.folded, typed[from + length]!)
      )
        length += 1;
      if (length > (best?.length ?? 0))
        best = { start: first.start, end: words[at + length - 1]!.end, length };
    }
  return best;
}

/** The text around a place, cut between words. */
export function excerptOf(text: string, start: number, end: number): Excerpt {
  const from = start <= reach ? 0 : text.indexOf(' ', start - reach) + 1 || start;
  const space = text.lastIndexOf(' ', end + reach);
  const to = end + reach >= text.length ? text.length : Math.max(end, space);
  return {
    before: `${from > 0 ? '… ' : ''}${text.slice(Math.min(from, start), start)}`,
    hit: text.slice(start, end),
    after: `${text.slice(end, to)}${to < text.length ? ' …' : ''}`,
  };
}
