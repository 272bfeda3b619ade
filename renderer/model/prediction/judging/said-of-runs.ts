import type { Lab } from '../../../../labs/lab.ts';
import type { Story } from '../../../../labs/view.ts';
import { emptyLabProgress, type Learner } from '../../../../main/contract/learner.ts';
import type { Prediction } from '../../../../main/contract/run.ts';
import { predictionForRun, predictStepOf } from '../../runs/choose-run.ts';
import { judgeOf, type KnownRuns } from './judging-run.ts';

/**
 * What was said of each run, by its id: the prediction that it carries. A run that carries none may
 * judge one all the same, such as one that was seen before the question was asked: then that one;
 * of several, what was said last. So all rooms agree on what a run judged.
 */
export function saidOfRuns(
  labs: readonly { lab: Lab; story: Pick<Story, 'parts'> }[],
  learner: Pick<Learner, 'labs'>,
  known: KnownRuns,
): ReadonlyMap<string, Prediction> {
  const carried = known.runs.flatMap(({ id, prediction }) =>
    prediction ? [[id, prediction] as const] : [],
  );
  const judged = labs.flatMap(({ lab, story }) =>
    story.parts.flatMap((part) => {
      const said = predictionForRun(predictStepOf(part), learner.labs[lab.id] ?? emptyLabProgress);
      const judge = said && judgeOf({ lab, part }, said, known);
      return judge ? [[judge.id, said] as const] : [];
    }),
  );
  judged.sort(([, a], [, b]) => Date.parse(a.lockedAt) - Date.parse(b.lockedAt));
  return new Map([...judged, ...carried]);
}
