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

/** Which of the two forms a deck is in: Slidev begins with front matter and has words of its own. */
export function formOf(text: string): ImportedDeck['form'] {
  const signs =
    /^---\n[\s\S]*?^(?:theme|transition|mdc|layout|highlighter):|<v-click|v-click|^::\w+::\s*$/m;
  return signs.test(text) ? 'Slidev' : 'reveal.js';
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
