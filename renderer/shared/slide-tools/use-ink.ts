import { useShared } from '../../host/use-shared.ts';
import { clearInk, sharedInk, storedInk, undoInk, type Ink } from './ink.ts';

/** A slide's ink and what can be done to it. */
export function useInk(slide: string): {
  ink: Ink;
  save: (ink: Ink) => void;
  undo: () => void;
  clear: () => void;
  canUndo: boolean;
} {
  const [ink, set] = useShared(sharedInk(slide));
  const save = (next: Ink) => set(storedInk(next));
  const before = undoInk(ink);
  return {
    ink,
    save,
    undo: () => before && save(before),
    clear: () => save(clearInk(ink)),
    canUndo: before !== null,
  };
}
