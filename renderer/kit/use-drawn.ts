import { useEffect, useState } from 'react';

/**
 * True once fonts are there and the figures of `what` have had their frames to measure themselves.
 * Begins anew when `what` changes; null has nothing to draw.
 */
export function useDrawn(what: unknown): boolean {
  const [drawn, setDrawn] = useState<unknown>(undefined);
  useEffect(() => {
    if (what === null) return;
    let here = true;
    // A window that is not shown may get no frames; it lays out all the same.
    const frame = () =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 120);
      });
    const wait = async () => {
      await document.fonts.ready;
      for (let frames = 0; frames < 4; frames += 1) await frame();
      if (here) setDrawn(what);
    };
    void wait();
    return () => void (here = false);
  }, [what]);
  return what !== null && drawn === what;
}
