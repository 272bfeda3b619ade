declare module 'lectern:shown-code' {
  type ShownLines = import('../../../../../labs/kit/code/shown.ts').ShownLines;
  /** What loads the code behind a lab's figures, by the lab's id; then by part. */
  export const shown: Record<
    string,
    undefined | (() => Promise<{ figures: Record<string, ShownLines[] | undefined> }>)
  >;
}
