import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * How long the page must stand still before the address follows it (milliseconds): browsers refuse
 * an address that changes with every frame.
 */
const settleMs = 250;

/**
 * Keeps page and address together: scrolls to the slide that the address names, and reports the one that has been scrolled to.
 * Returns the slide whose article stands at the top now; null above the first.
 */
export function useSlideOnTop(
  page: RefObject<HTMLElement | null>,
  slide: string | null,
  onSlide: (slide: string | null) => void,
): string | null {
  const [top, setTop] = useState(slide);
  /** What we reported ourselves; the page is there already. */
  const told = useRef<string | null>(null);
  const report = useRef(onSlide);
  useLayoutEffect(() => void (report.current = onSlide));

  useLayoutEffect(() => {
    if (slide === told.current) return;
    told.current = slide;
    if (slide === null) return void page.current?.scrollTo({ top: 0 });
    // Articles far away have a guessed height; it is set right as they come near, so the aim is taken again for some frames, unless
    // the reader has taken over meanwhile.
    let frame = 0;
    let frames = 0;
    const aim = () => {
      page.current
        ?.querySelector(`[data-article="${CSS.escape(slide)}"]`)
        ?.scrollIntoView({ block: 'start' });
      frames += 1;
      if (frames < 12) frame = requestAnimationFrame(aim);
    };
    const stop = () => cancelAnimationFrame(frame);
    const taken = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;
    for (const name of taken) addEventListener(name, stop, { passive: true, capture: true });
    aim();
    return () => {
      stop();
      for (const name of taken) removeEventListener(name, stop, { capture: true });
    };
  }, [page, slide]);

  useEffect(() => {
    const box = page.current;
    if (!box) return;
    let later: ReturnType<typeof setTimeout>;
    const look = () => {
      const line = box.getBoundingClientRect().top + box.clientHeight * 0.3;
      const articles = [...box.querySelectorAll<HTMLElement>('[data-article]')];
      const now =
        articles.findLast((one) => one.getBoundingClientRect().top <= line)?.dataset['article'] ??
        null;
      setTop(now);
      clearTimeout(later);
      later = setTimeout(() => {
        if (now === told.current) return;
        told.current = now;
        report.current(now);
      }, settleMs);
    };
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      clearTimeout(later);
      box.removeEventListener('scroll', look);
    };
  }, [page]);
  return top;
}
