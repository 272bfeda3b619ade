import type { ReactNode } from 'react';
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const ends =
  /<\/(p|li|h\d|dt|dd|td|th|div|section|figcaption|text|button|caption|span|label|title|legend)>/g;
const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  nbsp: ' ',
};

export const htmlOf = (node: ReactNode): string =>
  renderToStaticMarkup(createElement(Fragment, null, node));

/** The lines of text that a node draws, one for each block of it. */
export const linesOf = (node: ReactNode): string[] => linesIn(htmlOf(node));

/** The lines of text in HTML. Its tables of data are left out: they hold exact values and no sentences. */
export function linesIn(html: string): string[] {
  return html
    .replace(/<(style|script|select)\b.*?<\/\1>/gs, '')
    .replace(/<(button|li|p)\b/g, '\n<$1')
    .replace(ends, (end) => (inline(end) ? ' ' : '\n'))
    .replace(/<[^>]*>/g, '')
    .replace(/&([a-z#0-9]+);/gi, (whole, name: string) => entities[name] ?? whole)
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '');
}

const inline = (end: string) => /span|label/.test(end);

/** The sentences of a line. A number’s own point ends none. */
export const sentencesIn = (line: string): string[] =>
  line
    .split(/(?<=[.!?])\s+(?=[A-Z“0-9…])|\s·\s/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
