import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import type { DeckInfo, DeckState } from '../../shared/slide/deck-context.ts';

/** The deck as it stands when `slide` shows `step`; its last step where none is said. */
export function deckStateAt(info: DeckInfo, slide: PlacedSlide, step = slide.steps): DeckState {
  return { ...info, current: slide, step, overview: false };
}

/** Every page for paper: each slide once and complete, or once at every step. */
export function pagesOf(
  slides: readonly PlacedSlide[],
  eachStep: boolean,
): { slide: PlacedSlide; step: number }[] {
  return slides.flatMap((slide) =>
    eachStep
      ? Array.from({ length: slide.steps }, (_, index) => ({ slide, step: index + 1 }))
      : [{ slide, step: slide.steps }],
  );
}
