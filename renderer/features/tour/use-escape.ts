import { useEffect, useRef } from 'react';

/** Escape, where nothing else had a use for it: no dialog, no field that is being typed in, no overview, pen or reading to leave first. */
export function useEscape(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('[role="dialog"]')) return;
      if (
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [contenteditable="true"]')
      )
        return;
      // Whoever hears the key after this may still take it.
      setTimeout(() => {
        if (!event.defaultPrevented) latest.current();
      });
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
