import { Button } from '../../kit/button.tsx';
import { isFigureOf } from './figure-overlay.tsx';
import { penColours, type PenColour } from './ink.ts';
import { useInk } from './use-ink.ts';
import type { SlideTools } from './use-slide-tools.ts';
import styles from './pen-bar.module.css';

const names: Record<PenColour, string> = { ink: 'Plain', blue: 'Blue', orange: 'Orange' };

interface PenBarProps {
  slide: string;
  /** The lab that is open, whose figure may be drawn on too. */
  lab: string | null;
  tools: SlideTools;
}

/** The pen's colours, undo and clear, while the pen is in the hand. */
export function PenBar({ slide, lab, tools }: PenBarProps) {
  const onFigure = lab !== null && isFigureOf(tools.surface, lab);
  const { ink, undo, clear, canUndo } = useInk(onFigure ? tools.surface! : slide);
  const clears = onFigure ? 'Clear figure' : 'Clear slide';
  return (
    <div className={styles.bar} role="group" aria-label="Pen">
      {penColours.map((colour) => (
        <button
          key={colour}
          type="button"
          className={styles.colour}
          data-colour={colour}
          aria-label={`${names[colour]} pen`}
          title={names[colour]}
          aria-pressed={tools.colour === colour}
          onClick={() => tools.setColour(colour)}
        />
      ))}
      <Button variant="quiet" icon="replay" disabled={!canUndo} title="Ctrl Z" onClick={undo}>
        {ink.strokes.length === 0 && canUndo ? 'Undo clear' : 'Undo'}
      </Button>
      <Button variant="quiet" icon="close" disabled={ink.strokes.length === 0} onClick={clear}>
        {clears}
      </Button>
      <Button variant="quiet" kbd="D" onClick={() => tools.setDrawing(false)}>
        Done
      </Button>
    </div>
  );
}
