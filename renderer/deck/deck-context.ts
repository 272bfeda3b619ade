import { createContext, useContext } from 'react';
import { stepShown, type Lecture, type PlacedSlide } from './lecture.ts';

/** What every slide of a deck may know. */
export interface DeckState {
  lecture: Lecture;
  slides: readonly PlacedSlide[];
  current: PlacedSlide;
  /** Of the current slide, 1-based. */
  step: number;
  /** While the overview is open every slide is shown complete. */
  overview: boolean;
  openLab: (slide: PlacedSlide) => void;
  goTo: (slideId: string) => void;
}

const DeckContext = createContext<DeckState | null>(null);
export const DeckProvider = DeckContext.Provider;

const SlideContext = createContext<string | null>(null);
export const SlideProvider = SlideContext.Provider;

/** How slides are drawn: 'deck' by Reveal, all of them; otherwise one of them alone, as a picture or as its notes. */
export type Drawing = { as: 'deck' } | { as: 'picture' | 'notes'; only: string };
const DrawingContext = createContext<Drawing>({ as: 'deck' });
export const DrawingProvider = DrawingContext.Provider;
export const useDrawing = (): Drawing => useContext(DrawingContext);

/** The deck around a slide. Throws outside a deck: that is a defect. */
export function useDeck(): DeckState {
  const deck = useContext(DeckContext);
  if (!deck) throw new Error('useDeck outside a deck');
  return deck;
}

/** The slide around a figure, and the step it shows now. */
export function useSlide(): { slide: PlacedSlide; step: number } {
  const id = useContext(SlideContext);
  const deck = useDeck();
  return slideIn(deck, id ?? '');
}

/** A slide by its id, with the step it shows now. Throws where deck.ts does not list it: MDX and deck.ts must agree. */
export function slideIn(deck: DeckState, id: string): { slide: PlacedSlide; step: number } {
  const slide = deck.slides.find((one) => one.id === id);
  if (!slide) throw new Error(`deck.ts lists no slide "${id}"`);
  return { slide, step: deck.overview ? slide.steps : stepShown(slide, deck.current, deck.step) };
}
