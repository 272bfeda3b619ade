import { codeStep } from '../../kit/code/code-step.ts';
import { batchesTask } from '../code/batches.ts';
import { percentileTask } from '../code/percentile.ts';

/** After the first part: the measure that all of its charts use. */
export const percentileStep = codeStep(
  percentileTask,
  <p>
    Every chart of this lab names percentiles. Write the function that finds one. Your computer runs
    it against tests: some you see, others only say what they look at.
  </p>,
);

/** After the batches: who is answered when. */
export const batchesStep = codeStep(
  batchesTask,
  <p>
    The figure’s simulator decides for each request when it is answered. Write that decision for one
    replica. A batch leaves when it is full, or when its first request has waited long enough.
  </p>,
);
