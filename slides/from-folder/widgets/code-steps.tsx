import { createContext, useContext, type ReactNode } from 'react';
import type { ElementNode, Widget } from '../../../main/contract/lecture-tree.ts';
import { useSlide } from '../../../renderer/shared/slide/deck-context.ts';
import styles from './widgets.module.css';

/** The lines that are looked at now; null where all are. */
const LinesContext = createContext<ReadonlySet<number> | null>(null);

/** Code whose lines are looked at step by step. */
export function CodeSteps({
  data,
  children,
}: {
  data: Extract<Widget, { kind: 'code' }>;
  children: ReactNode;
}) {
  const { step } = useSlide();
  const at = Math.min(Math.max(step - data.first, 0), data.lines.length - 1);
  return (
    <LinesContext.Provider value={new Set(data.lines[at])}>
      <div className={styles.code}>{children}</div>
    </LinesContext.Provider>
  );
}

/** A line of code, or a coloured word of one. */
export function CodeLine({
  node,
  className,
  children,
}: {
  node?: ElementNode;
  className?: string;
  children?: ReactNode;
}) {
  const lines = useContext(LinesContext);
  const line = node?.properties.dataLine;
  if (line === undefined) return <span className={className}>{children}</span>;
  return (
    <span data-line={line} data-away={(lines !== null && !lines.has(line)) || undefined}>
      {children}
    </span>
  );
}
