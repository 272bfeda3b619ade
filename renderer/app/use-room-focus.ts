import { useEffect, useRef } from 'react';
import { focusMain } from '../kit/focus-main.ts';

/**
 * Whoever goes to another room loses the button that led there, and the focus with it. Then it lands in the new room's main
 * region, once that is drawn and no dialog stands over it. A focus that someone else has taken or kept stays. `place` names
 * what is on screen; a change of it is a move.
 */
export function useRoomFocus(place: string): void {
  const from = useRef(place);
  useEffect(() => {
    if (from.current === place) return;
    from.current = place;
    let frame = 0;
    const look = () => {
      frame = 0;
      const holder = document.activeElement;
      if (holder?.closest('[role="dialog"]')) return;
      if ((holder && holder !== document.body) || focusMain()) observer.disconnect();
    };
    // A frame later than the change: a dialog that closes gives the focus back first.
    const soon = () =>
      void (frame ||= requestAnimationFrame(() => void (frame = requestAnimationFrame(look))));
    const observer = new MutationObserver(soon);
    observer.observe(document.body, { childList: true, subtree: true });
    soon();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [place]);
}
