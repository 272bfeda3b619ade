import { onSaid, type Said } from '../../labs/kit/compare.ts';

const open = '⟦';
const close = '⟦/⟧';

/** What the helper said, in the order of the marks in the texts. */
export interface Recorded {
  said: Said[];
  stop: () => void;
}

/** From here on each comparison stands in its text between marks: ⟦3⟧the gap shrinks⟦/⟧. */
export function record(): Recorded {
  const said: Said[] = [];
  onSaid((one) => {
    said.push(one);
    return `${open}${said.length - 1}⟧${one.words}${close}`;
  });
  return { said, stop: () => onSaid(null) };
}

const mark = /⟦(\d+)⟧((?:(?!⟦).)*)⟦\/⟧/gs;

/** The comparisons in a text, each with its words. */
export const marksIn = (text: string): { index: number; words: string }[] =>
  [...text.matchAll(mark)].map(([, index, words]) => ({ index: Number(index), words: words! }));

/** A text without what the helper said, and one without its marks only. */
export const withoutSaid = (text: string): string =>
  text.replace(mark, ' … ').replace(/⟦[^⟧]*⟧/g, '');
export const unmarked = (text: string): string => text.replace(/⟦[^⟧]*⟧/g, '');
