import { MDXProvider } from '@mdx-js/react';
import { memo, Suspense, useMemo, type ComponentType } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Lecture, PlacedSlide } from '../../model/lecture/lecture.ts';
import {
  DeckProvider,
  DrawingProvider,
  type DeckState,
  type Drawing,
  type Showing,
} from './deck-context.ts';
import { words } from './words.ts';

interface StaticSlideProps {
  deck: DeckState;
  /** Each part's MDX that has slides, in the order of the lecture. */
  content: readonly ComponentType[];
  slide: PlacedSlide;
  /** 'picture': 1280 by 720 pixels, to be scaled by whoever shows it. 'notes': what the speaker reads. */
  as: Exclude<Drawing['as'], 'deck'>;
  live?: boolean;
  paper?: Drawing['paper'] | undefined;
}

/**
 * One slide without Reveal: for previews, the reading view and paper. `deck.current` and `deck.step`
 * say which step it shows. The same slide told the same is not drawn anew.
 */
export const StaticSlide = memo(function StaticSlide({
  deck,
  content,
  slide,
  as,
  live = false,
  paper,
}: StaticSlideProps) {
  const Part = content[partIndex(deck.lecture, slide)];
  const { current, step, overview } = deck;
  const value = useMemo(
    () => ({ info: deck, showing: createStore<Showing>(() => ({ current, step, overview })) }),
    [deck, current, step, overview],
  );
  const only = slide.id;
  const drawing = useMemo(
    () => ({ as, only, live, ...(paper && { paper }) }),
    [as, only, live, paper],
  );
  return (
    <DeckProvider value={value}>
      <DrawingProvider value={drawing}>
        <MDXProvider components={words}>
          <Suspense fallback={null}>{Part && <Part />}</Suspense>
        </MDXProvider>
      </DrawingProvider>
    </DeckProvider>
  );
});

/** Where a slide's part stands among those that have slides. */
export const partIndex = (lecture: Lecture, slide: PlacedSlide): number =>
  lecture.parts.filter((part) => part.load).indexOf(slide.part);
