import { useRef } from 'react';
import type { LabProgress } from '../../../../main/contract/learner.ts';

/** A reflection as it is being written. */
export interface Writing {
  step: string;
  text: string;
}

/**
 * The words that are being written and are not kept yet, for whatever is pressed before they are: Next and Finish. To be asked while
 * something is pressed, not while the screen is drawn.
 */
export function useWriting(progress: LabProgress, keep: (writing: Writing) => void) {
  const writing = useRef<Writing | null>(null);
  return {
    write: (next: Writing | null) => {
      writing.current = next;
    },
    /** The progress with these words in it. */
    written: (): LabProgress => {
      if (!writing.current) return progress;
      const { step, text } = writing.current;
      return { ...progress, reflections: { ...progress.reflections, [step]: text } };
    },
    keepWriting: () => {
      if (writing.current) keep(writing.current);
    },
  };
}
