import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useShared, type Shared } from '../../host/use-shared.ts';
import { boxPoint, slidePoint } from './slide-point.ts';
import styles from './slide-overlay.module.css';

const spot = z.object({
  x: z.number().int().min(0).max(1280),
  y: z.number().int().min(0).max(720),
  /** The lab's figure that it is on; left out on a slide. */
  on: z.string().max(80).optional(),
});
type Spot = z.infer<typeof spot>;
const sharedLaser: Shared<Spot | null> = {
  key: 'lecture/laser',
  schema: spot,
  fallback: null,
  keep: false,
};

/** At most thirty positions a second go out, and a pointer that rests this long is not meant any more. */
const everyMs = 34;
const restMs = 1800;

/**
 * The laser pointer: a dot on the slide, or on a lab's `figure`, in every window, led by whichever
 * window has it `on`. Presses go through to what is below.
 */
export function Laser({ on, figure }: { on: boolean; figure?: string }) {
  const [shared, share] = useShared(sharedLaser);
  const spot = shared?.on === figure ? shared : null;
  const [last, setLast] = useState<Spot | null>(null);
  const layer = useRef<SVGSVGElement>(null);
  if (spot && spot !== last) setLast(spot);

  useEffect(() => {
    if (!on) return;
    let sent = 0;
    let shown = false;
    let waiting: Spot | null = null;
    let later: ReturnType<typeof setTimeout> | undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(later);
      later = undefined;
      if (shown) share(null);
      shown = false;
    };
    const send = () => {
      later = undefined;
      sent = performance.now();
      shown = true;
      share(waiting);
    };
    const moved = (event: PointerEvent) => {
      const point = figure === undefined ? slidePoint : boxPoint;
      const [x, y] = point(layer.current!, event).map(Math.round) as [number, number];
      clearTimeout(rest);
      if (x < 0 || x > 1280 || y < 0 || y > 720) return hide();
      waiting = figure === undefined ? { x, y } : { x, y, on: figure };
      later ??= setTimeout(send, Math.max(0, everyMs - (performance.now() - sent)));
      rest = setTimeout(hide, restMs);
    };
    addEventListener('pointermove', moved, { passive: true });
    return () => {
      removeEventListener('pointermove', moved);
      clearTimeout(rest);
      hide();
    };
  }, [on, figure, share]);

  // On a figure the dot stays round: its place is in parts of the box, its size is not.
  const fills = figure !== undefined;
  const viewBox = fills ? undefined : '0 0 1280 720';
  const [cx, cy] = fills ? inParts(last) : [last?.x, last?.y];
  return (
    <svg className={styles.layer} viewBox={viewBox} aria-hidden="true" ref={layer}>
      {last && (
        <circle
          className={styles.laser}
          cx={cx}
          cy={cy}
          r={fills ? 9 : 11}
          data-on={spot !== null || undefined}
        />
      )}
    </svg>
  );
}

const inParts = (spot: Spot | null): [cx: string, cy: string] => [
  `${((spot?.x ?? 0) / 1280) * 100}%`,
  `${((spot?.y ?? 0) / 720) * 100}%`,
];
