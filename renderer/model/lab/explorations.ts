import { z } from 'zod';
import type { Lab } from '../../../labs/lab.ts';
import type { Story, StoryPart, Values } from '../../../labs/view.ts';
import { knownLab, readPlace, type LabPlace } from '../address/lab-place.ts';
import { asks, isOfQuestion, isUntouched, ownChoices } from './question-settings.ts';
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

/** Its name in the shared state. */
export const explorationsKey = (lab: string): string => `explored/${lab}`;

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

/**
 * What the learner answered with in a part, as its copy says. It stands at each of the part's steps
 * but the one that asks what they expect, and outlives the rest of the copy.
 */
function chosenIn(
  lab: Lab,
  story: Story,
  { part, step }: Pick<ResolvedPlace, 'part' | 'step'>,
  explored: Explorations,
): Exploration | null {
  const copy = step.kind === 'predict' ? null : explorationOf(lab, story, part, explored);
  return copy && choiceOf(lab, copy);
}

/** Of that, what an address says nothing of; null where it says it, or another choice. */
export function unsaidChoice(
  lab: Lab,
  story: Story,
  at: ResolvedPlace,
  explored: Explorations,
): Exploration['parameters'] | null {
  const chosen = chosenIn(lab, story, at, explored)?.parameters ?? {};
  const unsaid = Object.entries(chosen).filter(([name]) => at.parameters[name] === at.base[name]);
  return unsaid.length > 0 ? Object.fromEntries(unsaid) : null;
}

function choiceOf(lab: Lab, copy: Exploration): Exploration | null {
  const parameters = ownChoices(lab, copy.parameters) as Exploration['parameters'];
  return Object.keys(parameters).length > 0 ? { preset: null, parameters } : null;
}

/** Keeps what an address says as its part's copy; where it says what the question is about, there is no copy any more. */
export function explore(
  lab: Lab,
  story: Story,
  place: LabPlace,
  explored: Explorations,
): Explorations {
  const { part, parameters, waits } = resolvePlace(lab, story, place, []);
  if (waits) {
    const chosen = choiceOf(lab, explored[part.id] ?? waits)?.parameters;
    return { ...explored, [part.id]: { ...waits, parameters: { ...chosen, ...waits.parameters } } };
  }
  return isUntouched(lab, part, parameters)
    ? without(explored, part.id)
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
 * the question's settings, and the others bring the copy back. The seed stays, and so does what the
 * learner answered with.
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
  const here = { preset: place.preset, parameters: overridesOf(at.base, parameters) };
  const kept = isKept(lab, at, parameters, here, explored) ? explored : { ...explored, [id]: here };
  const isWithin = target?.part.id === id;
  const next = isWithin ? kept : leave(lab, kept, id);
  if (!target) return { place: plain, explored: next };
  const copy =
    isWithin && !asks(target.step)
      ? explorationOf(lab, story, at.part, next)
      : chosenIn(lab, story, target, next);
  return { place: { ...plain, ...copy }, explored: next };
}

/** Whether the part's copy needs nothing of what stands here: the question's settings, or beside them a choice that the copy has too. */
function isKept(
  lab: Lab,
  { part, step }: ResolvedPlace,
  parameters: Values,
  here: Exploration,
  explored: Explorations,
): boolean {
  if (isUntouched(lab, part, parameters)) return true;
  const copy = explored[part.id];
  const choice = (one: Exploration) => JSON.stringify(choiceOf(lab, one));
  return (
    copy !== undefined &&
    asks(step) &&
    isOfQuestion(lab, part, parameters) &&
    choice(copy) === choice(here)
  );
}

/** Ends a part's copy, all but what the learner answered with. */
export function leave(lab: Lab, explored: Explorations, part: string): Explorations {
  if (!Object.hasOwn(explored, part)) return explored;
  const chosen = choiceOf(lab, explored[part]!);
  return chosen ? { ...explored, [part]: chosen } : without(explored, part);
}

function without(explored: Explorations, part: string): Explorations {
  if (!Object.hasOwn(explored, part)) return explored;
  return Object.fromEntries(Object.entries(explored).filter(([id]) => id !== part));
}
