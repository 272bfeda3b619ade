/** A piece of a style sheet: what stands before its braces, and what stands between them. */
export interface Rule {
  prelude: string;
  body: string;
}

/**
 * Takes CSS apart into its top-level rules. What is read are the app's own built files, so that braces are balanced; strings and comments
 * may hold some of their own. Statements without a block (`@charset`, `@import`) are left out.
 */
export function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  let [depth, start, open] = [0, 0, 0];
  for (let at = 0; at < css.length; at += 1) {
    const sign = css[at]!;
    if (sign === '"' || sign === "'") at = endOfString(css, at);
    else if (sign === '/' && css[at + 1] === '*') {
      const end = css.indexOf('*/', at + 2);
      at = end < 0 ? css.length : end + 1;
    } else if (sign === ';' && depth === 0) start = at + 1;
    else if (sign === '{') {
      if (depth === 0) open = at;
      depth += 1;
    } else if (sign === '}' && (depth -= 1) === 0) {
      rules.push({
        prelude: css
          .slice(start, open)
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .trim(),
        body: css.slice(open + 1, at),
      });
      start = at + 1;
    }
  }
  return rules;
}

function endOfString(css: string, from: number): number {
  for (let at = from + 1; at < css.length; at += 1) {
    if (css[at] === '\\') at += 1;
    else if (css[at] === css[from]) return at;
  }
  return css.length;
}

/** Parts of a selector that say how something is drawn or whether it is being used, not which element it is. */
const passing =
  /::[\w-]+(\([^)]*\))?|:(hover|focus|focus-visible|focus-within|active|disabled|placeholder-shown|checked|before|after)(?![\w-])/g;

/** A selector without its pseudo-elements and passing states, to ask whether anything of it is there. */
export const plainSelector = (selector: string): string =>
  selector
    .split(/,(?![^(]*\))/)
    .map((one) => one.replace(passing, '').trim())
    .map((one) => (one === '' || /[>+~]$/.test(one) ? `${one}*` : one))
    .join(', ');

/** Names of custom properties that a piece of CSS reads. */
export const variablesIn = (css: string): string[] => [
  ...new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]!)),
];

/** Rules within rules that are kept where what they hold is. */
const grouping = /^@(media|supports|container|layer)\b/;

/**
 * The rules that `speaks` says yes to, groups with what is left of them, as CSS. Fonts, pages,
 * animations and the tokens themselves are not among them.
 */
export function keptRules(css: string, speaks: (selector: string) => boolean): string {
  return rulesOf(css)
    .flatMap(({ prelude, body }) => {
      if (grouping.test(prelude)) {
        const inner = keptRules(body, speaks);
        return inner === '' ? [] : [`${prelude} {\n${inner}\n}`];
      }
      // Where the tokens are set nothing else is.
      if (
        prelude.startsWith('@') ||
        /^(:root|\[data-(theme|motion))/.test(prelude) ||
        !speaks(plainSelector(prelude))
      )
        return [];
      return [`${prelude} { ${body.trim()} }`];
    })
    .join('\n');
}
