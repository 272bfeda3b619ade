import { useMemo, type ComponentType } from 'react';
import { useShared } from '../../host/use-shared.ts';
import { Button } from '../../kit/button.tsx';
import { noteSizes, sharedPresenterSettings } from '../../model/lecture/presenter-settings.ts';
import type { Lecture, PlacedSlide } from '../../model/lecture/lecture.ts';
import { moved, type DeckPlace } from '../../model/lecture/moves.ts';
import type { DeckState } from '../../shared/slide/deck-context.ts';
import { NotesPane } from './notes-pane.tsx';
import { OnThisSlide } from './on-this-slide.tsx';
import { NextSlide } from './presenter.tsx';
import { PaceBar } from './time/pace-bar.tsx';
import styles from './side-panel.module.css';

interface SidePanelProps {
  lecture: Lecture;
  slides: readonly PlacedSlide[];
  /** Each part's MDX, loaded. */
  content: readonly ComponentType[];
  at: DeckPlace;
  onClose: () => void;
  onWindow: () => void;
}

/** Time, next slide and notes beside the slide itself: for who has one screen, or a browser that opens no second window. */
export function SidePanel({ lecture, slides, content, at, onClose, onWindow }: SidePanelProps) {
  const [settings, setSettings] = useShared(sharedPresenterSettings);
  const current = slides.find((slide) => slide.id === at.slide) ?? slides[0]!;
  const deck = useMemo<DeckState>(
    () => ({
      lecture,
      slides,
      current,
      step: at.step,
      overview: false,
      openLab: () => undefined,
      goTo: () => undefined,
    }),
    [lecture, slides, current, at.step],
  );
  const next = moved(slides, at, 'next');
  const size = (by: number) =>
    setSettings({
      ...settings,
      notes: Math.min(noteSizes.length - 1, Math.max(0, settings.notes + by)),
    });
  return (
    <aside className={`${styles.panel} grows`} aria-label="For the presenter">
      <header className={styles.head}>
        <Button variant="quiet" icon="screen" kbd="S" onClick={onWindow}>
          Own window
        </Button>
        <span className={styles.tools}>
          <Button
            variant="quiet"
            aria-label="A−: smaller notes"
            disabled={settings.notes === 0}
            onClick={() => size(-1)}
          >
            A−
          </Button>
          <Button
            variant="quiet"
            aria-label="A+: larger notes"
            disabled={settings.notes === noteSizes.length - 1}
            onClick={() => size(1)}
          >
            A+
          </Button>
          <Button variant="quiet" icon="close" kbd="N" onClick={onClose}>
            Close
          </Button>
        </span>
      </header>
      <PaceBar slides={slides} slide={current} step={at.step} narrow />
      <div className={styles.next}>
        <NextSlide
          deck={deck}
          content={content}
          next={next.slide === at.slide && next.step === at.step ? null : next}
          here={at}
          titled
        />
      </div>
      <NotesPane deck={deck} content={content} />
      <OnThisSlide slides={slides} slide={current} />
    </aside>
  );
}
