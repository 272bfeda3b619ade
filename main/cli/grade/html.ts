import { escapeHtml } from '../../../labs/kit/escape-html.ts';

/** HTML that is safe to put into a page as it stands. */
export class Html {
  constructor(readonly text: string) {}
}
type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Builds HTML: whatever is put in is escaped, unless it is `Html` itself. Names and answers come from strangers. */
export function html(words: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    words.reduce((text, word, i) => text + word + (i < parts.length ? textOf(parts[i]) : ''), ''),
  );
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return (part as readonly Part[]).map(textOf).join('');
  return part === null || part === undefined || part === false ? '' : escapeHtml(String(part));
}

/** A table that may be wider than the page: it scrolls by itself, named by the element of that id. */
export const wideTable = (labelledBy: string, table: Html) =>
  html`<div class="wide" tabindex="0" role="region" aria-labelledby="${labelledBy}">${table}</div>`;
