import { useEffect, useState, type MouseEvent, type RefObject } from 'react';
import type { RevealApi } from 'reveal.js';
import { Button } from '../../kit/button.tsx';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import type { SlideTools } from '../../shared/slide-tools/use-slide-tools.ts';
import { Places } from '../../shared/window/places.tsx';
import { useShell } from '../../shared/window/shell.ts';
import styles from './deck-tools.module.css';

/** How long the buttons stay after the pointer last moved. */
const lingerMs = 2500;

interface DeckToolsProps {
  slide: PlacedSlide;
  count: number;
  overview: boolean;
  deck: RefObject<RevealApi | null>;
  tools: SlideTools;
  /** Whether the notes stand beside the slide. */
  panel: boolean;
  onPanel: () => void;
}

/**
 * The deck's buttons for a hand on the mouse. A slide has nothing on it but itself, so they come
 * with the pointer or the focus and go again: a press leaves the focus where it was, and a key that
 * turns the slide takes it out of them.
 */
export function DeckTools({ slide, count, overview, deck, tools, panel, onPanel }: DeckToolsProps) {
  const shell = useShell();
  const seen = usePointerMoved();
  return (
    <nav
      className={styles.tools}
      data-seen={seen || undefined}
      aria-label="Lecture"
      onMouseDown={keepFocus}
      data-deck-tools=""
    >
      <Button
        variant="quiet"
        icon="chevron-left"
        aria-label="Previous slide or step"
        onClick={() => deck.current?.prev()}
        disabled={slide.number === 1 && slide.steps === 1}
      />
      <Button
        variant="quiet"
        icon="chevron-right"
        aria-label="Next slide or step"
        onClick={() => deck.current?.next()}
        disabled={slide.number === count && slide.steps === 1}
      />
      <span className={styles.rule} />
      <Places here="slides" />
      <span className={styles.rule} />
      <span className={styles.own}>
        <Button
          variant="quiet"
          icon="table"
          kbd="O"
          title="Overview"
          aria-pressed={overview}
          onClick={() => deck.current?.toggleOverview()}
        >
          Overview
        </Button>
        <Button
          variant="quiet"
          icon="search"
          kbd="Ctrl K"
          title="Find"
          onClick={() => shell.open('find')}
        >
          Find
        </Button>
        <Button
          variant="quiet"
          icon="pen"
          kbd="D"
          title="Draw"
          pressed={tools.drawing}
          onClick={() => tools.setDrawing(!tools.drawing)}
        >
          Draw
        </Button>
        <Button
          variant="quiet"
          icon="notes"
          kbd="N"
          title="Notes"
          pressed={panel}
          onClick={onPanel}
        >
          Notes
        </Button>
        <Button variant="quiet" icon="screen" kbd="S" title="Presenter" onClick={shell.present}>
          Presenter
        </Button>
        <Button variant="quiet" icon="sun" title="Settings" onClick={() => shell.open('settings')}>
          Settings
        </Button>
        <Button variant="quiet" icon="info" kbd="?" title="Keys" onClick={() => shell.open('help')}>
          Keys
        </Button>
      </span>
    </nav>
  );
}

/** A press works without taking the focus: what it opens gives it back to where it was, not to a button that must not stay in sight. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

/** Whoever turns the slide by key while the focus is in the deck's buttons is back at the slide. */
export function leaveTools(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focused.closest('[data-deck-tools]')) focused.blur();
}

function usePointerMoved(): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    let later: ReturnType<typeof setTimeout>;
    const moved = () => {
      setSeen(true);
      clearTimeout(later);
      later = setTimeout(() => setSeen(false), lingerMs);
    };
    addEventListener('pointermove', moved, { passive: true });
    addEventListener('pointerdown', moved, { passive: true });
    return () => {
      clearTimeout(later);
      removeEventListener('pointermove', moved);
      removeEventListener('pointerdown', moved);
    };
  }, []);
  return seen;
}
