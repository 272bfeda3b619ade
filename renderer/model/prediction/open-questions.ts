import type { Story, StoryPart } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import { predictionState, predictStepOf } from '../runs/choose-run.ts';

/** Whether a part still asks what the learner expects: a run's numbers may answer it, so they wait, here as in the lab and the notebook. */
export function isOpen(part: StoryPart, progress: LabProgress): boolean {
  return ['open', 'locked'].includes(predictionState(predictStepOf(part), progress));
}

/** Whether the figure of a part shows what answers its open question. */
export function withholdsFigure(part: StoryPart, progress: LabProgress): boolean {
  const state = predictionState(predictStepOf(part), progress);
  if (part.resultShows === 'always' || state === 'none' || state === 'used') return false;
  return !(part.resultShows === 'locked' && state === 'locked');
}

/** Titles of the parts whose question is open. */
export const openTitles = (story: Story, progress: LabProgress): string[] =>
  story.parts.filter((part) => isOpen(part, progress)).map(({ title }) => title);
