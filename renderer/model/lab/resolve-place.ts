import type { Lab } from '../../../labs/lab.ts';
import { describeParameters, type ParameterDescription } from '../../../labs/parameters.ts';
import type { Story, StoryPart, StoryStep, Values } from '../../../labs/view.ts';
import { knownLab, readPlace, type LabPlace } from '../address/lab-place.ts';
import { isUntouched, presetParameters, questionSettings } from './question-settings.ts';

/** The seed of an address that names none. */
export const defaultSeed = 1;

/** Settings of the learner's own, as an address says them. */
export type Exploration = Pick<LabPlace, 'preset' | 'parameters'>;

/** What an address means for one lab: always something that can be shown. */
export interface ResolvedPlace {
  part: StoryPart;
  partIndex: number;
  step: StoryStep;
  /** Place of the step within its part. */
  stepIndex: number;
  preset: string;
  seed: number;
  /** Full parameters before the learner moved anything: the question's, or those of the preset that the address names. */
  base: Values;
  parameters: Values;
  /** What the address sets otherwise where the question's settings alone may stand: it waits in the steps after. */
  waits: Exploration | null;
  /** One plain sentence for each thing in the address that was not understood. */
  messages: string[];
}

/** Every step of a story in reading order, with the part it stands in. */
export function allSteps(
  story: Story,
): { part: StoryPart; partIndex: number; step: StoryStep; stepIndex: number }[] {
  return story.parts.flatMap((part, partIndex) =>
    part.steps.map((step, stepIndex) => ({ part, partIndex, step, stepIndex })),
  );
}

/** The first step in reading order that the learner has not done; the last where all are. */
export function whereLeftOff(story: Story, done: readonly string[]): string {
  const steps = allSteps(story);
  return (steps.find(({ step }) => !done.includes(step.id)) ?? steps.at(-1)!).step.id;
}

/**
 * Says what an address means. Whatever it names that does not exist or is out of range gets a message and the default,
 * as where an address is read: it was made by another part of the app, or read before the story was there.
 * `done` are the steps the learner has finished: they decide where an address without a step leads.
 */
export function resolvePlace(
  lab: Lab,
  story: Story,
  place: LabPlace,
  done: readonly string[],
): ResolvedPlace {
  const messages: string[] = [];
  const said = { ...place, parameters: Object.entries(place.parameters) };
  const read = readPlace(knownLab(lab, story), said, messages);
  // What was read names a step or a part that is there.
  const found = findStep(story, read.step ?? whereLeftOff(story, done))!;
  const seed = read.seed ?? defaultSeed;
  const question = questionSettings(lab, found.part);
  const base = baseOf(lab, found.part, read.preset);
  const parameters = { ...base, ...read.parameters };
  if (found.step.kind !== 'predict' || isUntouched(lab, found.part, parameters))
    return {
      ...found,
      preset: read.preset ?? question.preset,
      seed,
      base,
      parameters,
      waits: null,
      messages,
    };
  messages.push(
    'The question here is about its own settings. Those of the link wait in the steps after it.',
  );
  return {
    ...found,
    ...question,
    seed,
    base: question.parameters,
    waits: { preset: read.preset, parameters: read.parameters },
    messages,
  };
}

/** What a preset in an address means in a part; none is what the part's question is about. */
export const baseOf = (lab: Lab, part: StoryPart, preset: string | null): Values =>
  preset === null ? questionSettings(lab, part).parameters : presetParameters(lab, preset);

/** The step of this name, or the first of the part of this name; undefined where there is neither. */
export function findStep(story: Story, id: string) {
  const steps = allSteps(story);
  return steps.find(({ step }) => step.id === id) ?? steps.find(({ part }) => part.id === id);
}

/** What must stand in the address: the parameters that differ from the preset. */
export function overridesOf(base: Values, parameters: Values): LabPlace['parameters'] {
  const different = Object.entries(parameters).filter(([name, value]) => base[name] !== value);
  return Object.fromEntries(
    different.map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
  );
}

/**
 * The parameters a part shows at once, in the order it names them, and the rest behind "More settings". One that overrules another
 * (`insteadOf`) stands in its place while it does. What answers the question of `asking`, a part, is not among the rest.
 */
export function splitControls(
  lab: Lab,
  names: readonly string[],
  values: Values,
  asking: string | null = null,
): { shown: ParameterDescription[]; more: ParameterDescription[] } {
  const all = describeParameters(lab.parameters);
  const ruling = (name: string) =>
    all.find((p) => p.insteadOf === name && values[p.name] !== 0) ??
    all.find((p) => p.name === name);
  const shown = names.map(ruling).filter((p) => p !== undefined);
  const tells = ({ answers }: ParameterDescription) => asking !== null && answers === asking;
  return { shown, more: all.filter((p) => !shown.includes(p) && !tells(p)) };
}

/** The steps before and after one, across parts; null at the ends. */
export function neighbours(
  story: Story,
  id: string,
): { previous: string | null; next: string | null } {
  const ids = allSteps(story).map(({ step }) => step.id);
  const at = ids.indexOf(id);
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}

/** The address of what is on screen: `place` without whatever in it was not understood. */
export function understood(place: LabPlace, at: ResolvedPlace): LabPlace {
  return {
    ...place,
    step: at.step.id,
    preset: at.waits === null && place.preset === at.preset ? place.preset : null,
    seed: place.seed === at.seed ? place.seed : null,
    parameters: overridesOf(at.base, at.parameters),
  };
}
