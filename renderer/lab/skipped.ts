import { createStore } from 'zustand/vanilla';

/**
 * Parts whose results the learner chose to see without saying first what they expect. Kept for this window only: whoever comes
 * back another day is asked again.
 */
export const skippedParts = createStore<{ keys: ReadonlySet<string>; skip: (lab: string, part: string) => void }>((set) => ({
  keys: new Set(),
  skip: (lab, part) => set(({ keys }) => ({ keys: new Set([...keys, skipKey(lab, part)]) })),
}));

export const skipKey = (lab: string, part: string): string => `${lab}/${part}`;
