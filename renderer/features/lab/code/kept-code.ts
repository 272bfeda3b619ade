/** Longer code is not kept; see `main/contract/code.ts`. */
export const maxKept = 50_000;

/**
 * What is kept of the editor's text; what was kept before where it is too long. Whatever is saved
 * with it, such as a hint, is kept then.
 */
export const keptCode = (text: string, before: string): string =>
  text.length <= maxKept ? text : before;
