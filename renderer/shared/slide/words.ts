import { Term } from '../../glossary/term.tsx';
import { Ask, Mistake, Notes, Say } from './notes.tsx';
import { Lead, Slide, Source, Step } from './slide.tsx';

/** What MDX may use without importing it. */
export const words = { Slide, Lead, Source, Step, Notes, Say, Ask, Mistake, Term };
