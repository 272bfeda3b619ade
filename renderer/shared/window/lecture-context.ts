import { createContext, useContext, type ComponentType } from 'react';
import type { Lecture, PlacedSlide } from '../../model/lecture/lecture.ts';

/** The lecture of this window. `renderer/app` chooses it; nothing else names one. */
export interface OpenLecture {
  lecture: Lecture;
  /** All its slides in order. */
  slides: readonly PlacedSlide[];
  /** The MDX of every part, fetched. The same promise for every call, so that `use` may read it. */
  wholeContent: () => Promise<readonly ComponentType[]>;
}

const LectureContext = createContext<OpenLecture | null>(null);
export const LectureProvider = LectureContext.Provider;

/** The window's lecture. Throws outside the shell: that is a defect. */
export function useLecture(): OpenLecture {
  const open = useContext(LectureContext);
  if (!open) throw new Error('useLecture outside the shell');
  return open;
}
