import type { GraphTrial } from '../../compute/train/try-graphs.ts';

/** How nets are trained on this computer. */
export function graphRow(trial: GraphTrial | undefined): string {
  if (trial === undefined) return 'not tried: the self-check gave no answer';
  if (trial === null) return 'not on this backend: nets are trained step by step';
  return trial.fault === null
    ? 'whole trainings run within TensorFlow, and agree with training step by step'
    : `can’t be used (${trial.fault}): nets are trained step by step, which is slower; the results are as good`;
}
