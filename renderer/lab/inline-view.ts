import type { ComponentType } from 'react';
import type { Values } from '../model/lab/resolve-place.ts';

/** What a lab's small figure inside a slide is given: all that is known of the run so far. It draws nothing that answers an open question of the story. */
export interface InlineProps {
  /** Partial while the run goes on; never null. */
  result: unknown;
  /** What the run was started with. */
  parameters: Values;
  /** "run 7": stands with the numbers. */
  run: string;
}

/** One small figure. Returns null where the result can't say anything yet. */
export type InlineFigure = ComponentType<InlineProps>;

/** What a lab's `inline.tsx` exports as `inline`: its figures for slides by name, each with how it knows that it can speak. */
export type Inline = Record<string, { Figure: InlineFigure; speaks: (result: unknown) => boolean }>;
