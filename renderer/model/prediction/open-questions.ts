import type { Lab } from '../../../labs/lab.ts';
import type { Story } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import { predictionState, type Asking, type KnownRuns } from './judging-run.ts';

/** Whether a part still asks what the learner expects: a run's numbers may answer it, so they wait, here as in the lab and the notebook. */
export function isOpen(asking: Asking, progress: LabProgress, known: KnownRuns): boolean {
  return ['open', 'locked'].includes(predictionState(asking, progress, known));
}

/**
 * Whether a part's figure waits, because it shows what answers the part's open question. A prediction that no run has used can still be
 * changed, so an old result stays hidden then too: otherwise one could look first and say so after. A part may say otherwise by
 * `resultShows`.
 */
export function withholdsFigure(asking: Asking, progress: LabProgress, known: KnownRuns): boolean {
  const { resultShows } = asking.part;
  if (resultShows === 'always') return false;
  const state = predictionState(asking, progress, known);
  return state === 'open' || (state === 'locked' && resultShows !== 'locked');
}

/** Titles of the parts whose question is open. */
export const openTitles = (
  { lab, story }: { lab: Lab; story: Story },
  progress: LabProgress,
  known: KnownRuns,
): string[] =>
  story.parts.filter((part) => isOpen({ lab, part }, progress, known)).map(({ title }) => title);
