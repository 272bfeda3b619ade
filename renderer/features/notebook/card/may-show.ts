import { createStore } from 'zustand/vanilla';

/** Labs whose numbers the learner asked to see although questions are open. Only until the window closes. */
export const shownAnyway = createStore<{ labs: ReadonlySet<string> }>(() => ({ labs: new Set() }));
export const showAnyway = (lab: string) =>
  shownAnyway.setState(({ labs }) => ({ labs: new Set([...labs, lab]) }));
