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

/** A part whose question is open: its title, the step that asks, and whether it is said already and waits for a run. */
export interface OpenPart {
  title: string;
  step: string;
  locked: boolean;
}

/** The parts whose question is open, by id. */
export const openParts = (story: Story, progress: LabProgress): ReadonlyMap<string, OpenPart> =>
  new Map(
    story.parts
      .filter((part) => isOpen(part, progress))
      .map((part) => {
        const step = predictStepOf(part)!;
        const locked = predictionState(step, progress) === 'locked';
        return [part.id, { title: part.title, step: step.id, locked }];
      }),
  );

/**
 * Why numbers wait, without its full stop: "Wear still asks what you expect". A part whose prediction is locked asks no longer: it waits
 * for its run. Empty where no question is open.
 */
export function waitingWords(story: Story, progress: LabProgress): string {
  const [asks, waits] = (['open', 'locked'] as const).map((state) =>
    story.parts
      .filter((part) => predictionState(predictStepOf(part), progress) === state)
      .map(({ title }) => title),
  ) as [string[], string[]];
  return [
    asks.length > 0 &&
      `${asks.join(', ')} still ${asks.length === 1 ? 'asks' : 'ask'} what you expect`,
    waits.length > 0 &&
      `${waits.join(', ')} ${waits.length === 1 ? 'has your prediction and waits' : 'have your predictions and wait'} for a run`,
  ]
    .filter(Boolean)
    .join('; ');
}
