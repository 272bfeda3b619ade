import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { excerptOf, longestRun, type Excerpt } from './excerpt.ts';
import { foldedWords, isNumber, otherWays, wordsIn } from './words.ts';

/** Something that can be found. */
export interface Findable {
  /** Unique. */
  id: string;
  /** What it is called in an address: typed whole, it comes first. */
  name: string;
  title: string;
  /** Shown small beside the title: a slide's number, a key. Typed whole, it comes first. */
  hint: string;
  /** More words that find it by name: its part, its lab. */
  words: string;
  /** Whether it comes before the others where its title or its name has every word typed: a command, a lab. */
  first?: boolean;
  /** What a slide says, its figures' descriptions among it, or a step of a lab. */
  shown?: string;
  /** What its notes say. */
  spoken?: string;
}

/** Something that was found. */
export interface Found {
  id: string;
  /** Where it was found only in what is said: the words around the place. */
  said?: Excerpt & { where: 'slide' | 'notes' };
}

/** Finds what was typed, best first. Where no word is typed it gives everything, in its order. */
export type Search = (query: string) => Found[];

const byName = ['title', 'name', 'words', 'hint'];
const byText = ['shown', 'spoken'];

/** Every word typed must be found. */
const always: SearchOptions = {
  combineWith: 'AND',
  processTerm: (term) => term,
  boost: { title: 4, shown: 2 },
};

/** Words may be unfinished; a number is meant as it stands, for 11.7 is not 11.75. */
const asTyped: SearchOptions = { ...always, prefix: (term) => !isNumber(term) };

/**
 * A word that stands nowhere as it was typed is taken for one with a slip in it, such a number for
 * an unfinished one.
 */
const withSlips = (lost: ReadonlySet<string>): SearchOptions => ({
  ...always,
  prefix: (term) => !isNumber(term) || lost.has(term),
  fuzzy: (term) => (lost.has(term) && !isNumber(term) && term.length >= 4 ? 0.2 : false),
  maxFuzzy: 2,
});

/**
 * Reads everything once for many searches. What is called as typed comes before what only says it;
 * there, words side by side come before words apart, and a slide before its notes. Case and accents
 * do not matter.
 */
export function createSearch(all: readonly Findable[]): Search {
  const index = new MiniSearch<Findable>({
    fields: [...byName, ...byText],
    tokenize: foldedWords,
    // A number with a sign is found without it too.
    processTerm: (term) => (/^-\p{N}/u.test(term) ? [term, term.slice(1)] : term),
  });
  index.addAll(all);
  const known = new Map(all.map((one) => [one.id, one]));

  const isLost = (one: string) => index.search(one, asTyped).length === 0;
  /** What has every one of these words. */
  const finds = (typed: readonly string[], lost: ReadonlySet<string>): Found[] => {
    const query = typed.join(' ');
    const options = withSlips(lost);

    const whole = typed.join(' ');
    const isWhole = ({ id }: SearchResult) => {
      const { name, hint } = known.get(id)!;
      return Number([name, hint].some((one) => foldedWords(one).join(' ') === whole));
    };
    // A slide's number may be unfinished: whoever types 12 has typed 1.
    const named = index.search(query, { ...options, fields: byName, prefix: true });
    // A slip is a guess: then what fits best comes first, whatever it is.
    const leads = ({ id, match }: SearchResult) =>
      Number(
        lost.size === 0 &&
          (known.get(id)!.first ?? false) &&
          Object.values(match).every((fields) =>
            fields.some((field) => field === 'title' || field === 'name'),
          ),
      );
    named.sort((a, b) => isWhole(b) - isWhole(a) || leads(b) - leads(a) || b.score - a.score);

    const ids = new Set(named.map(({ id }) => id));
    const said = index
      .search(query, { ...options, filter: ({ id }) => !ids.has(id) })
      .map((result) => placeOf(known.get(result.id)!, typed, lost, result))
      .sort((a, b) => b.together - a.together || b.score - a.score);
    return [...named.map(({ id }) => ({ id })), ...said.map(({ found }) => found)];
  };

  return (query) => {
    const typed = foldedWords(query);
    if (typed.length === 0) return all.map(({ id }) => ({ id }));
    const number = askedNumber(typed);
    const numbered =
      number === null ? [] : all.filter(({ hint }) => hint === number).map(({ id }) => ({ id }));
    const lost = new Set(typed.filter(isLost));
    const plain = finds(typed, lost);
    // Written in another way it may be there to the letter: that is surer than a slip.
    const others = otherWays(typed)
      .filter((way) => !way.some(isLost))
      .flatMap((way) => finds(way, new Set()));
    const best = lost.size === 0 ? [...plain, ...others] : [...others, ...plain];
    return firstOfEach([...numbered, ...best]);
  };
}

/** "slide 23", "no. 23": whoever says what the number is of means the number. */
function askedNumber(typed: readonly string[]): string | null {
  const [what, number, ...more] = typed;
  if (number === undefined || more.length > 0 || !/^\d+$/.test(number)) return null;
  return /^(slide|slides|page|number|no|nr)$/.test(what!) ? number : null;
}

function firstOfEach(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return found.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/**
 * Where a slide says what was found: on it or in its notes, wherever more of the words stand side
 * by side.
 */
function placeOf(
  { id, shown = '', spoken = '' }: Findable,
  typed: readonly string[],
  lost: ReadonlySet<string>,
  { terms, score }: SearchResult,
): { found: Found; score: number; together: number } {
  const hits = new Set(terms.flatMap((term) => [term, `-${term}`]));
  const fits = (word: string, wanted: string) =>
    hits.has(word) && (lost.has(wanted) || word === `-${wanted}` || word.startsWith(wanted));
  const onSlide = longestRun(wordsIn(shown), typed, fits);
  const inNotes = longestRun(wordsIn(spoken), typed, fits);
  const where = (onSlide?.length ?? 0) >= (inNotes?.length ?? 0) ? 'slide' : 'notes';
  const run = where === 'slide' ? onSlide : inNotes;
  if (!run) return { found: { id }, score, together: 0 };
  const excerpt = excerptOf(where === 'slide' ? shown : spoken, run.start, run.end);
  return { found: { id, said: { ...excerpt, where } }, score, together: run.length };
}
