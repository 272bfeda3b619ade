import { createHash } from 'node:crypto';

const keywords = new Set(
  (
    'as async await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'from function get if import in instanceof interface let new null of return set static super switch this throw true try type ' +
    'typeof undefined var void while with yield Math Array Object Number Set Map Infinity NaN'
  ).split(' '),
);
/** Comments, texts, names, numbers, white space, and any other sign by itself. Each alternative reads on and never back. */
const token =
  /\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?|`(?:[^`\\]|\\[^])*`?|[A-Za-z_$][\w$]*|\d[\w.]*|\s+|[^]/g;

/** Shorter code than this (in tokens) is alike by chance. */
const leastTokens = 40;

/**
 * What two answers have in common that differ only in names, comments and layout: a hash of their tokens, with each name
 * replaced by its number in order of appearance. Null for code that is too short to say anything.
 */
export function fingerprint(code: string): string | null {
  const names = new Map<string, number>();
  const tokens: string[] = [];
  for (const [text] of code.matchAll(token)) {
    if (/^(?:\s|\/\/|\/\*)/.test(text) || text === ';') continue;
    if (!/^[A-Za-z_$]/.test(text) || keywords.has(text)) {
      tokens.push(/^['"`]/.test(text) ? `"${text.slice(1, -1)}"` : text);
      continue;
    }
    if (!names.has(text)) names.set(text, names.size);
    tokens.push(`#${names.get(text)}`);
  }
  if (tokens.length < leastTokens) return null;
  return createHash('sha256').update(tokens.join(' ')).digest('hex');
}
