import { useState } from 'react';
import type { LabState } from '../run/use-lab.ts';

/** Whether the code behind the figure stands in its place. */
export interface CodeBehind {
  shown: boolean;
  toggle: () => void;
  /** Why it can't be shown now; null where it can. */
  why: string | null;
}

/** Switches between a figure and its code. While a question is open there is none: what a lab does may answer what it asks. */
export function useCodeBehind({ at, hidden }: LabState): CodeBehind {
  const [wanted, setWanted] = useState(false);
  let why: string | null = null;
  if (at.step.kind === 'code') why = 'Here you write code yourself.';
  if (hidden) why = 'Say what you expect first.';
  return { shown: wanted && why === null, toggle: () => setWanted((now) => !now), why };
}
