import { useEffect, useRef, type RefObject } from 'react';

/**
 * For a button that gives its place to a field while something is typed. After `returns()` the button has the focus once it is
 * there again; without it, as when the person clicked elsewhere, the focus stays where it went.
 */
export function useReturnFocus(typing: boolean): {
  button: RefObject<HTMLButtonElement | null>;
  returns: () => void;
} {
  const button = useRef<HTMLButtonElement>(null);
  const wanted = useRef(false);
  useEffect(() => {
    if (typing || !wanted.current) return;
    wanted.current = false;
    button.current?.focus();
  }, [typing]);
  return { button, returns: () => void (wanted.current = true) };
}
