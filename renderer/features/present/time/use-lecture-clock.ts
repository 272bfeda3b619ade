import { useEffect, useRef } from 'react';
import { useHost, useHostState } from '../../../host/use-host.ts';
import { useShared } from '../../../host/use-shared.ts';
import { placeKey } from '../place.ts';
import { arrive, hasBegun, sharedClock, start, type Clock } from './clock.ts';
import { now } from './use-now.ts';

/**
 * The lecture's clock for whoever presents: the first move sets it going, and it notes when each slide came on.
 * @param begins the slide that a new class begins with
 */
export function useLectureClock(
  slide: string,
  step: number,
  begins: string | undefined,
): [Clock, (next: Clock) => void] {
  const host = useHost();
  const [clock, set] = useShared(sharedClock);
  const ready = useHostState((state) => state.ready && state.connection === 'open');
  const first = useRef<string | null>(null);
  /** Where this window was when another class was opened, until it is where that class is: no move of the lecturer. */
  const leaving = useRef<string | null>(null);
  const place = `${slide} ${step}`;
  useEffect(
    () =>
      host.store.subscribe(({ classes, shared }, before) => {
        if (shared === before.shared || classes === before.classes) return;
        if (!before.ready || before.connection !== 'open') return;
        const there = shared[placeKey];
        const stays =
          there === undefined ? place === `${begins} 1` : there === before.shared[placeKey];
        leaving.current = stays ? null : place;
        first.current = null;
      }),
    [host, place, begins],
  );
  useEffect(() => {
    if (!ready || leaving.current === place) return;
    leaving.current = null;
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
