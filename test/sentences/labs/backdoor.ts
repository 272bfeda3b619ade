import { knownResult } from '../../../labs/backdoor/panel/known.ts';
import { learnedWords } from '../../../labs/backdoor/panel/words.ts';
import type { Speaking } from '../texts.ts';

/** The pairs that stand under the face. */
export const behind: Speaking['behind'] = ({ result }) => [
  { part: 'wear', what: 'title of the pairs', text: learnedWords(knownResult(result)) },
];
