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

/**
 * Of these style sheets, the rules that say something of `root` or of what is in it, and before them the tokens that they read, with the
 * values that these have at `root`.
 */
export function usedRules(sheets: readonly { css: string }[], root: HTMLElement): string {
  const speaks = (selector: string) => {
    try {
      return root.matches(selector) || root.querySelector(selector) !== null;
    } catch {
      // A selector that this browser can only use, not ask for, does not decide how a report looks.
      return false;
    }
  };
  const css = sheets.map((sheet) => keptRules(sheet.css, speaks)).join('\n');
  const styles = [...root.querySelectorAll('[style]')]
    .map((element) => element.getAttribute('style'))
    .join(';');
  const computed = getComputedStyle(root);
  const tokens = variablesIn(`${css}\n${styles}`)
    .map((name) => [name, computed.getPropertyValue(name).trim()] as const)
    .filter(([, value]) => value !== '');
  return `:root {\n  color-scheme: light;\n${tokens.map(([name, value]) => `  ${name}: ${value};`).join('\n')}\n}\n${css}`;
}
