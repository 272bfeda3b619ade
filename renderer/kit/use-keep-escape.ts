import { useEffect } from 'react';

/** Chromium's; elsewhere Escape leaves full screen whatever is open. */
interface Keyboard {
  lock?: (codes: readonly string[]) => Promise<void>;
  unlock?: () => void;
}
const keyboard = (): Keyboard | undefined =>
  (navigator as Navigator & { keyboard?: Keyboard }).keyboard;

/** How many things on screen close with Escape now. */
let keepers = 0;

/**
 * Keeps Escape for the page while something there closes with it, such as a dialog or the pen: in full
 * screen the browser would take the key for itself and leave. Nothing else to close, and it leaves.
 */
export function useKeepEscape(keeps: boolean): void {
  useEffect(() => {
    if (!keeps) return;
    keepers += 1;
    if (keepers === 1)
      keyboard()
        ?.lock?.(['Escape'])
        .catch(() => undefined);
    return () => {
      keepers -= 1;
      if (keepers === 0) keyboard()?.unlock?.();
    };
  }, [keeps]);
}
