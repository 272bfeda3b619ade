import type { Lab } from '../../../labs/lab.ts';
import type { Story } from '../../../labs/view.ts';
import type { LabProgress } from '../../../main/contract/learner.ts';
import { predictStepOf } from '../runs/choose-run.ts';
import {
  predictionState,
  type Asking,
  type KnownRuns,
  type PredictionState,
} from './judging/judging-run.ts';

/** A lab, and of its story the parts that are meant. */
interface LabStory {
  lab: Lab;
  story: Pick<Story, 'parts'>;
}

/** States of a question that no run and no formula has answered. */
const unanswered: readonly PredictionState[] = ['open', 'locked', 'met'];

/** Whether a part's question has no answer yet: a run's numbers may be one, so they wait, here as in the lab and the notebook. */
export const isOpen = (asking: Asking, progress: LabProgress, known: KnownRuns): boolean =>
  isUnanswered(predictionState(asking, progress, known));

/** The same of a state. A run that was stopped answers nothing, and an older one does not judge. */
export const isUnanswered = (state: PredictionState): boolean => unanswered.includes(state);

/**
 * Whether a part's figure waits, because it shows what answers the part's open question. An older result stays hidden until a run judges
 * the prediction: otherwise one could look first and say so after, or see what another run found and take it for the verdict. A part may
 * say otherwise by `resultShows`.
 */
export function withholdsFigure(asking: Asking, progress: LabProgress, known: KnownRuns): boolean {
  const { resultShows } = asking.part;
  if (resultShows === 'always') return false;
  const state = predictionState(asking, progress, known);
  return state === 'open' || (isUnanswered(state) && resultShows !== 'locked');
}

/** A part whose question is open: its title, the step that asks, and whether it is said already and waits for a run. */
export interface OpenPart {
  title: string;
  step: string;
  locked: boolean;
}

/** The parts whose question is open, by id. */
export const openParts = (
  { lab, story }: LabStory,
  progress: LabProgress,
  known: KnownRuns,
): ReadonlyMap<string, OpenPart> =>
  new Map(
    story.parts.flatMap((part) => {
      const state = predictionState({ lab, part }, progress, known);
      if (!isUnanswered(state)) return [];
      const step = predictStepOf(part)!.id;
      return [[part.id, { title: part.title, step, locked: state !== 'open' }]];
    }),
  );

/**
 * Why numbers wait, without its full stop: "Wear still asks what you expect". A part whose
 * prediction is locked asks no longer: it waits for its run. Empty where no question is open.
 */
export function waitingWords(lab: LabStory, progress: LabProgress, known: KnownRuns): string {
  const open = [...openParts(lab, progress, known).values()];
  const titles = (locked: boolean) =>
    open.filter((one) => one.locked === locked).map(({ title }) => title);
  const [asks, waits] = [titles(false), titles(true)];
  return [
    asks.length > 0 &&
      `${asks.join(', ')} still ${asks.length === 1 ? 'asks' : 'ask'} what you expect`,
    waits.length > 0 &&
      `${waits.join(', ')} ${waits.length === 1 ? 'has your prediction and waits' : 'have your predictions and wait'} for a run`,
  ]
    .filter(Boolean)
    .join('; ');
}
