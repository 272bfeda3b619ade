import { lazy, type ComponentType } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { lecture as lecture1 } from '../../slides/lecture-1/deck.ts';
import type { Known } from '../model/address/address.ts';
import { knownLab } from '../model/address/lab-place.ts';
import { labs } from '../model/lab/registry.ts';
import {
  slidesOf,
  type Lecture,
  type LecturePart,
  type PlacedSlide,
} from '../model/lecture/lecture.ts';
import type { SlideText } from '../model/search/slide-text.ts';
import type { OpenLecture } from '../shared/window/lecture-context.ts';

/** A lecture and what its slides are drawn with. */
export interface ShownLecture extends OpenLecture {
  /** The MDX of every part that has slides, in order. Each is a file of its own that is fetched when it is first drawn. */
  content: readonly ComponentType[];
  /**
   * Fetches the part that holds a slide, then the others, so that nobody waits for them later. What can't be had now is asked
   * for again when it is drawn.
   */
  fetchParts: (first: PlacedSlide) => Promise<void>;
  /** What slides say that were not there when the program was built. */
  texts: readonly SlideText[];
}

type Load = NonNullable<LecturePart['load']>;
type Part = { default: ComponentType };

/** A part is loaded once, and is one component whenever its lecture is made anew: what was typed on a slide stays. */
const loading = new Map<Load, Promise<Part>>();
const lazies = new Map<Load, ComponentType>();

function loadPart({ load }: LecturePart): Promise<Part> {
  const promise = loading.get(load!) ?? load!();
  loading.set(load!, promise);
  return promise;
}

function lazyPart(part: LecturePart): ComponentType {
  const made = lazies.get(part.load!) ?? lazy(() => loadPart(part));
  lazies.set(part.load!, made);
  return made;
}

/** Makes a lecture ready to be shown. */
export function shownLecture(lecture: Lecture, texts: readonly SlideText[] = []): ShownLecture {
  const parts = lecture.parts.filter((part) => part.load !== undefined);
  let whole: Promise<readonly ComponentType[]> | null = null;
  return {
    lecture,
    slides: slidesOf(lecture),
    texts,
    content: parts.map(lazyPart),
    wholeContent: () => {
      whole ??= Promise.all(parts.map(async (part) => (await loadPart(part)).default)).catch(
        (error: unknown) => {
          whole = null;
          loading.clear();
          throw error;
        },
      );
      return whole;
    },
    fetchParts: async (first) => {
      for (const part of [first.part, ...parts])
        await loadPart(part).catch(() => loading.delete(part.load!));
    },
  };
}

/** The lecture that comes with Lectern. */
export const ownLecture = shownLecture(lecture1);

/** The lecture of this window: ours until a folder is open. */
const shown = createStore<ShownLecture>(() => ownLecture);

export const currentLecture = (): ShownLecture => shown.getState();
export const useShownLecture = (): ShownLecture => useStore(shown);
export const showLecture = (next: ShownLecture): void => shown.setState(next, true);
/** Calls back whenever another lecture is shown, or the same as it was saved anew. */
export const onLecture = (changed: () => void): void => void shown.subscribe(changed);

/** What an address may name. A lab's own screen judges its steps: the story is not loaded before it opens. */
export const known: Known = {
  get slides() {
    return currentLecture().slides;
  },
  labs: Object.fromEntries(labs.map((lab) => [lab.id, knownLab(lab, null)])),
};
