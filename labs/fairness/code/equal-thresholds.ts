import type { CodeTask } from '../../kit/code/exercise.ts';

/** What is asked of thresholds that equalise the true positive rates. */
export const equalThresholdsTask: CodeTask = {
  id: 'write-thresholds',
  version: 1,
  title: 'Write thresholds that equalise TPR',
  name: 'equalThresholds',
  onRun: 'the scores of your own run',
  starter: `/**
 * A threshold for group 0 and one for group 1: whose score is at least
 * the threshold of the group is approved. The true positive rates of the
 * groups may differ by at most maxGap; of all such pairs take one with
 * the fewest wrong decisions. A wrong decision is to approve somebody
 * who does not repay, or to refuse somebody who would.
 * Null where nobody of a group would repay.
 *
 * scores: 0 to 1; repays, group: 0 or 1 for each person.
 * A threshold above all scores, such as Infinity, approves nobody.
 *
 * equalThresholds([0.9, 0.2, 0.6, 0.1], [1, 0, 1, 0], [0, 0, 1, 1], 0)
 *   may be [0.9, 0.6]
 */
function equalThresholds(
  scores: number[],
  repays: number[],
  group: number[],
  maxGap: number,
): [number, number] | null {

}
`,
  hints: [
    'Only thresholds that are a score of the group, or above all of them, make a difference. For each of these count two things of the group: its true positive rate and its wrong decisions.',
    'Try every pair of thresholds, one of each group. Keep the pair with the fewest wrong decisions among those whose rates are near enough; allow 1e-9 for rounding.',
  ],
  answer: `function equalThresholds(
  scores: number[],
  repays: number[],
  group: number[],
  maxGap: number,
): [number, number] | null {
  const cuts = (g: number) => {
    const people = scores.map((score, i) => ({ score, repays: repays[i], group: group[i] }))
      .filter((person) => person.group === g);
    const positives = people.filter((person) => person.repays === 1).length;
    if (positives === 0) return null;
    return [...new Set([...people.map((person) => person.score), Infinity])].map((threshold) => {
      let found = 0;
      let wrong = 0;
      for (const person of people) {
        const approved = person.score >= threshold;
        if (approved && person.repays === 1) found += 1;
        if (approved !== (person.repays === 1)) wrong += 1;
      }
      return { threshold, tpr: found / positives, wrong };
    });
  };
  const [zero, one] = [cuts(0), cuts(1)];
  if (zero === null || one === null) return null;
  let best: { pair: [number, number]; wrong: number } | null = null;
  for (const a of zero)
    for (const b of one) {
      if (Math.abs(a.tpr - b.tpr) > maxGap + 1e-9) continue;
      const wrong = a.wrong + b.wrong;
      if (best === null || wrong < best.wrong) best = { pair: [a.threshold, b.threshold], wrong };
    }
  return best === null ? null : best.pair;
}
`,
};
