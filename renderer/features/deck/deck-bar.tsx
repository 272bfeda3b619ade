import { Button } from '../../kit/button.tsx';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import { useShell } from '../../shared/window/shell.ts';
import styles from './deck-bar.module.css';

interface DeckBarProps {
  slide: PlacedSlide;
  count: number;
  onPrevious: () => void;
  onNext: () => void;
}

/** The way through the slides while a lab stands beside them: the left of that lab's bar. */
export function DeckBar({ slide, count, onPrevious, onNext }: DeckBarProps) {
  const shell = useShell();
  return (
    <>
      <nav className={styles.moves} aria-label="Slides">
        <Button
          variant="quiet"
          icon="chevron-left"
          aria-label="Previous slide or step"
          onClick={onPrevious}
        />
        <span className={`num ${styles.count}`}>
          <b>{slide.number}</b> / {count}
        </span>
        <Button
          variant="quiet"
          icon="chevron-right"
          aria-label="Next slide or step"
          onClick={onNext}
        />
      </nav>
      <span className={styles.part}>{slide.part.title}</span>
      <Button variant="quiet" icon="search" kbd="Ctrl K" onClick={() => shell.open('find')}>
        Find
      </Button>
    </>
  );
}
