import type { StoryPart, StoryStep } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import { isCommitted } from './commitment.ts';
import { showsWorked, untried } from './judge.ts';

/** Whether leaving a step forwards finishes it: reading always does, the rest once what was asked for is there. */
export function finishes(step: StoryStep, progress: LabProgress, complete: boolean): boolean {
  switch (step.kind) {
    case 'predict':
      return step.id in progress.predictions;
    case 'run':
      return complete;
    case 'check':
      return showsWorked(progress.checks[step.id] ?? untried);
    case 'reflect':
      return isCommitted(step, progress.reflections[step.id] ?? '');
    default:
      return true;
  }
}

/** Code is an extra: a part is done without it. */
export const isPartDone = (part: StoryPart, done: readonly string[]): boolean =>
  part.steps.every((step) => step.kind === 'code' || done.includes(step.id));
