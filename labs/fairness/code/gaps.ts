import type { CodeTask } from '../../kit/code/exercise.ts';

/** What is asked of two measures of fairness. */
export const gapsTask: CodeTask = {
  id: 'write-gaps',
  version: 1,
  title: 'Write two measures of fairness',
  name: 'gaps',
  onRun: 'the scores of your own run',
  starter: `/**
 * Two gaps between group 1 and group 0, each as "group 1 less group 0".
 * parity: of the shares that are approved (demographic parity).
 * opportunity: of the shares of those who would repay that are approved
 * (equal opportunity, the true positive rates).
 * A gap is null where one of its shares is a share of nobody.
 *
 * approved, repays: 0 or 1 for each person; group: 0 or 1.
 *
 * gaps([1, 0, 1, 1], [1, 1, 1, 0], [0, 0, 1, 1])
 *   is { parity: 0.5, opportunity: 0.5 }
 */
function gaps(
  approved: number[],
  repays: number[],
  group: number[],
): { parity: number | null; opportunity: number | null } {

}
`,
  hints: [
    'Count for each group: people, approved, people who repay, approved who repay. The two shares are approved / people and approved who repay / people who repay.',
    'A share of nobody is no number: 0 / 0 is NaN on a computer. Return null for the gap then. A gap of 0 is not null, though: don’t ask “if (gap)”.',
  ],
  answer: `function gaps(
  approved: number[],
  repays: number[],
  group: number[],
): { parity: number | null; opportunity: number | null } {
  const share = (g: number, counts: (i: number) => boolean): number | null => {
    let people = 0;
    let yes = 0;
    for (let i = 0; i < group.length; i++) {
      if (group[i] !== g || !counts(i)) continue;
      people += 1;
      yes += approved[i];
    }
    return people === 0 ? null : yes / people;
  };
  const gap = (counts: (i: number) => boolean): number | null => {
    const [zero, one] = [share(0, counts), share(1, counts)];
    return zero === null || one === null ? null : one - zero;
  };
  return { parity: gap(() => true), opportunity: gap((i) => repays[i] === 1) };
}
`,
};
