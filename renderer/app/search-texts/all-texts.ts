import { readSlides } from './read-slides.tsx';
import { readStories } from './read-stories.tsx';

/**
 * Read while this module is loaded: what `main/setup/slide-texts.ts` loads it with is closed right
 * after.
 */
export const texts = await readSlides();
export const steps = await readStories();
