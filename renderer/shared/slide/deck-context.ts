import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { stepShown, type Lecture, type PlacedSlide } from '../../model/lecture/lecture.ts';

/** What every slide of a deck may know. It stays the same while the lecture moves on, so that knowing it redraws nothing. */
export interface DeckInfo {
  lecture: Lecture;
  slides: readonly PlacedSlide[];
  openLab: (slide: PlacedSlide) => void;
  goTo: (slideId: string) => void;
}

/** Where a deck stands. Slides take from it only what concerns them. */
export interface Showing {
  current: PlacedSlide;
  /** Of the current slide, 1-based. */
  step: number;
  /** While the overview is open every slide is shown complete. */
  overview: boolean;
}

/** A deck standing still: what one slide drawn alone is told. */
export type DeckState = DeckInfo & Showing;

interface DeckValue {
  info: DeckInfo;
  showing: Pick<StoreApi<Showing>, 'getState' | 'getInitialState' | 'subscribe'>;
}

const DeckContext = createContext<DeckValue | null>(null);
export const DeckProvider = DeckContext.Provider;

const SlideContext = createContext<string | null>(null);
export const SlideProvider = SlideContext.Provider;

/** How a slide is drawn: by Reveal, or alone as a picture or as its notes. Of a part's slides only one is drawn at a time. */
export interface Drawing {
  as: 'deck' | 'picture' | 'notes';
  only: string;
  /** Whether this picture is the one the room looks at, as in the presenter's window. */
  live?: boolean;
  /** For paper: nobody presses anything there, and what a question asks stays open unless `solved`. */
  paper?: { solved: boolean };
}
const DrawingContext = createContext<Drawing>({ as: 'deck', only: '' });
export const DrawingProvider = DrawingContext.Provider;
export const useDrawing = (): Drawing => useContext(DrawingContext);

function useDeckValue(): DeckValue {
  const deck = useContext(DeckContext);
  if (!deck) throw new Error('useDeck outside a deck');
  return deck;
}

/** The deck around a slide. Throws outside a deck: that is a defect. */
export const useDeck = (): DeckInfo => useDeckValue().info;

/** What `pick` takes from the place where the deck stands. Redraws only when that changes: return a plain value, never a new object. */
export function useShowing<T>(pick: (showing: Showing) => T): T {
  return useStore(useDeckValue().showing, pick);
}

/** The slide around a figure, and the step it shows now. */
export function useSlide(): { slide: PlacedSlide; step: number } {
  const id = useContext(SlideContext);
  const slide = slideIn(useDeck(), id ?? '');
  const step = useShowing(({ overview, current, step: now }) =>
    overview ? slide.steps : stepShown(slide, current, now),
  );
  return { slide, step };
}

/**
 * Whether the slide around a figure is the one that the room looks at: only then may a figure move
 * or ask the host for anything. Of pictures only a live one is.
 */
export function useOnScreen(): boolean {
  const id = useContext(SlideContext);
  const { as, live = false } = useDrawing();
  return useShowing(
    (showing) => (as === 'deck' || live) && !showing.overview && showing.current.id === id,
  );
}

/** A slide by its id. Throws where the lecture does not list it: MDX and the part's file must agree. */
export function slideIn(deck: DeckInfo, id: string): PlacedSlide {
  const slide = deck.slides.find((one) => one.id === id);
  if (!slide) throw new Error(`deck.ts lists no slide "${id}"`);
  return slide;
}
