import { codeStep } from '../../kit/code/code-step.ts';
import { asOfTask } from '../code/as-of.ts';
import { splitTask } from '../code/split.ts';

/** After the joins: the one that doesn't leak. */
export const asOfStep = codeStep(
  asOfTask,
  <p>
    A value may be used from the moment it was available, and not from the moment it is about. Write
    the join that keeps the two apart.
  </p>,
);

/** After the splits: one with a gap that no user crosses. */
export const splitStep = codeStep(
  splitTask,
  <p>
    A split in order of time still lets a user stand on both sides. Write one with a gap, in which
    nobody does.
  </p>,
);
