import type { ReactNode } from 'react';
import { useDrawing } from './deck-context.ts';

/**
 * What the speaker reads: two to six sentences in three kinds. Kept with the slide, shown by the
 * presenter's window, never on the slide.
 */
export function Notes({ children }: { children: ReactNode }) {
  const { as } = useDrawing();
  // Drawn alone, they stand where whoever asked for them wants them; that place has a name of its own.
  if (as === 'notes') return <div className="notes">{children}</div>;
  return (
    <aside className="notes" hidden aria-label="Notes">
      {children}
    </aside>
  );
}

/** What to say. */
export function Say({ children }: { children: ReactNode }) {
  return <div data-note="say">{children}</div>;
}

/** What to ask the room. */
export function Ask({ children }: { children: ReactNode }) {
  return <div data-note="ask">{children}</div>;
}

/** The usual mistake, and what to answer to it. */
export function Mistake({ children }: { children: ReactNode }) {
  return <div data-note="mistake">{children}</div>;
}
