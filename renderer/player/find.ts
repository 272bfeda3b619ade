/** What a slide says: its title, and all words on it and in its notes. */
export interface SlideWords {
  title: string;
  words: string;
}

export interface Found {
  /** Counted from 0. */
  slide: number;
  /** The words around the first place where it was found; nothing where that is the title. */
  around: string;
}

/** So many letters of what stands around are shown on either side. */
const aside = 48;

/** Letters without their accents, capitals and runs of blanks. Of the same length as the text, so that places agree. */
export const plain = (text: string): string =>
  [...text]
    .map((sign) => {
      const bare = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return bare.length === sign.length ? bare : sign;
    })
    .join('');

/** Slides that hold every word of the query, in their order; those with all of them in the title come first. */
export function find(slides: readonly SlideWords[], query: string): Found[] {
  const asked = plain(query).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  const rows = slides.flatMap(({ title, words }, slide) => {
    const [name, all] = [plain(title), plain(words)];
    if (!asked.every((word) => name.includes(word) || all.includes(word))) return [];
    const inTitle = asked.every((word) => name.includes(word));
    return [{ slide, inTitle, around: inTitle ? '' : aroundWord(words, all, asked) }];
  });
  return [...rows.filter(({ inTitle }) => inTitle), ...rows.filter(({ inTitle }) => !inTitle)].map(
    ({ slide, around }) => ({ slide, around }),
  );
}

function aroundWord(words: string, all: string, asked: readonly string[]): string {
  const at = Math.min(...asked.map((word) => all.indexOf(word)).filter((place) => place >= 0));
  const from = at <= aside ? 0 : words.indexOf(' ', at - aside) + 1;
  const cut = words.indexOf(' ', at + aside);
  const to = cut < 0 ? words.length : cut;
  return `${from > 0 ? '… ' : ''}${words.slice(from, to)}${to < words.length ? ' …' : ''}`;
}
