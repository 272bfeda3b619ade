import { transform } from 'sucrase';

/** Code that can't be read, and where. */
export class UnreadableCode extends Error {
  constructor(
    what: string,
    readonly line: number | null,
  ) {
    super(what);
  }
}

/** TypeScript without its types: every line stays where it was. Throws `UnreadableCode`. */
export function stripTypes(code: string): string {
  try {
    return transform(code, {
      transforms: ['typescript'],
      disableESTransforms: true,
      keepUnusedImports: true,
    }).code;
  } catch (error) {
    const { message, loc } = error as { message?: string; loc?: { line?: number } };
    const what = (message ?? '')
      .replace(/^Error (parsing|transforming)[^:]*: /, '')
      .replace(/ \(\d+:\d+\)$/, '')
      .split('\n')[0]!;
    throw new UnreadableCode(what, loc?.line ?? null);
  }
}
