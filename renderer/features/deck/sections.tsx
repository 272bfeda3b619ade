import { Slide as RevealSlide } from '@revealjs/react';
import { Fragment, Suspense, type ComponentType } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Lecture, PlacedSlide } from '../../model/lecture/lecture.ts';
import { DrawingProvider } from '../../shared/slide/deck-context.ts';
import { SlideBoundary } from '../../shared/slide/slide-boundary.tsx';
import { partIndex } from '../../shared/slide/static-slide.tsx';

interface SectionsProps {
  lecture: Lecture;
  slides: readonly PlacedSlide[];
  content: readonly ComponentType[];
  /** Ids of the slides that have been drawn. */
  drawn: StoreApi<ReadonlySet<string>>;
}

/** What Reveal counts and moves: a section for every slide, and the names of the parts, which the overview shows. */
export function Sections({ lecture, slides, content, drawn }: SectionsProps) {
  return slides.map((slide, index) => (
    <Fragment key={slide.id}>
      {slide.part !== slides[index - 1]?.part && <h2 className="part">{slide.part.title}</h2>}
      <Section slide={slide} Part={content[partIndex(lecture, slide)]} drawn={drawn} />
    </Fragment>
  ));
}

function Section({
  slide,
  Part,
  drawn,
}: {
  slide: PlacedSlide;
  Part: ComponentType | undefined;
  drawn: SectionsProps['drawn'];
}) {
  const here = useStore(drawn, (ids) => ids.has(slide.id));
  return (
    <RevealSlide
      data-slide={slide.id}
      data-caption={`${slide.number}\u2002${slide.title}`}
      aria-label={`Slide ${slide.number}`}
      aria-roledescription="slide"
    >
      {here && Part && (
        <SlideBoundary>
          <Suspense fallback={null}>
            <DrawingProvider value={{ as: 'deck', only: slide.id }}>
              <Part />
            </DrawingProvider>
          </Suspense>
        </SlideBoundary>
      )}
      {/* Reveal counts these to know how often "next" stays on the slide; what a step shows is React's. */}
      {Array.from({ length: slide.steps - 1 }, (_, index) => (
        <span key={index} className="fragment" data-fragment-index={index} hidden />
      ))}
    </RevealSlide>
  );
}
