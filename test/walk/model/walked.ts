import type { Lab } from '../../../labs/lab.ts';
import { isTaught } from '../../labs/taught.ts';
import { keptFile, keptResults } from './kept-results.ts';
import type { KeptOutcome } from './kept-compute.ts';

/** Whether a lab is walked through without a screen: with its kept results, which every lab has that a slide opens. */
export const isWalked = (root: string, lab: Lab): boolean =>
  isTaught(lab.id) || keptFile(root, lab) !== null;

/** The results that are kept of a lab; none of one that is still being made. Throws where there must be some. */
export const resultsOf = (root: string, lab: Lab): KeptOutcome[] =>
  isWalked(root, lab) ? keptResults(root, lab) : [];
