declare module 'lectern:shown-code' {
  import type { ShownLines } from '../../../../../labs/kit/code/shown.ts';
  /** What loads the code behind a lab's figures, by the lab's id; then by part. */
  export const shown: Record<
    string,
    undefined | (() => Promise<{ figures: Record<string, ShownLines[] | undefined> }>)
  >;
}
