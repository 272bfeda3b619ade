import type { PrintLayout } from '../../model/address/address.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import type { DeckInfo, DeckState } from '../../shared/slide/deck-context.ts';

/** The deck as it stands when `slide` shows `step`; its last step where none is said. */
export function deckStateAt(info: DeckInfo, slide: PlacedSlide, step = slide.steps): DeckState {
  return { ...info, current: slide, step, overview: false };
}

/** A slide at one of its steps. */
export interface PageOfPaper {
  slide: PlacedSlide;
  step: number;
}

/** Whether each step of a slide has a page of its own. */
export const stepByStep = (layout: PrintLayout): boolean => layout === 'steps' || layout === 'file';

/** Every page for paper: each slide once and complete, or once at every step, as is one whose steps are pages. */
export function pagesOf(slides: readonly PlacedSlide[], eachStep: boolean): PageOfPaper[] {
  return slides.flatMap((slide) =>
    eachStep || slide.paged
      ? Array.from({ length: slide.steps }, (_, index) => ({ slide, step: index + 1 }))
      : [{ slide, step: slide.steps }],
  );
}

/** So many of them on each sheet. */
export function sheetsOf(pages: readonly PageOfPaper[], per: number): PageOfPaper[][] {
  const sheets: PageOfPaper[][] = [];
  for (let at = 0; at < pages.length; at += per) sheets.push(pages.slice(at, at + per));
  return sheets;
}
