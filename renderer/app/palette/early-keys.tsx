import { useEffectEvent, useLayoutEffect, type Dispatch, type SetStateAction } from 'react';

/** What is typed for the palette. */
export interface Typed {
  query: string;
  /** Return was pressed at its end, before anything could be found. */
  entered: boolean;
}

export const noneTyped: Typed = { query: '', entered: false };

/** What is typed, with one more key; null where the key writes nothing. */
export function withKey({ query }: Typed, key: string): Typed | null {
  if (key === 'Enter') return { query, entered: true };
  if (key === 'Backspace') return { query: [...query].slice(0, -1).join(''), entered: false };
  return [...key].length === 1 ? { query: query + key, entered: false } : null;
}

interface EarlyKeysProps {
  onTyped: Dispatch<SetStateAction<Typed>>;
  onClose: () => void;
}

/**
 * Keeps what is typed until the palette has been fetched and has the focus. Whoever presses Ctrl+K goes on typing at once: those
 * letters are words to find, and none of them may be lost, or turn a slide.
 */
export function EarlyKeys({ onTyped, onClose }: EarlyKeysProps) {
  const take = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Once it has the focus they are its own.
    if (event.target instanceof Element && event.target.closest('[data-modal]')) return;
    if (event.key !== 'Escape' && withKey(noneTyped, event.key) === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else onTyped((typed) => withKey(typed, event.key) ?? typed);
  });
  // Before the next key can come: an effect after the picture would be too late for it.
  useLayoutEffect(() => {
    addEventListener('keydown', take, true);
    return () => removeEventListener('keydown', take, true);
  }, []);
  return null;
}
