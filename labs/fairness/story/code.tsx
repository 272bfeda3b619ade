import { codeStep } from '../../kit/code/code-step.ts';
import { equalThresholdsTask } from '../code/equal-thresholds.ts';
import { gapsTask } from '../code/gaps.ts';

/** After the audit: two of its measures, and when they say nothing. */
export const gapsStep = codeStep(
  gapsTask,
  <p>
    An audit is made of a few shares. Write two of its gaps. Take care of groups in which nobody can
    be counted: a gap of 0 and no gap at all are not the same.
  </p>,
);

/** After the repairs: the one by thresholds. */
export const equalThresholdsStep = codeStep(
  equalThresholdsTask,
  <p>
    One of the repairs gives each group a threshold of its own. Write the search for it: equal true
    positive rates, with as few wrong decisions as can be had.
  </p>,
);
