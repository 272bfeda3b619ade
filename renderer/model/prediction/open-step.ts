import type { Story, StoryPart, StoryStep } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import { labStatus } from './progress.ts';
import { finishes } from './step-done.ts';

/**
 * The first step that keeps a lab from being finished, in reading order; null where it is. The step
 * that is being left counts as done where leaving it finishes it; `complete`: a whole run is shown.
 */
export function openStep(
  story: Story,
  progress: LabProgress,
  leaving: StoryStep,
  complete: boolean,
): { part: StoryPart; step: StoryStep } | null {
  const done = finishes(leaving, progress, complete)
    ? [...progress.done, leaving.id]
    : progress.done;
  return labStatus(story, { ...progress, done }).next;
}
