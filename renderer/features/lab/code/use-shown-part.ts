import { useEffect, useRef, type RefObject } from 'react';

/**
 * Brings a part of a region that scrolls by itself into view, by the name in its `data-said`: at once, or as soon as it is drawn,
 * because what is kept of the learner comes back from the host first. A fold is opened. Nothing around the region moves.
 */
export function useShownPart(): {
  region: RefObject<HTMLDivElement | null>;
  show: (part: string) => void;
} {
  const region = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const look = () => {
    const box = region.current;
    const part = box?.querySelector<HTMLElement>(`[data-said="${wanted.current}"]`);
    if (!box || !part) return;
    wanted.current = null;
    if (part instanceof HTMLDetailsElement) part.open = true;
    box.scrollTop += part.getBoundingClientRect().top - box.getBoundingClientRect().top;
  };
  useEffect(() => {
    if (wanted.current !== null) look();
  });
  return {
    region,
    show: (part) => {
      wanted.current = part;
      look();
    },
  };
}
