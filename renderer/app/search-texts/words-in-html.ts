import { Parser } from 'htmlparser2';

/** What stands within a line. Everything else begins a new piece of text. */
const inline = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd mark q s small strong sub sup time tspan u var wbr'.split(
    ' ',
  ),
);

/** The rail, and what only screen readers get, is no text of the slide. */
const isLeftOut = (name: string, attributes: Record<string, string>): boolean =>
  name === 'style' ||
  name === 'script' ||
  'data-rail' in attributes ||
  (attributes['class'] ?? '').split(' ').includes('said');

/**
 * The words of drawn HTML in the order in which they are read, pieces apart by a dot. A picture's
 * description is one of them.
 */
export function wordsInHtml(html: string): string {
  const pieces = [''];
  /** How many elements deep we are in what is left out. The parser closes each, `<br>` too. */
  let unread = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (unread > 0 || isLeftOut(name, attributes)) {
        unread += 1;
        return;
      }
      if (!inline.has(name)) pieces.push('');
      if (attributes['role'] === 'img') pieces.push(attributes['aria-label'] ?? '', '');
    },
    ontext(text) {
      if (unread === 0) pieces[pieces.length - 1] += text;
    },
    onclosetag(name) {
      if (unread > 0) unread -= 1;
      else if (!inline.has(name)) pieces.push('');
    },
  });
  parser.end(html);
  return pieces
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join(' · ');
}
