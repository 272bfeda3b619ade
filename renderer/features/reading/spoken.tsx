import { useMemo, type ComponentType } from 'react';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import type { DeckInfo } from '../../shared/slide/deck-context.ts';
import { StaticSlide } from '../../shared/slide/static-slide.tsx';
import { deckStateAt } from './still.ts';
import styles from './spoken.module.css';

/** A slide's notes as prose: what is said, the question to think about, the usual mistake. */
export function Spoken({
  info,
  content,
  slide,
}: {
  info: DeckInfo;
  content: readonly ComponentType[];
  slide: PlacedSlide;
}) {
  const deck = useMemo(() => deckStateAt(info, slide), [info, slide]);
  return (
    <div className={styles.spoken}>
      <StaticSlide deck={deck} content={content} slide={slide} as="notes" />
    </div>
  );
}
