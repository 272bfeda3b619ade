declare module 'lectern:figure-scripts' {
  import type { FigureScript } from '../../../../../labs/kit/code/script.ts';
  /** What loads the program behind a lab's figure, by the lab's id: its text, and what it reads of a card. */
  export const scripts: Record<
    string,
    undefined | { part: string; load: () => Promise<{ text: string; script: FigureScript }> }
  >;
}
