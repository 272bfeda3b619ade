import { lectureFormat } from '../../contract/lecture-folder.ts';
import type { Lost } from './imported.ts';
import { fromReveal } from './reveal.ts';
import { fromSlidev } from './slidev.ts';

export interface ImportedDeck {
  form: 'reveal.js' | 'Slidev';
  /** The files of the folder, by name. */
  files: Record<string, string>;
  slides: number;
  lost: Lost[];
}

/**
 * Which of the two forms a deck is in. Slidev has words of its own; `theme` and `transition` stand in a deck of reveal-md too, which
 * has reveal.js' comments and notes.
 */
export function formOf(text: string): ImportedDeck['form'] {
  if (/<!--\s*\.(?:slide|element):/.test(text)) return 'reveal.js';
  const own = /^---\n[\s\S]*?^(?:mdc|layout|highlighter):|<v-click|v-click|^::\w+::\s*$/m;
  if (own.test(text)) return 'Slidev';
  const shared = /^---\n[\s\S]*?^(?:theme|transition):/m;
  return shared.test(text) && !/^notes?:/im.test(text) ? 'Slidev' : 'reveal.js';
}

/** A deck of reveal.js or Slidev as a lecture's folder. What has no counterpart is listed; pictures stay where they are. */
export function importDeck(text: string): ImportedDeck {
  const form = formOf(text);
  const { title, slides, lost } = form === 'Slidev' ? fromSlidev(text) : fromReveal(text);
  const joined = slides.reduce((all, slide) => {
    if (all === '') return slide;
    // Front matter brings its own line.
    return slide.startsWith('---\n') ? `${all}\n\n${slide}` : `${all}\n\n---\n\n${slide}`;
  }, '');
  return {
    form,
    slides: slides.length,
    lost: [...lost].sort((a, b) => a.line - b.line),
    files: {
      'lecture.yaml': `format: ${lectureFormat}\ntitle: ${JSON.stringify(title.replace(/[*_`]/g, ''))}\n`,
      'slides.md': `${joined}\n`,
    },
  };
}
