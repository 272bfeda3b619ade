import { equalThresholdsTask } from '../../../labs/fairness/code/equal-thresholds.ts';
import { gapsTask } from '../../../labs/fairness/code/gaps.ts';
import { changed, type Wrong } from './wrong.ts';

export const gapsWrong: Wrong[] = changed(gapsTask.answer, [
  ['turns the groups round', 'one - zero', 'zero - one', 'sign'],
  ['gives sizes without sign', 'one - zero', 'Math.abs(one - zero)', 'sign'],
  ['divides by nobody', 'people === 0 ? null : yes / people', 'yes / people', 'no-repayers'],
  [
    'takes a share of nobody for 0',
    'people === 0 ? null : yes / people',
    'people === 0 ? 0 : yes / people',
    'no-group',
  ],
  ['takes a gap of 0 for none', 'one - zero;', 'one - zero || null;', 'zero'],
  ['takes a share of 0 for none', 'zero === null || one === null', '!zero || !one', 'nobody'],
  ['compares false positive rates', 'repays[i] === 1', 'repays[i] === 0', 'opportunity'],
  [
    'takes precision for the true positive rate',
    'opportunity: gap((i) => repays[i] === 1)',
    'opportunity: gap((i) => approved[i] === 1)',
    'opportunity',
  ],
  ['divides by everybody', 'yes / people', 'yes / group.length', 'parity'],
]);

export const equalThresholdsWrong: Wrong[] = changed(equalThresholdsTask.answer, [
  ['forgets the gap', 'if (Math.abs(a.tpr - b.tpr) > maxGap + 1e-9) continue;', '', 'gap'],
  [
    'approves only above the threshold',
    'person.score >= threshold',
    'person.score > threshold',
    'at-least',
  ],
  ['never tries to approve nobody', ', Infinity]', ']', 'refuses'],
  ['takes the first pair that is near enough', 'wrong < best.wrong', 'false', 'fewest'],
  [
    'counts only wrong approvals',
    'if (approved !== (person.repays === 1))',
    'if (approved && person.repays !== 1)',
    'free',
  ],
  ['gives group 1 first', '[a.threshold, b.threshold]', '[b.threshold, a.threshold]', 'thresholds'],
  [
    'compares the approved, not the true positive rates',
    'if (approved && person.repays === 1) found += 1;',
    'if (approved) found += 1;',
    'gap',
  ],
  ['divides by nobody', 'if (positives === 0) return null;', '', 'no-repayers'],
  ['looks at one side of the gap', 'Math.abs(a.tpr - b.tpr)', 'b.tpr - a.tpr', 'strict'],
  [
    'tries tenths only',
    '[...new Set([...people.map((person) => person.score), Infinity])]',
    '[0, 0.2, 0.4, 0.6, 0.8, 1.1]',
    'fewest',
  ],
]);
