import { keptRules, variablesIn } from './css-rules.ts';

/**
 * The text of the app's style sheets, in their order. Their source is read, because what a browser
 * says of a rule is not always what it read.
 */
export async function styleSheets(): Promise<{ css: string; href: string }[]> {
  const own = [...document.styleSheets].flatMap(({ href }) =>
    href && new URL(href).origin === location.origin ? [href] : [],
  );
  return Promise.all(
    own.map(async (href) => {
      const answer = await fetch(href);
      if (!answer.ok)
        throw new Error(
          `The style sheet ${new URL(href).pathname} can’t be read (${answer.status}).`,
        );
      return { css: await answer.text(), href };
    }),
  );
}

/** Of these style sheets, the rules that say something of `root` or of what is in it. `root` need not stand in the window. */
export function usedRules(sheets: readonly { css: string }[], root: HTMLElement): string {
  const speaks = (selector: string) => {
    try {
      return root.matches(selector) || root.querySelector(selector) !== null;
    } catch {
      // A selector that this browser can only use, not ask for, does not decide how a file looks.
      return false;
    }
  };
  return sheets.map((sheet) => keptRules(sheet.css, speaks)).join('\n');
}

/** Names of the tokens that these rules read, and the styles that stand on `root` or in it. */
export const tokensOf = (css: string, root: HTMLElement): string[] =>
  variablesIn(
    [css, ...[...root.querySelectorAll('[style]')].map((one) => one.getAttribute('style'))].join(
      '\n',
    ),
  );

/** The tokens of these names as a rule for a whole file, with the values that they have at `place`. */
export function tokenRule(
  names: readonly string[],
  place: HTMLElement,
  scheme: 'light' | 'dark',
): string {
  const computed = getComputedStyle(place);
  const rows = names.flatMap((name) => {
    const value = computed.getPropertyValue(name).trim();
    return value === '' ? [] : [`  ${name}: ${value};`];
  });
  return [`:root {`, `  color-scheme: ${scheme};`, ...rows, '}'].join('\n');
}
