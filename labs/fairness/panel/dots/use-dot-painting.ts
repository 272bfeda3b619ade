import { useEffect, useRef } from 'react';
import { useTheme } from '../../../../renderer/kit/use-theme.ts';
import { flippedDots, paintDots, type DotPlan } from './paint-dots.ts';

/**
 * Paints the dots on a canvas. Whoever's decision has just flipped lights up once, for the time that the look gives to a flip;
 * where less motion is asked for that time is none.
 */
export function useDotPainting(
  canvas: React.RefObject<HTMLCanvasElement | null>,
  plan: DotPlan,
  width: number,
  height: number,
): void {
  const painted = useRef<{ dots: DotPlan['dots']; thresholds: DotPlan['thresholds'] } | null>(null);
  /** When each lit dot began to shine, by the clock of the frames; null until its first one. */
  const since = useRef(new Map<number, number | null>());
  const clock = useRef(0);
  // The colours are read while painting, which each drawing of the component does: another theme asks for one.
  useTheme();

  useEffect(() => {
    const node = canvas.current;
    const context = node?.getContext('2d');
    if (!node || !context || width === 0) return;
    const ratio = devicePixelRatio || 1;
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (node.width !== w || node.height !== h) Object.assign(node, { width: w, height: h });
    const style = getComputedStyle(node);
    const token = (name: string) => style.getPropertyValue(name).trim();
    const colours = {
      groups: [token('--s1'), token('--s2')] as const,
      lit: token('--accent'),
      idle: token('--context'),
    };
    const lifeMs = parseFloat(token('--t-flip')) || 0;
    const old = painted.current;
    if (old?.dots !== plan.dots) since.current.clear();
    else if (lifeMs > 0)
      for (const at of flippedDots(plan.dots, old.thresholds, plan.thresholds))
        since.current.set(at, null);
    painted.current = { dots: plan.dots, thresholds: plan.thresholds };

    let frame = 0;
    const paint = (now?: number) => {
      clock.current = now ?? clock.current;
      const lights = new Map<number, number>();
      for (const [at, start] of since.current) {
        if (start === null && now !== undefined) since.current.set(at, now);
        const life = start === null ? 0 : (clock.current - start) / lifeMs;
        if (life < 1) lights.set(at, Math.max(0, life));
        else since.current.delete(at);
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      paintDots(context, plan, colours, lights);
      if (lights.size > 0) frame = requestAnimationFrame(paint);
    };
    paint();
    return () => cancelAnimationFrame(frame);
  });
}
