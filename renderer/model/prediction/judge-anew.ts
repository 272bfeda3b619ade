import type { Lab } from '../../../labs/lab.ts';
import type { Story } from '../../../labs/view.ts';
import { beganAfter } from '../../../main/contract/judging.ts';
import type { JudgedAnew, Learner } from '../../../main/contract/learner.ts';
import { isOfQuestion } from '../lab/question-settings.ts';
import { judgeOf, type KnownRuns } from './judging/judging-run.ts';

/**
 * The predictions that a run with other settings than their question's was taken to answer, as an
 * older Lectern did, each with the run that answers it by today's rule, null where there is none
 * yet: it is open again. A run that is not known here can't be told of, so its prediction stays.
 */
export function judgedByOther(
  stories: readonly { lab: Lab; story: Story }[],
  learner: Pick<Learner, 'labs'>,
  known: KnownRuns,
): JudgedAnew[] {
  return stories.flatMap(({ lab, story }) =>
    story.parts.flatMap((part) =>
      part.steps.flatMap((step) => {
        const predictions = learner.labs[lab.id]?.predictions ?? {};
        const said = Object.hasOwn(predictions, step.id) ? predictions[step.id] : undefined;
        if (step.kind !== 'predict' || !said) return [];
        const run = known.runs.find(({ id, lab: of }) => id === said.usedBy && of === lab.id);
        if (!run || isOfQuestion(lab, part, run.parameters)) return [];
        const locking = { step: step.id, lockedAt: said.lockedAt };
        const judge = judgeOf({ lab, part }, locking, known);
        const usedBy = judge && beganAfter(judge, locking) ? judge.id : null;
        return [{ lab: lab.id, step: step.id, usedBy }];
      }),
    ),
  );
}
