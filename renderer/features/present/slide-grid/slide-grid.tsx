import { useEffect, useRef, useState, type ComponentType } from 'react';
import { Dialog } from '../../../kit/dialog.tsx';
import type { PlacedSlide } from '../../../model/lecture/lecture.ts';
import type { DeckState } from '../../../shared/slide/deck-context.ts';
import { SlideBox } from '../../../shared/slide/slide-box.tsx';
import { StaticSlide } from '../../../shared/slide/static-slide.tsx';
import styles from './slide-grid.module.css';

interface SlideGridProps {
  open: boolean;
  deck: DeckState;
  content: readonly ComponentType[];
  onClose: () => void;
  onGo: (slide: string) => void;
}

/** All slides in the presenter's window alone: the room goes on seeing its slide until one is chosen. */
export function SlideGrid({ open, deck, content, onClose, onGo }: SlideGridProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="All slides"
      about="Only you see this. The room follows when you choose one."
      width="wide"
    >
      <ul className={styles.grid}>
        {deck.slides.map((slide) => (
          <Entry
            key={slide.id}
            slide={slide}
            deck={deck}
            content={content}
            onGo={() => {
              onClose();
              onGo(slide.id);
            }}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface EntryProps {
  slide: PlacedSlide;
  deck: DeckState;
  content: readonly ComponentType[];
  onGo: () => void;
}

/** One slide's picture; drawn once it comes near what is in sight, for there are many. */
function Entry({ slide, deck, content, onGo }: EntryProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [near, setNear] = useState(false);
  const here = slide.id === deck.current.id;
  useEffect(() => {
    const own = button.current!;
    if (here) own.scrollIntoView({ block: 'center' });
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry!.isIntersecting) setNear(true);
      },
      { rootMargin: '200px' },
    );
    watch.observe(own);
    return () => watch.disconnect();
  }, [here]);
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles.entry}
        aria-current={here || undefined}
        onClick={onGo}
      >
        <SlideBox inert live={here}>
          {near && (
            <StaticSlide
              deck={{ ...deck, current: slide, step: slide.steps }}
              content={content}
              slide={slide}
              as="picture"
            />
          )}
        </SlideBox>
        <span className={styles.title}>
          {slide.number}. {slide.title}
        </span>
      </button>
    </li>
  );
}
