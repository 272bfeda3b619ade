import { moveTo } from '../../../renderer/model/lab/explorations.ts';
import { splitControls } from '../../../renderer/model/lab/resolve-place.ts';
import { judgeOf } from '../../../renderer/model/prediction/judging/judging-run.ts';
import { questionRun } from '../../../renderer/model/runs/choose-run.ts';

/** What the product decides where a walk looks at it. Tests hand in other ones, to see that a walk notices. */
export interface Rules {
  /** What stands in the address, and what is kept, when one goes to a step. */
  move: typeof moveTo;
  /** The run that judges a prediction, as the story shows it. */
  judge: typeof judgeOf;
  /** The run that a step which asks speaks of. */
  answers: typeof questionRun;
  /** The settings that are in sight. */
  controls: typeof splitControls;
}

export const productRules: Rules = {
  move: moveTo,
  judge: judgeOf,
  answers: questionRun,
  controls: splitControls,
};
