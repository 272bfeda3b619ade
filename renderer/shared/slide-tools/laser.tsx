import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useShared, type Shared } from '../../host/use-shared.ts';
import { slidePoint } from './slide-point.ts';
import styles from './slide-overlay.module.css';

const spot = z.object({
  x: z.number().int().min(0).max(1280),
  y: z.number().int().min(0).max(720),
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

/** The laser pointer: a dot on the slide in every window, led by whichever window has it `on`. Presses go through to the slide. */
export function Laser({ on }: { on: boolean }) {
  const [spot, share] = useShared(sharedLaser);
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
      const [x, y] = slidePoint(layer.current!, event).map(Math.round) as [number, number];
      clearTimeout(rest);
      if (x < 0 || x > 1280 || y < 0 || y > 720) return hide();
      waiting = { x, y };
      later ??= setTimeout(send, Math.max(0, everyMs - (performance.now() - sent)));
      rest = setTimeout(hide, restMs);
    };
    addEventListener('pointermove', moved, { passive: true });
    return () => {
      removeEventListener('pointermove', moved);
      clearTimeout(rest);
      hide();
    };
  }, [on, share]);

  return (
    <svg className={styles.layer} viewBox="0 0 1280 720" aria-hidden="true" ref={layer}>
      {last && (
        <circle
          className={styles.laser}
          cx={last.x}
          cy={last.y}
          r={11}
          data-on={spot !== null || undefined}
        />
      )}
    </svg>
  );
}
