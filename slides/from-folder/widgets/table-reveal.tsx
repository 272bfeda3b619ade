import { createContext, useContext, type ReactNode } from 'react';
import type { ElementNode } from '../../../main/contract/lecture-tree.ts';
import { useSlide } from '../../../renderer/shared/slide/deck-context.ts';

/** How many rows of a table's body are shown; null where all are. */
const RowsContext = createContext<number | null>(null);

/** A table whose rows come one by one: the first with step `first`. */
export function TableReveal({ first, children }: { first: number; children: ReactNode }) {
  const { step } = useSlide();
  return <RowsContext.Provider value={step - first + 1}>{children}</RowsContext.Provider>;
}

/** A row of any table. It keeps its place from the start, so that nothing moves. */
export function RevealedRow({ node, children }: { node?: ElementNode; children?: ReactNode }) {
  const shown = useContext(RowsContext);
  const row = node?.properties.dataLine;
  const coming = shown !== null && row !== undefined && row > shown;
  return <tr data-coming={coming || undefined}>{children}</tr>;
}
