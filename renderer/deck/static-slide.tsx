import { MDXProvider } from '@mdx-js/react';
import type { ComponentType } from 'react';
import { DeckProvider, DrawingProvider, type DeckState, type Drawing } from './deck-context.ts';
import type { PlacedSlide } from './lecture.ts';
import { words } from './words.ts';

interface StaticSlideProps {
  deck: DeckState;
  /** Each part's MDX that has slides, in the order of the lecture. */
  content: readonly ComponentType[];
  slide: PlacedSlide;
  /** 'picture': 1280 by 720 pixels, to be scaled by whoever shows it. 'notes': what the speaker reads. */
  as: Exclude<Drawing['as'], 'deck'>;
}

/** One slide without Reveal: for previews, the reading view and paper. `deck.current` and `deck.step` say which step it shows. */
export function StaticSlide({ deck, content, slide, as }: StaticSlideProps) {
  const at = deck.lecture.parts.filter((part) => part.load).indexOf(slide.part);
  const Part = content[at];
  return (
    <DeckProvider value={deck}>
      <DrawingProvider value={{ as, only: slide.id }}>
        <MDXProvider components={words}>{Part && <Part />}</MDXProvider>
      </DrawingProvider>
    </DeckProvider>
  );
}
