import type { Lecture } from '../../renderer/model/lecture/lecture.ts';
import { breakout } from './breakout.ts';
import { closing } from './closing.ts';
import { mlVsSoftware } from './ml-vs-software.ts';
import { myths } from './myths.ts';
import { opening } from './opening.ts';
import { overview } from './overview.ts';
import { researchProduction } from './research-production.ts';

/** Lecture 1, in the order it is given. */
export const lecture: Lecture = {
  id: 'lecture-1',
  title: 'Understanding ML production',
  course: 'Machine Learning Systems Design',
  facts: {
    lecturer: 'Dr. José Ramón Iglesias',
    of: [
      'DSP-ASIC BUILDER GROUP · Director, Semillero TRIAC',
      'Ingeniería Electrónica, Universidad Popular del Cesar',
    ],
    edition: 'Dr. José Ramón Iglesias, Universidad Popular del Cesar',
  },
  parts: [opening, overview, researchProduction, breakout, mlVsSoftware, myths, closing],
  // A pair of glasses: a question that anyone can have a guess at, and that explains itself.
  tour: { slide: 'poisoning', question: 'wear-predict' },
};
