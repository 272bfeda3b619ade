import { createStore } from 'zustand/vanilla';
import type { Story } from '../../../../labs/view.ts';
import type { LabProgress } from '../../../../main/contract/learner.ts';
import { predictionState, predictStepOf } from '../../../model/runs/choose-run.ts';

/** Labs whose numbers the learner asked to see although questions are open. Only until the window closes. */
export const shownAnyway = createStore<{ labs: ReadonlySet<string> }>(() => ({ labs: new Set() }));
export const showAnyway = (lab: string) =>
  shownAnyway.setState(({ labs }) => ({ labs: new Set([...labs, lab]) }));

/** Parts of a lab that still ask what the learner expects: a run's numbers may answer them, so they wait. */
export function openParts(story: Story, progress: LabProgress): string[] {
  return story.parts
    .filter((part) => ['open', 'locked'].includes(predictionState(predictStepOf(part), progress)))
    .map(({ title }) => title);
}
