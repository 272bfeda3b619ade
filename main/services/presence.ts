import { isOfOneWindow, type SharedChange } from '../contract/shared-state.ts';

export interface OneWindow {
  /** Applies a change that this window asked for. Throws as `set` does; nothing is changed then. */
  set(change: SharedChange): void;
  /** Takes back what only this window said of itself. Call it once its line is closed. */
  leave(): void;
}

/**
 * Keeps who said which of the shared values that are true only while a window is there, and takes
 * them back when it is gone: what a window sends as its last word can be lost on the way, and one
 * that was killed has none.
 * @param set applies a change and tells every window
 * @returns lets one more window in
 */
export function keepPresence(set: (change: SharedChange) => void): () => OneWindow {
  const saidBy = new Map<string, OneWindow>();
  return () => {
    let isHere = true;
    const window: OneWindow = {
      set(change) {
        if (!isOfOneWindow(change.key)) return set(change);
        // Asked before it went, and answered only now: it waited while everything was erased.
        if (!isHere) return;
        set(change);
        if (change.value === null) saidBy.delete(change.key);
        else saidBy.set(change.key, window);
      },
      leave() {
        isHere = false;
        for (const [key, by] of [...saidBy]) {
          if (by !== window) continue;
          saidBy.delete(key);
          set({ key, value: null, keep: false, by: 'host' });
        }
      },
    };
    return window;
  };
}
