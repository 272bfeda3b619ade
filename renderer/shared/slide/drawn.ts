import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';

/**
 * Which slides have been drawn. A slide is drawn when it is first needed and stays: what was typed or chosen on it is kept.
 * The others are empty, so a deck's first slide comes as fast with 55 slides as with five.
 */
export interface Drawn {
  store: StoreApi<ReadonlySet<string>>;
  /** Draws these at once. */
  now: (ids: readonly string[]) => void;
  /** Draws these one after the other, between frames, and forgets what an earlier call still had to do. */
  later: (ids: readonly string[]) => void;
  /** Ends what is still to be done. */
  stop: () => void;
}

/** `wait` calls back when the window has nothing better to do, and returns how to call that off. */
export function createDrawn(
  first: string,
  wait: (then: () => void) => () => void = whenIdle,
): Drawn {
  const store = createStore<ReadonlySet<string>>(() => new Set([first]));
  let callOff: (() => void) | null = null;
  const now = (ids: readonly string[]) => {
    const fresh = ids.filter((id) => !store.getState().has(id));
    if (fresh.length > 0) store.setState(new Set([...store.getState(), ...fresh]), true);
  };
  const stop = () => {
    callOff?.();
    callOff = null;
  };
  const later = (ids: readonly string[]) => {
    stop();
    const left = ids.filter((id) => !store.getState().has(id));
    const next = () => {
      callOff = null;
      now(left.splice(0, 1));
      if (left.length > 0) callOff = wait(next);
    };
    if (left.length > 0) callOff = wait(next);
  };
  return { store, now, later, stop };
}

function whenIdle(then: () => void): () => void {
  const id = requestIdleCallback(then, { timeout: 300 });
  return () => cancelIdleCallback(id);
}

/** Slides in the order in which they are likely to be wanted: the nearest first, the next one before the last one. */
export function nearestFirst(
  slides: readonly PlacedSlide[],
  current: PlacedSlide,
  reach = Infinity,
): string[] {
  const far = (slide: PlacedSlide) =>
    Math.abs(slide.number - current.number) - (slide.number > current.number ? 0.5 : 0);
  return slides
    .filter((slide) => far(slide) <= reach)
    .sort((a, b) => far(a) - far(b))
    .map((slide) => slide.id);
}
