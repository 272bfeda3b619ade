import type { ComponentType } from 'react';
import { lecture } from '../../slides/lecture-1/deck.ts';
import { slidesOf } from '../deck/lecture.ts';
import { labs } from '../lab/registry.ts';
import type { Known } from './address.ts';

export { lecture };
export const slides = slidesOf(lecture);

/** What an address may name. A lab's own screen judges its steps: the story is not loaded before it opens. */
export const known: Known = {
  slides,
  labs: Object.fromEntries(labs.map((lab) => [lab.id, { presets: lab.presets.map((preset) => preset.id), parameters: lab.parameters, steps: null }])),
};

/** The MDX of every part, in order. */
export async function loadContent(): Promise<ComponentType[]> {
  const parts = await Promise.all(lecture.parts.map((part) => part.load?.()));
  return parts.filter((part) => part !== undefined).map((part) => part.default);
}
