import { z } from 'zod';
import type { Lab } from '../../../labs/lab.ts';
import type { Story, StoryPart, Values } from '../../../labs/view.ts';
import { knownLab, readPlace, type LabPlace } from '../address/lab-place.ts';
import { asks, isUntouched } from './question-settings.ts';
import {
  allSteps,
  baseOf,
  overridesOf,
  resolvePlace,
  type Exploration,
  type ResolvedPlace,
} from './resolve-place.ts';

/** What a learner explored in each part of one lab, by part: a copy of the question's settings, changed. All windows share it. */
export type Explorations = Record<string, Exploration>;

/** As it is kept. What no longer fits the lab is left out where it is read. */
export const explorations: z.ZodType<Explorations> = z.record(
  z.string().max(60),
  z.object({
    preset: z.string().max(60).nullable(),
    parameters: z.record(z.string().max(60), z.union([z.number(), z.string().max(200)])),
  }),
);

/** A part's copy. Null where there is none, where it no longer fits the lab (a preset that is gone), and where nothing in it is changed. */
export function explorationOf(
  lab: Lab,
  story: Story,
  part: StoryPart,
  explored: Explorations,
): Exploration | null {
  const copy = Object.hasOwn(explored, part.id) ? explored[part.id]! : null;
  if (!copy) return null;
  const problems: string[] = [];
  const said = {
    step: null,
    seed: null,
    preset: copy.preset,
    parameters: Object.entries(copy.parameters),
  };
  const { preset, parameters } = readPlace(knownLab(lab, story), said, problems);
  if (problems.length > 0) return null;
  const values = { ...baseOf(lab, part, preset), ...parameters };
  return isUntouched(lab, part, values) ? null : { preset, parameters };
}

/** Keeps what an address says as its part's copy; where it says what the question is about, there is no copy any more. */
export function explore(
  lab: Lab,
  story: Story,
  place: LabPlace,
  explored: Explorations,
): Explorations {
  const { part, parameters, waits } = resolvePlace(lab, story, place, []);
  if (waits) return { ...explored, [part.id]: waits };
  return isUntouched(lab, part, parameters)
    ? leave(explored, part.id)
    : { ...explored, [part.id]: { preset: place.preset, parameters: place.parameters } };
}

/** Where one is in a lab. */
interface Here {
  place: LabPlace;
  at: ResolvedPlace;
  /** What the controls say; may be ahead of the address. */
  parameters: Values;
}

/**
 * Goes to a step: what stands in the address then, and what is kept. Into another part with that
 * part's question; the copy of the part that is left ends. Within a part, a step that asks shows
 * the question's settings, and the others bring the copy back. The seed stays.
 */
export function moveTo(
  lab: Lab,
  story: Story,
  { place, at, parameters }: Here,
  step: string,
  explored: Explorations,
): { place: LabPlace; explored: Explorations } {
  const plain: LabPlace = { ...place, step, preset: null, parameters: {} };
  const target = allSteps(story).find((one) => one.step.id === step);
  const { id } = at.part;
  if (!target || target.part.id !== id) return { place: plain, explored: leave(explored, id) };
  const kept = isUntouched(lab, at.part, parameters)
    ? explored
    : {
        ...explored,
        [id]: { preset: place.preset, parameters: overridesOf(at.base, parameters) },
      };
  const copy = asks(target.step) ? null : explorationOf(lab, story, at.part, kept);
  return { place: { ...plain, ...copy }, explored: kept };
}

/** Ends a part's copy. */
export function leave(explored: Explorations, part: string): Explorations {
  if (!Object.hasOwn(explored, part)) return explored;
  return Object.fromEntries(Object.entries(explored).filter(([id]) => id !== part));
}
