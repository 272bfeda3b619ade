import type { Lab } from '../../../labs/lab.ts';
import {
  describeParameters,
  parseParameters,
  type ParameterDescription,
} from '../../../labs/parameters.ts';
import type { Story, StoryPart, StoryStep, Values } from '../../../labs/view.ts';
import { formatFixed } from '../../kit/number/format.ts';
import type { LabPlace } from '../address/address.ts';

/** The seed of an address that names none. */
export const defaultSeed = 1;
export const largestSeed = 4_294_967_295;

/** What an address means for one lab: always something that can be shown. */
export interface ResolvedPlace {
  part: StoryPart;
  partIndex: number;
  step: StoryStep;
  /** Place of the step within its part. */
  stepIndex: number;
  preset: string;
  seed: number;
  /** The preset's full parameters, before the learner moved anything. */
  base: Values;
  parameters: Values;
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

/** The preset a part starts with: that of its run step, else the lab's first. */
export function presetOfPart(lab: Lab, part: StoryPart): string {
  const run = part.steps.find((step) => step.kind === 'run');
  return run?.kind === 'run' && lab.presets.some((p) => p.id === run.preset)
    ? run.preset
    : (lab.presets[0]?.id ?? 'default');
}

/** The first step in reading order that the learner has not done; the last where all are. */
export function whereLeftOff(story: Story, done: readonly string[]): string {
  const steps = allSteps(story);
  return (steps.find(({ step }) => !done.includes(step.id)) ?? steps.at(-1)!).step.id;
}

/**
 * Says what an address means. Whatever it names that does not exist or is out of range gets a message and the default.
 * `done` are the steps the learner has finished: they decide where an address without a step leads.
 */
export function resolvePlace(
  lab: Lab,
  story: Story,
  place: LabPlace,
  done: readonly string[],
): ResolvedPlace {
  const messages: string[] = [];
  const steps = allSteps(story);
  const leftOff = whereLeftOff(story, done);
  const find = (id: string) =>
    steps.find(({ step }) => step.id === id) ?? steps.find(({ part }) => part.id === id);
  let found = find(place.step ?? leftOff);
  if (!found) {
    messages.push(`This lab has no step "${place.step}". You are at its first one.`);
    found = steps[0]!;
  }

  const ownPreset = presetOfPart(lab, found.part);
  let preset = lab.presets.find((p) => p.id === (place.preset ?? ownPreset));
  if (!preset && place.preset !== null) {
    messages.push(
      `This lab has no preset "${place.preset}". There are: ${lab.presets.map((p) => p.id).join(', ')}.`,
    );
    preset = lab.presets.find((p) => p.id === ownPreset);
  }

  let seed = place.seed ?? defaultSeed;
  if (!isSeed(seed)) {
    messages.push(
      `A seed is a whole number from 0 to ${formatFixed(largestSeed)}. Seed ${defaultSeed} is used.`,
    );
    seed = defaultSeed;
  }

  const base = baseOf(lab, preset?.parameters ?? {});
  const parameters = { ...base };
  for (const [name, value] of Object.entries(place.parameters)) {
    const checked = parseParameters(lab.parameters, { [name]: value });
    if (checked.ok) parameters[name] = value;
    else messages.push(...checked.problems.map((problem) => problem.what));
  }
  return { ...found, preset: preset?.id ?? ownPreset, seed, base, parameters, messages };
}

export function isSeed(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= largestSeed;
}

function baseOf(lab: Lab, given: Record<string, unknown>): Values {
  const parsed = parseParameters(lab.parameters, given);
  // A preset that breaks its own schema is the lab's defect and its tests catch it; the screen goes on with the defaults.
  return { ...((parsed.ok ? parsed.parameters : lab.parameters.parse({})) as Values) };
}

/** What must stand in the address: the parameters that differ from the preset. */
export function overridesOf(base: Values, parameters: Values): LabPlace['parameters'] {
  const different = Object.entries(parameters).filter(([name, value]) => base[name] !== value);
  return Object.fromEntries(
    different.map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
  );
}

/** The parameters a part shows at once, in the order it names them, and the rest behind "More settings". */
export function splitControls(
  lab: Lab,
  names: readonly string[],
): { shown: ParameterDescription[]; more: ParameterDescription[] } {
  const all = describeParameters(lab.parameters);
  const shown = names
    .map((name) => all.find((p) => p.name === name))
    .filter((p) => p !== undefined);
  return { shown, more: all.filter((p) => !names.includes(p.name)) };
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
    preset: place.preset === at.preset ? place.preset : null,
    seed: place.seed === at.seed ? place.seed : null,
    parameters: overridesOf(at.base, at.parameters),
  };
}
