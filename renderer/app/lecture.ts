import { lazy, type ComponentType } from 'react';
import { lecture } from '../../slides/lecture-1/deck.ts';
import type { Known } from '../model/address/address.ts';
import { knownLab } from '../model/address/lab-place.ts';
import { labs } from '../model/lab/registry.ts';
import { slidesOf, type LecturePart, type PlacedSlide } from '../model/lecture/lecture.ts';

export { lecture };
export const slides = slidesOf(lecture);

/** What an address may name. A lab's own screen judges its steps: the story is not loaded before it opens. */
export const known: Known = {
  slides,
  labs: Object.fromEntries(labs.map((lab) => [lab.id, knownLab(lab, null)])),
};

const parts = lecture.parts.filter((part) => part.load !== undefined);
const loading = new Map<string, Promise<{ default: ComponentType }>>();

/** Loads a part's MDX, once. */
function load(part: LecturePart): Promise<{ default: ComponentType }> {
  const promise = loading.get(part.id) ?? part.load!();
  loading.set(part.id, promise);
  return promise;
}

/** The MDX of every part that has slides, in order. Each is a file of its own that is fetched when it is first drawn. */
export const content: readonly ComponentType[] = parts.map((part) => lazy(() => load(part)));

/** All of them, fetched. The same promise for every call, so that `use` may read it, unless it failed. */
export function wholeContent(): Promise<readonly ComponentType[]> {
  whole ??= Promise.all(parts.map(async (part) => (await load(part)).default)).catch(
    (error: unknown) => {
      whole = null;
      loading.clear();
      throw error;
    },
  );
  return whole;
}
let whole: Promise<readonly ComponentType[]> | null = null;

/**
 * Fetches the part that holds a slide, then the others, so that nobody waits for them later. What
 * can't be had now is asked for again when it is drawn.
 */
export async function fetchParts(first: PlacedSlide): Promise<void> {
  for (const part of [first.part, ...parts]) await load(part).catch(() => loading.delete(part.id));
}
