import { readSlides } from './read-slides.tsx';

/**
 * Read while this module is loaded: what `main/setup/slide-texts.ts` loads it with is closed right
 * after.
 */
export const texts = await readSlides();
