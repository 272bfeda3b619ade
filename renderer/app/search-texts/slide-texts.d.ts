declare module 'lectern:slide-texts' {
  import type { SlideText, StepText } from '../../model/search/slide-text.ts';
  /**
   * What every slide of the lecture says, in order. Read while the program is built: see
   * `main/setup/slide-texts.ts`.
   */
  export const texts: SlideText[];
  /** What every step of every lab's story says before anything was run. Read in the same way. */
  export const steps: StepText[];
}
