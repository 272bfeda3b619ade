import type { PlacedSlide } from './lecture.ts';

export interface DeckPlace {
  slide: string;
  /** 1-based. */
  step: number;
}

export type Move = 'next' | 'previous' | 'first' | 'last';

/** Where a move leads, as Reveal does it: a slide entered backwards is complete. The same place where there is none further. */
export function moved(slides: readonly PlacedSlide[], place: DeckPlace, move: Move): DeckPlace {
  const at = slides.findIndex((slide) => slide.id === place.slide);
  const here = slides[at];
  const start = (slide: PlacedSlide | undefined) => (slide ? { slide: slide.id, step: 1 } : place);
  if (!here || move === 'first') return start(slides[0]);
  if (move === 'last') return start(slides.at(-1));
  if (move === 'next')
    return place.step < here.steps
      ? { slide: here.id, step: place.step + 1 }
      : start(slides[at + 1]);
  if (place.step > 1) return { slide: here.id, step: place.step - 1 };
  const before = slides[at - 1];
  return before ? { slide: before.id, step: before.steps } : place;
}
