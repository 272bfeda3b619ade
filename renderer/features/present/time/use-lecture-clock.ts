import { useEffect, useRef } from 'react';
import { useHostState } from '../../../host/use-host.ts';
import { useShared } from '../../../host/use-shared.ts';
import { arrive, hasBegun, sharedClock, start, type Clock } from './clock.ts';
import { now } from './use-now.ts';

/** The lecture's clock for whoever presents: the first move sets it going, and it notes when each slide came on. */
export function useLectureClock(slide: string, step: number): [Clock, (next: Clock) => void] {
  const [clock, set] = useShared(sharedClock);
  const ready = useHostState((state) => state.ready && state.connection === 'open');
  const first = useRef<string | null>(null);
  const place = `${slide} ${step}`;
  useEffect(() => {
    if (!ready) return;
    first.current ??= place;
    let next = clock;
    if (first.current !== place && !hasBegun(clock)) next = start(next, now());
    // Without a start, the first slide's own time begins with the clock.
    next = hasBegun(next) ? arrive(next, slide, now()) : next;
    if (next !== clock) set(next);
    if (hasBegun(next)) first.current = place;
  }, [ready, place, slide, clock, set]);
  return [clock, set];
}
