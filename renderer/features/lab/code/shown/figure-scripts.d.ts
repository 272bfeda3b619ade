declare module 'lectern:figure-scripts' {
  type FigureScript = import('../../../../../labs/kit/code/script.ts').FigureScript;
  /** What loads the program behind a lab's figure, by the lab's id: its text, and what it reads of a card. */
  export const scripts: Record<
    string,
    undefined | { part: string; load: () => Promise<{ text: string; script: FigureScript }> }
  >;
}
