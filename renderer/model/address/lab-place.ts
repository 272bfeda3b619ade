import type { z } from 'zod';
import type { Lab } from '../../../labs/lab.ts';
import { describeParameters, parseParameters } from '../../../labs/parameters.ts';
import type { Story } from '../../../labs/view.ts';
import { maxSeed } from '../../../main/contract/run.ts';
import type { SlideLab } from '../lecture/lecture.ts';

export interface LabPlace {
  id: string;
  /** A story step's id, or a part's id, which means its first step; null means the first one that is not finished. */
  step: string | null;
  preset: string | null;
  seed: number | null;
  /** Parameters that differ from the preset. Numbers stay numbers. */
  parameters: Record<string, number | string>;
}

/** A place in a lab with the lab's own settings. */
export const labPlace = (id: string, step: string | null = null): LabPlace => ({
  id,
  step,
  preset: null,
  seed: null,
  parameters: {},
});

/** Where a slide's lab opens: with the preset and seed that the lecture gives it, else the lab's own. */
export const slideLabPlace = (lab: SlideLab, step: string | null = lab.step): LabPlace => ({
  ...labPlace(lab.id, step),
  preset: lab.preset ?? null,
  seed: lab.seed ?? null,
});

/** What a place in a lab may name. */
export interface KnownLab {
  presets: readonly string[];
  parameters: z.ZodObject;
  /** Ids of story parts and steps; null while the story is not loaded yet: then any step is taken as it stands. */
  steps: readonly string[] | null;
}

export function knownLab(lab: Pick<Lab, 'presets' | 'parameters'>, story: Story | null): KnownLab {
  return {
    presets: lab.presets.map(({ id }) => id),
    parameters: lab.parameters,
    steps: story && story.parts.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)]),
  };
}

/** A place as somebody said it: with the words of an address, or made by another part of the app. */
export interface SaidPlace {
  step: string | null;
  preset: string | null;
  seed: string | number | null;
  parameters: Iterable<readonly [name: string, value: string | number]>;
}

/**
 * Reads what was said of a place in a lab. Never throws: what the lab does not know is left out, so that the default stands for it, and
 * each such thing adds a sentence to `problems` that the person can act on. What comes out reads the same when it is read again.
 */
export function readPlace(
  lab: KnownLab,
  said: SaidPlace,
  problems: string[],
): Omit<LabPlace, 'id'> {
  return {
    step: readStep(lab, said.step, problems),
    preset: readPreset(lab, said.preset, problems),
    seed: readSeed(said.seed, problems),
    parameters: readParameters(lab, said.parameters, problems),
  };
}

function readStep({ steps }: KnownLab, said: string | null, problems: string[]): string | null {
  if (said === null || !steps || steps.includes(said)) return said;
  problems.push(
    `This lab has no step “${short(said)}”. It opens at your first unfinished step, or at the last.`,
  );
  return null;
}

function readPreset({ presets }: KnownLab, said: string | null, problems: string[]): string | null {
  if (said === null || presets.includes(said)) return said;
  problems.push(`This lab has no preset “${short(said)}”. There are: ${presets.join(', ')}.`);
  return null;
}

function readSeed(said: string | number | null, problems: string[]): number | null {
  if (said === null) return null;
  const seed = typeof said === 'number' || /^\d+$/.test(said) ? Number(said) : NaN;
  if (isSeed(seed)) return seed;
  problems.push(`A seed is a whole number from 0 to ${maxSeed}; “${short(String(said))}” is not.`);
  return null;
}

function readParameters(
  lab: KnownLab,
  said: SaidPlace['parameters'],
  problems: string[],
): LabPlace['parameters'] {
  const described = new Map(describeParameters(lab.parameters).map((one) => [one.name, one]));
  const read: LabPlace['parameters'] = {};
  for (const [name, word] of said) {
    const value = described.get(name)?.kind === 'number' ? numberIn(word) : word;
    const checked = parseParameters(lab.parameters, { [name]: value });
    if (checked.ok) read[name] = value;
    else problems.push(...checked.problems.map((problem) => problem.what));
  }
  return read;
}

/** The number that a word of an address is; the word itself where it is none. */
function numberIn(word: string | number): string | number {
  if (typeof word === 'number' || word.trim() === '') return word;
  return Number.isFinite(Number(word)) ? Number(word) : word;
}

function isSeed(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= maxSeed;
}

/** A word of an address as a message quotes it. */
export const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
