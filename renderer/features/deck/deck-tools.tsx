import { useEffect, useState, type RefObject } from 'react';
import type { RevealApi } from 'reveal.js';
import { Button } from '../../kit/button.tsx';
import { readingAddress } from '../../model/address/reading-address.ts';
import type { PlacedSlide } from '../../model/lecture/lecture.ts';
import type { SlideTools } from '../../shared/slide-tools/use-slide-tools.ts';
import { useLecture } from '../../shared/window/lecture-context.ts';
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
 * with the pointer or the focus and go again.
 */
export function DeckTools({ slide, count, overview, deck, tools, panel, onPanel }: DeckToolsProps) {
  const shell = useShell();
  const { slides } = useLecture();
  const seen = usePointerMoved();
  return (
    <nav className={styles.tools} data-seen={seen || undefined} aria-label="Lecture">
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
      <Button
        variant="quiet"
        icon="table"
        kbd="O"
        aria-pressed={overview}
        onClick={() => deck.current?.toggleOverview()}
      >
        Overview
      </Button>
      <Button variant="quiet" icon="search" kbd="Ctrl K" onClick={() => shell.open('find')}>
        Find
      </Button>
      <Button
        variant="quiet"
        icon="pen"
        kbd="D"
        pressed={tools.drawing}
        onClick={() => tools.setDrawing(!tools.drawing)}
      >
        Draw
      </Button>
      <Button variant="quiet" icon="notes" kbd="N" pressed={panel} onClick={onPanel}>
        Notes
      </Button>
      <Button variant="quiet" icon="screen" kbd="S" onClick={shell.present}>
        Presenter
      </Button>
      <Button
        variant="quiet"
        icon="book"
        onClick={() =>
          shell.addresses.go(readingAddress(shell.addresses.getState().address, slides[0]?.id))
        }
      >
        Read
      </Button>
      <Button variant="quiet" icon="sun" onClick={() => shell.open('settings')}>
        Settings
      </Button>
      <Button variant="quiet" icon="info" kbd="?" onClick={() => shell.open('help')}>
        Keys
      </Button>
    </nav>
  );
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
