/** Parts of a selector that say how something is drawn or whether it is being used, not which element it is. */
const passing = /::[\w-]+(\([^)]*\))?|:(hover|focus|focus-visible|focus-within|active|disabled|placeholder-shown|checked)(?![\w-])/g;

/** A selector without its pseudo-elements and passing states, to ask whether anything of it is there. */
export const plainSelector = (selector: string): string =>
  selector.split(/,(?![^(]*\))/).map((one) => one.replace(passing, '').trim()).map((one) => (one === '' || /[>+~]$/.test(one) ? `${one}*` : one)).join(', ');

/** Names of custom properties that a piece of CSS reads. */
export const variablesIn = (css: string): string[] => [...new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]!))];

/**
 * The rules of this window's style sheets that say something of `root` or of what is in it, in their order, and before them the tokens
 * they read, with the values that these have at `root`. Only what the page was loaded with is read: the window's own files.
 */
export function usedRules(root: HTMLElement): string {
  const rules: string[] = [];
  for (const sheet of document.styleSheets) rules.push(...kept(sheet.cssRules, root));
  const css = rules.join('\n');
  const styles = [...root.querySelectorAll('[style]')].map((element) => element.getAttribute('style')).join(';');
  return `${tokens(`${css}\n${styles}`, root)}\n${css}`;
}

function kept(list: CSSRuleList, root: HTMLElement): string[] {
  return [...list].flatMap((rule): string[] => {
    if (rule instanceof CSSStyleRule) return speaksOf(rule, root) ? [rule.cssText] : [];
    if (!(rule instanceof CSSGroupingRule) || rule instanceof CSSPageRule) return [];
    const inner = kept(rule.cssRules, root);
    return inner.length > 0 ? [`${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{\n${inner.join('\n')}\n}`] : [];
  });
}

function speaksOf(rule: CSSStyleRule, root: HTMLElement): boolean {
  // Where the tokens are set nothing else is.
  if (/^(:root|\[data-(theme|motion))/.test(rule.selectorText)) return false;
  const selector = plainSelector(rule.selectorText);
  try {
    return root.matches(selector) || root.querySelector(selector) !== null;
  } catch {
    // A selector that this browser can only use, not ask for, does not decide how a report looks.
    return false;
  }
}

/** The custom properties that the CSS reads and `root` has, those that they read in turn included: they are resolved. */
function tokens(css: string, root: HTMLElement): string {
  const computed = getComputedStyle(root);
  const lines = variablesIn(css).map((name) => [name, computed.getPropertyValue(name).trim()] as const).filter(([, value]) => value !== '');
  return `:root {\n  color-scheme: light;\n${lines.map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}`;
}
