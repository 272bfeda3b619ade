import type { DeckLine, Lost } from './imported.ts';

/** HTML that Markdown has a word for. */
const known: readonly [RegExp, string][] = [
  [/<\/?(?:strong|b)>/gi, '**'],
  [/<\/?(?:em|i)>/gi, '_'],
  [/<\/?code>/gi, '`'],
  [/<br\s*\/?>/gi, '<br>'],
];
const kept = /^<\/?(?:br|kbd|sub|sup|mark|small)>$/i;

/**
 * HTML in a line of prose: pictures and links become Markdown, what has a word of Markdown too; of any other the words stay, and it
 * is among what was lost.
 */
export function withoutHtml({ number, text }: DeckLine, lost: Lost[]): string {
  let line = text
    .replace(/<img\b[^>]*>/gi, (tag) => {
      const source = attribute(tag, 'src');
      return source === null ? tag : `![${attribute(tag, 'alt') ?? ''}](${source})`;
    })
    .replace(/<a\b[^>]*>(.*?)<\/a>/gi, (tag, words: string) => {
      const to = attribute(tag, 'href');
      return to === null ? words : `[${words}](${to})`;
    });
  for (const [html, markdown] of known) line = line.replace(html, markdown);
  const names = new Set<string>();
  line = line.replace(/<\/?([A-Za-z][\w.-]*)\b[^>]*>/g, (tag, name: string) => {
    if (kept.test(tag) || /^https?$/i.test(name)) return tag;
    names.add(name);
    return '';
  });
  for (const name of names)
    lost.push({ line: number, what: `HTML: <${name}>; its words are kept` });
  return withOwnPictures({ number, text: line }, lost);
}

/**
 * Pictures by where they are to lie in the folder: those other programs have below the page's root or beside the deck stand below the
 * folder here. One from elsewhere is not shown in a lecture: its words stay, with a link where it is https.
 */
function withOwnPictures({ number, text }: DeckLine, lost: Lost[]): string {
  const picture = /!\[([^\]]*)\]\(([^)\s]+)([^)]*\))/g;
  return text.replace(picture, (_all, words: string, from: string, rest: string) => {
    if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(from))
      return `![${words}](${from.replace(/^(?:\.{0,2}\/)+/, '')}${rest}`;
    lost.push({ line: number, what: `A picture from elsewhere: ${from.slice(0, 200)}` });
    const page = from.replace(/^\/\//, 'https://');
    return /^https:/i.test(page) ? `[${words.trim() || 'A picture'}](${page}${rest}` : words;
  });
}

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)?.slice(1).find(Boolean) ??
  null;
