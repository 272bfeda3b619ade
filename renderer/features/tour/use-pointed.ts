import { useEffect } from 'react';

/** How often a control that comes or goes is looked for. */
const lookMs = 200;

/** Puts a frame around the control that is spoken of, wherever it is drawn; null points at nothing. The focus stays where it is. */
export function usePointed(selector: string | null): void {
  useEffect(() => {
    if (selector === null) return;
    let pointed: Element | null = null;
    const look = () => {
      const now = document.querySelector(selector);
      if (now === pointed) return;
      pointed?.removeAttribute('data-pointed');
      now?.setAttribute('data-pointed', '');
      // A story may be longer than its place. The deck moves by itself and must not be scrolled.
      if (now && !now.closest('.reveal')) now.scrollIntoView({ block: 'nearest' });
      pointed = now;
    };
    look();
    const timer = setInterval(look, lookMs);
    return () => {
      clearInterval(timer);
      pointed?.removeAttribute('data-pointed');
    };
  }, [selector]);
}
