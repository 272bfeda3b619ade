import { listOf, type OwnTask } from '../../kit/code/own-run.ts';
import { cutsOf, equalOpportunity } from '../thresholds.ts';
import { peopleOf } from './own-people.ts';

const applicants = 400;
const maxGap = 0.05;

/** The first applicants of the learner's own run, few enough that every pair of thresholds can be tried. */
export const equalThresholdsOwn: OwnTask = {
  data(run) {
    const population = peopleOf(run);
    if (!population)
      return `Run ${run.number} keeps no model that its applicants could be scored with. Run it again.`;
    const { test } = population;
    const scores = Array.from(
      population.scores.subarray(0, applicants),
      (score) => Math.round(100 * score) / 100,
    );
    const repays = Array.from(test.repay.subarray(0, applicants));
    const group = Array.from(test.group.subarray(0, applicants));
    /** What a pair of thresholds does: true positive rates, shares approved and wrong decisions. */
    const under = (pair: readonly number[]) => {
      const of = (g: number) => {
        const own = scores.flatMap((score, i) => (group[i] === g ? [{ score, i }] : []));
        const positives = own.filter(({ i }) => repays[i] === 1);
        const yes = ({ score }: { score: number }) => score >= pair[g]!;
        return {
          tpr: positives.filter(yes).length / positives.length,
          approved: own.filter(yes).length / own.length,
          wrong: own.filter((one) => yes(one) !== (repays[one.i] === 1)).length,
        };
      };
      const [zero, one] = [of(0), of(1)];
      return { zero, one, gap: Math.abs(zero.tpr - one.tpr), wrong: zero.wrong + one.wrong };
    };
    const [first, second] = [0, 1].map((g) =>
      cutsOf(
        scores.filter((_, i) => group[i] === g),
        repays.filter((_, i) => group[i] === g),
      ),
    );
    const best = equalOpportunity(first!, second!, maxGap);
    if (!best) return `Of these applicants of run ${run.number} nobody of a group would repay.`;
    const reference = under(best.cuts.map(({ threshold }) => threshold));
    return {
      calls: [[scores, repays, group, maxGap]],
      read([returned]) {
        const pair = listOf(returned);
        const good =
          pair?.length === 2 && pair.every((one) => typeof one === 'number' && !Number.isNaN(one));
        const yours = good ? under(pair as number[]) : null;
        const near = yours !== null && yours.gap <= maxGap + 1e-9;
        return {
          agrees: near && yours.wrong <= reference.wrong,
          says: yours ? wordsOf(yours, reference.wrong) : 'It gives no two thresholds.',
          figure: {
            kind: 'pairs',
            title: 'What the two thresholds do',
            subtitle: `run ${run.number}: its first ${applicants} test applicants, the model without the group column; shares`,
            rows: [
              {
                name: 'TPR, majority',
                yours: yours && yours.zero.tpr,
                reference: reference.zero.tpr,
              },
              {
                name: 'TPR, minority',
                yours: yours && yours.one.tpr,
                reference: reference.one.tpr,
              },
              {
                name: 'approved, majority',
                yours: yours && yours.zero.approved,
                reference: reference.zero.approved,
              },
              {
                name: 'approved, minority',
                yours: yours && yours.one.approved,
                reference: reference.one.approved,
              },
            ],
          },
        };
      },
    };
  },
};

function wordsOf({ gap, wrong }: { gap: number; wrong: number }, least: number): string {
  if (gap > maxGap + 1e-9)
    return `The true positive rates differ by ${gap.toFixed(3)}; at most ${maxGap} is allowed.`;
  if (wrong <= least)
    return `Yours decides ${wrong} of ${applicants} wrong, as few as Lectern’s search over all pairs.`;
  return `Yours decides ${wrong} of ${applicants} wrong; Lectern’s ${least}.`;
}
