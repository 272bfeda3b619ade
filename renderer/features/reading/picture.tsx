import { useMemo, type ComponentType } from 'react';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import type { DeckInfo, Drawing } from '../../shared/slide/deck-context.ts';
import { SlideBoundary } from '../../shared/slide/slide-boundary.tsx';
import { StaticSlide } from '../../shared/slide/static-slide.tsx';
import { deckStateAt } from './still.ts';
import styles from './picture.module.css';

interface PictureProps {
  info: DeckInfo;
  content: readonly ComponentType[];
  slide: PlacedSlide;
  /** The last one where left out. */
  step?: number;
  paper?: Drawing['paper'] | undefined;
}

/** A slide as a picture. Its words can be read and its links followed; its buttons rest, for they belong to the deck. */
export function Picture({ info, content, slide, step, paper }: PictureProps) {
  const deck = useMemo(() => deckStateAt(info, slide, step), [info, slide, step]);
  return (
    <fieldset className={styles.picture} disabled aria-label={`Slide ${slide.number}`}>
      <SlideBoundary>
        <StaticSlide deck={deck} content={content} slide={slide} as="picture" paper={paper} />
      </SlideBoundary>
    </fieldset>
  );
}
