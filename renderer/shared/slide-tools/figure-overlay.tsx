import { createContext, useContext, useEffect } from 'react';
import { useShell } from '../window/shell.ts';
import { InkLayer } from './ink-layer.tsx';
import { Laser } from './laser.tsx';
import styles from './slide-overlay.module.css';
import type { SlideTools } from './use-slide-tools.ts';

interface Given {
  tools: SlideTools;
  /** No slide stands beside the figure, so the pen's buttons mean its ink. */
  alone: boolean;
}
const ToolsContext = createContext<Given | null>(null);
/** The window's pen and pointer, for the figure of a lab that is open in it. */
export const FigureTools = ToolsContext.Provider;

const surfaceOf = (lab: string, part: string) => `lab-${lab}-${part}`;

/** Whether a surface is a figure of this lab. */
export const isFigureOf = (surface: string | null, lab: string): boolean =>
  surface?.startsWith(`lab-${lab}-`) ?? false;

/** Ink and pointer over a lab's figure, which fill it whatever its shape. Nothing where no window gave its tools. */
export function FigureOverlay({ lab, part }: { lab: string; part: string }) {
  const given = useContext(ToolsContext);
  return given && <Overlay {...given} surface={surfaceOf(lab, part)} />;
}

function Overlay({ tools, alone, surface }: Given & { surface: string }) {
  const shell = useShell();
  const { drawing, setSurface } = tools;
  useEffect(() => {
    if (drawing && alone) setSurface(surface);
  }, [drawing, alone, surface, setSurface]);
  const full = () =>
    shell.tell('This figure holds no more ink. Take some back with Undo, or clear it.');
  return (
    <div className={styles.overlay} data-print="hide" data-pointing={tools.pointing || undefined}>
      <InkLayer
        key={surface}
        slide={surface}
        fills
        pen={drawing ? tools.colour : null}
        undoes={tools.surface === surface}
        onDraw={() => setSurface(surface)}
        onFull={full}
      />
      <Laser on={tools.pointing} figure={surface} />
    </div>
  );
}
