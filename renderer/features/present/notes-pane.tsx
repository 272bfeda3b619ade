import type { ComponentType } from 'react';
import { useShared } from '../../host/use-shared.ts';
import { noteSizes, sharedPresenterSettings } from '../../model/lecture/presenter-settings.ts';
import type { DeckState } from '../../shared/slide/deck-context.ts';
import { StaticSlide } from '../../shared/slide/static-slide.tsx';
import styles from './notes-pane.module.css';

/** The slide's notes in their three kinds, as large as the presenter likes them. */
export function NotesPane({
  deck,
  content,
}: {
  deck: DeckState;
  content: readonly ComponentType[];
}) {
  const [settings] = useShared(sharedPresenterSettings);
  return (
    <div
      className={styles.notes}
      style={{ fontSize: noteSizes[settings.notes] }}
      tabIndex={0}
      role="region"
      aria-label="Notes of this slide"
      key={deck.current.id}
    >
      <StaticSlide deck={deck} content={content} slide={deck.current} as="notes" />
      <p className={styles.none}>This slide has no notes.</p>
    </div>
  );
}
