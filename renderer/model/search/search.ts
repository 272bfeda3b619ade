import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import { excerptOf, longestRun, type Excerpt } from './excerpt.ts';
import { meant } from './slips.ts';
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

const options: SearchOptions = {
  processTerm: (term) => term,
  boost: { title: 4, shown: 2 },
};

/** What a word that stands nowhere as it was typed is taken for; nothing for every other word. */
type Slips = ReadonlyMap<string, readonly string[]>;

/**
 * Asks for every word. Words may be unfinished; a number is meant as it stands, for 11.7 is not
 * 11.75, unless it is lost or `unfinished` says that numbers are not whole either.
 */
const asking = (typed: readonly string[], slips: Slips, unfinished: boolean): Query => ({
  combineWith: 'AND',
  queries: typed.map((word): Query => {
    const instead = slips.get(word);
    if (instead && instead.length > 0) return { combineWith: 'OR', queries: [...instead] };
    return { queries: [word], prefix: unfinished || instead !== undefined || !isNumber(word) };
  }),
});

/**
 * Reads everything once for many searches. What is called as typed comes before what only says it;
 * there, words side by side come before words apart, and a slide before its notes. Case and accents
 * do not matter.
 */
export function createSearch(all: readonly Findable[]): Search {
  const vocabulary = new Set<string>();
  const index = new MiniSearch<Findable>({
    fields: [...byName, ...byText],
    tokenize: (text) => {
      const words = foldedWords(text);
      for (const word of words) vocabulary.add(word);
      return words;
    },
    searchOptions: { ...options, tokenize: foldedWords },
    // A number with a sign is found without it too.
    processTerm: (term) => (/^-\p{N}/u.test(term) ? [term, term.slice(1)] : term),
  });
  index.addAll(all);
  const known = new Map(all.map((one) => [one.id, one]));
  const order = new Map(all.map(({ id }, at) => [id, at]));

  const isLost = (one: string) => index.search(asking([one], new Map(), false)).length === 0;
  /** What has every one of these words. */
  const finds = (typed: readonly string[], slips: Slips): { named: Found[]; said: Found[] } => {
    const whole = typed.join(' ');
    const isTyped = (text: string) => foldedWords(text).join(' ') === whole;
    /** 2: it is called what was typed. 1: that is what it belongs to, a lab's part, which begins with its first. */
    const wholeness = ({ id }: SearchResult) => {
      const { name, hint } = known.get(id)!;
      if (isTyped(name)) return 2;
      return isTyped(hint) ? 1 : 0;
    };
    const inOrder = (a: SearchResult, b: SearchResult) =>
      wholeness(a) === 1 ? order.get(a.id)! - order.get(b.id)! : 0;
    // A slide's number may be unfinished: whoever types 12 has typed 1.
    const named = index.search(asking(typed, slips, true), { fields: byName });
    const leads = ({ id, match }: SearchResult) =>
      Number(
        (known.get(id)!.first ?? false) &&
          Object.values(match).every((fields) =>
            fields.some((field) => field === 'title' || field === 'name'),
          ),
      );
    named.sort(
      (a, b) =>
        wholeness(b) - wholeness(a) || leads(b) - leads(a) || inOrder(a, b) || b.score - a.score,
    );

    const ids = new Set(named.map(({ id }) => id));
    const said = index
      .search(asking(typed, slips, false), { filter: ({ id }) => !ids.has(id) })
      .map((result) => placeOf(known.get(result.id)!, typed, slips, result))
      .sort((a, b) => b.together - a.together || b.score - a.score);
    return { named: named.map(({ id }) => ({ id })), said: said.map(({ found }) => found) };
  };

  return (query) => {
    const typed = foldedWords(query);
    if (typed.length === 0) return all.map(({ id }) => ({ id }));
    const number = askedNumber(typed);
    const numbered =
      number === null ? [] : all.filter(({ hint }) => hint === number).map(({ id }) => ({ id }));
    const lost = typed.filter(isLost);
    const slips: Slips = new Map(
      lost.map((word) => [word, isNumber(word) ? [] : meant(word, vocabulary)]),
    );
    const plain = finds(typed, slips);
    // Written in another way it may be there to the letter: that is surer than a slip.
    const isWord = (word: string) => vocabulary.has(word) || isNumber(word);
    const isSure = (way: string[]) =>
      way.length <= typed.length ||
      // Nearly any word is two beginnings of others, and a word that is there is not two.
      (way.every(isWord) && (lost.length > 0 || way.some(isNumber)));
    const others = otherWays(typed)
      .filter((way) => !way.some(isLost) && isSure(way))
      .map((way) => finds(way, new Map()));
    const named = others.flatMap((one) => one.named);
    const said = others.flatMap((one) => one.said);
    const best =
      lost.length === 0
        ? [...plain.named, ...named, ...plain.said, ...said]
        : [...named, ...said, ...plain.named, ...plain.said];
    return firstOfEach([...numbered, ...best]);
  };
}

/** "slide 23", "slide23", "no. 23": whoever says what the number is of means the number. */
function askedNumber(typed: readonly string[]): string | null {
  const [what, number, ...more] =
    typed.length === 1 ? (/^(\p{L}+)(\d+)$/u.exec(typed[0]!)?.slice(1) ?? []) : typed;
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
  slips: Slips,
  { terms, score }: SearchResult,
): { found: Found; score: number; together: number } {
  const hits = new Set(terms.flatMap((term) => [term, `-${term}`]));
  const fits = (word: string, wanted: string) =>
    hits.has(word) && (slips.has(wanted) || word === `-${wanted}` || word.startsWith(wanted));
  const onSlide = longestRun(wordsIn(shown), typed, fits);
  const inNotes = longestRun(wordsIn(spoken), typed, fits);
  const where = (onSlide?.length ?? 0) >= (inNotes?.length ?? 0) ? 'slide' : 'notes';
  const run = where === 'slide' ? onSlide : inNotes;
  if (!run) return { found: { id }, score, together: 0 };
  const excerpt = excerptOf(where === 'slide' ? shown : spoken, run.start, run.end);
  return { found: { id, said: { ...excerpt, where } }, score, together: run.length };
}
