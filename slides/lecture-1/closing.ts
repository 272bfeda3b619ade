import type { LecturePart } from '../../renderer/model/lecture/lecture.ts';
import { breakout } from './breakout.ts';
import { creditPages } from './figures/closing/credit-pages.ts';
import { mlVsSoftware } from './ml-vs-software.ts';
import { myths } from './myths.ts';
import { opening } from './opening.ts';
import { overview } from './overview.ts';
import { researchProduction } from './research-production.ts';

/** One step for the course and the licences, one for each page of sources. */
const creditSteps =
  1 + creditPages([opening, overview, researchProduction, breakout, mlVsSoftware, myths]).length;

export const closing: LecturePart = {
  id: 'closing',
  title: 'Closing',
  minutes: 2,
  load: () => import('./closing.mdx'),
  slides: [
    { id: 'recap', title: 'Five parts, and what your own runs found', steps: 1 },
    { id: 'next', title: 'Next class: ML and data systems fundamentals', steps: 1 },
    { id: 'credits', title: 'Sources and thanks', steps: creditSteps, paged: true },
  ],
  sources: [],
};
