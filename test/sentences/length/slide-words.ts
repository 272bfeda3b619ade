import type { Shown } from './strings-in.ts';

/** What a part's MDX says: on its slides, and in their notes. */
export function slideWords(mdx: string): { slides: Shown[]; notes: Shown[] } {
  const slides: Shown[] = [];
  const notes: Shown[] = [];
  const into = (all: Shown[], from: number, text: string) => {
    const plain = text
      .replace(/<[^>]*>/g, '')
      .replace(/\{[^}]*\}/g, '0')
      .replace(/\s+/g, ' ')
      .trim();
    if (plain !== '') all.push({ text: plain, line: mdx.slice(0, from).split('\n').length });
  };
  for (const { 1: words, index } of mdx.matchAll(
    /<(?:Say|Ask|Mistake)>([\s\S]*?)<\/(?:Say|Ask|Mistake)>/g,
  ))
    into(notes, index, words!);
  for (const { 1: words, index } of mdx.matchAll(
    /<(?:Lead|Source)[^>]*>([\s\S]*?)<\/(?:Lead|Source)>/g,
  ))
    into(slides, index, words!);
  return { slides, notes };
}
