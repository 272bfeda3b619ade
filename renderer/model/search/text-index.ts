/** What a slide and its notes say, as one reads it. */
export interface SlideText {
  slide: string;
  /** Words on the slide, its figures' descriptions among them. */
  shown: string;
  /** Words of its notes. */
  spoken: string;
}

/** A place where all words typed were found. */
export interface TextHit {
  slide: string;
  where: 'slide' | 'notes';
  /** The words around the first one that was found. */
  excerpt: { before: string; hit: string; after: string };
  score: number;
}

interface Word {
  folded: string;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

interface Indexed {
  slide: string;
  where: TextHit['where'];
  text: string;
  words: Word[];
}

/** Texts with their words, ready to be searched. */
export type TextIndex = readonly Indexed[];

/** How far an excerpt reaches to either side of what was found (characters). */
const reach = 36;

/** A word, or a number with its sign, separators and percent. */
const word = /[−–-]?\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu;

/** Letters without accents and case; numbers with a plain minus and without thousands' commas. A comma before one or two digits is a decimal's. */
function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (!/^[−–-]?\p{N}/u.test(plain)) return plain;
  const signed = plain.replace(/^[−–]/, '-');
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(signed)
    ? signed.replaceAll(',', '')
    : signed.replace(',', '.');
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].map((match) => {
    // A dash between two numbers is a range, not a sign.
    const range = /^[−–-]/.test(match[0]) && /[\p{L}\p{N}]/u.test(text[match.index - 1] ?? '');
    const start = match.index + (range ? 1 : 0);
    return {
      folded: fold(text.slice(start, match.index + match[0].length)),
      start,
      end: match.index + match[0].length,
    };
  });
}

/** Reads texts once for many searches. */
export function indexTexts(texts: readonly SlideText[]): TextIndex {
  const one = (slide: string, where: Indexed['where'], raw: string): Indexed => {
    const text = raw.replace(/\s+/g, ' ').trim();
    return { slide, where, text, words: wordsIn(text) };
  };
  return texts.flatMap(({ slide, shown, spoken }) => [
    one(slide, 'slide', shown),
    one(slide, 'notes', spoken),
  ]);
}

/**
 * Where all words typed are said, best first, at most one place for each slide. Words may be unfinished, numbers not. A whole word
 * counts more than a beginning, words side by side more than words apart, a slide more than its notes.
 */
export function searchTexts(index: TextIndex, query: string): TextHit[] {
  const typed = wordsIn(query).map((one) => one.folded);
  if (typed.length === 0) return [];
  const best = new Map<string, TextHit>();
  for (const entry of index) {
    const hit = searchOne(entry, typed);
    const other = best.get(entry.slide);
    if (hit && (!other || hit.score > other.score)) best.set(entry.slide, hit);
  }
  // `sort` keeps the lecture's order among equals.
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/** A word may be unfinished; a number is meant as it stands, for 11.7 is not 11.75. One without a sign is found with any. */
function matches(one: Word, wanted: string): boolean {
  if (!/^-?\d/.test(wanted)) return one.folded.startsWith(wanted);
  return one.folded === wanted || one.folded === `-${wanted}`;
}

function searchOne(
  { slide, where, text, words }: Indexed,
  typed: readonly string[],
): TextHit | null {
  const found = typed.map((wanted) =>
    words.flatMap((one, at) => (matches(one, wanted) ? [at] : [])),
  );
  if (found.some((places) => places.length === 0)) return null;

  let first = found[0]![0]!;
  let together = 1;
  for (const start of found[0]!) {
    let length = 1;
    while (length < typed.length && found[length]!.includes(start + length)) length += 1;
    if (length > together) [first, together] = [start, length];
  }
  const whole = typed.filter((wanted, at) =>
    found[at]!.some((place) => words[place]!.folded === wanted),
  ).length;
  const score =
    whole * 10 + (together - 1) * 8 + (where === 'slide' ? 6 : 0) + Math.min(found[0]!.length, 3);
  const start = words[first]!.start;
  const end = words[first + together - 1]!.end;
  return { slide, where, score, excerpt: excerptOf(text, start, end) };
}

/** The text around a place, cut between words. */
function excerptOf(text: string, start: number, end: number): TextHit['excerpt'] {
  const from = start <= reach ? 0 : text.indexOf(' ', start - reach) + 1 || start;
  const space = text.lastIndexOf(' ', end + reach);
  const to = end + reach >= text.length ? text.length : Math.max(end, space);
  return {
    before: `${from > 0 ? '… ' : ''}${text.slice(Math.min(from, start), start)}`,
    hit: text.slice(start, end),
    after: `${text.slice(end, to)}${to < text.length ? ' …' : ''}`,
  };
}
