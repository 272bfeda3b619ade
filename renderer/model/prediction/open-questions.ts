import type { Story, StoryPart } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import { predictionState, predictStepOf } from '../runs/choose-run.ts';

/** Whether a part still asks what the learner expects: a run's numbers may answer it, so they wait, here as in the lab and the notebook. */
export function isOpen(part: StoryPart, progress: LabProgress): boolean {
  return ['open', 'locked'].includes(predictionState(predictStepOf(part), progress));
}

/**
 * Whether a part's figure waits, because it shows what answers the part's open question. A prediction that no run has used can still be
 * changed, so an old result stays hidden then too: otherwise one could look first and say so after. A part may say otherwise by
 * `resultShows`.
 */
export function withholdsFigure(part: StoryPart, progress: LabProgress): boolean {
  if (part.resultShows === 'always' || !isOpen(part, progress)) return false;
  const said = predictionState(predictStepOf(part), progress) === 'locked';
  return !(said && part.resultShows === 'locked');
}

/** Titles of the parts whose question is open. */
export const openTitles = (story: Story, progress: LabProgress): string[] =>
  story.parts.filter((part) => isOpen(part, progress)).map(({ title }) => title);
