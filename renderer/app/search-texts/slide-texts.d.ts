declare module 'lectern:slide-texts' {
  import type { SlideText } from '../../model/search/slide-text.ts';
  /**
   * What every slide of the lecture says, in order. Read while the program is built: see
   * `main/setup/slide-texts.ts`.
   */
  export const texts: SlideText[];
}
