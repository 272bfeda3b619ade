import { mostLetters, mostName } from '../../contract/room.ts';

/** Controls, and what turns the writing direction or has no width: they could make a text look like another. */
const dropped =
  // eslint-disable-next-line no-control-regex -- they are what is dropped
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
/** More marks on one letter than any language has reach into the lines above and below. */
const piled = /(\p{M}{4})\p{M}+/gu;

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as people count them: an emoji of several parts is one. */
export const letterCount = (text: string): number => [...segments.segment(text)].length;

/**
 * A text of anybody's as it may be shown: one line, no controls, no overrides of the writing
 * direction. It stays text: whoever shows it makes no markup of it.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\n\r\u0085\u2028\u2029]/g, ' ')
    .replace(dropped, '')
    .replace(piled, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A question's text, or why it can't be taken. */
export function questionText(text: string): { text: string } | { refused: 'empty' | 'too-long' } {
  const clean = cleanText(text);
  if (clean === '') return { refused: 'empty' };
  return letterCount(clean) > mostLetters ? { refused: 'too-long' } : { text: clean };
}

/** A name as it may stand under a question, cut at its limit; null where nothing is left of it. */
export function signedName(name: string | null): string | null {
  const clean = cleanText(name ?? '');
  if (clean === '') return null;
  return [...segments.segment(clean)]
    .slice(0, mostName)
    .map(({ segment }) => segment)
    .join('');
}
